import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckDbHiddenDemandWriter } from '../../../functions/adapters/duckdb/duckdb-score-writer.ts';
import { LakeHiddenDemandStore } from '../../../functions/adapters/lake/lake-hidden-demand-store.ts';
import { found } from '../../unit/hidden-demand/small-hidden-county.ts';
import { type EngineHome, lakeEngines } from '../athena/lake-engines.ts';

const programme = 'older-people';
const station = `hidden-demand/${programme}`;
const summary = { landmarkOn: '2025-05-01', withheldFromFinding: { objection: 3 }, clients: found.length };

for (const [engine, open] of Object.entries(lakeEngines)) {
  describe(`who is worth a check-up, read by ${engine}`, () => {
    let home: EngineHome;
    let store: LakeHiddenDemandStore;

    beforeAll(async () => {
      home = await open();
      const name = 'hidden-demand.parquet';
      const draft = { station, run: 'r1', fingerprint: 'f1', origin: 'simulated' as const, summary };
      const location = await home.writing.location(station, 'r1', name);
      await duckDbHiddenDemandWriter(home.limits).write(
        location,
        (async function* () {
          yield found;
        })(),
      );
      await home.writing.publish({ ...draft, fileNames: [name] }, undefined);
      store = await LakeHiddenDemandStore.open(home.publications, programme, home.engine);
    });
    afterAll(() => home.close());

    it('is everybody found, in the order of the pseudonym, with how strong each reason is', async () => {
      expect(await store.describe()).toEqual({
        origin: 'simulated',
        version: 'r1',
        landmarkOn: '2025-05-01',
        withheldFromFinding: { objection: 3 },
      });
      const all = await store.found();
      expect(all.map(({ client }) => client)).toEqual(found.map(({ client }) => client).sort());
      expect(all[4]).toEqual({
        client: found[4]!.client,
        municipality: '905',
        ageYears: 82.4,
        serviceLanguage: 'fi',
        sourcesUsed: 'population-register,primary-care',
        strength: { 'signs-without-diagnosis': null, 'few-contacts': 0.5 },
      });
    });

    it('gives the rows of whom is asked, in the order asked, and of nobody who is not there', async () => {
      const asked = [found[7]!, found[4]!].map(({ client }) => client);
      const rows = await store.explained([...asked, 'f'.repeat(32)]);
      expect(rows).toEqual([found[7], found[4], undefined]);
      expect(await store.explained([])).toEqual([]);
    });
  });
}

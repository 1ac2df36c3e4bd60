import { createHash } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withIngestEngine } from '../../../functions/adapters/duckdb/ingest-engine.ts';
import { landmarkFileName, type ReadingChoice } from '../../../functions/core/ports/client-month-source.ts';
import type { Publication } from '../../../functions/core/ports/publication-store.ts';
import { BuiltByEarlierVersion } from '../../../functions/core/require-current.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { SmallLake } from './lake.ts';
import { firstAdmissionStudy, randomLake } from './random-lake.ts';

const landmarkOn = '2019-07-01';
const study = { ...firstAdmissionStudy, landmarks: [landmarkOn] };
let lake: SmallLake;
let publication: Publication;
let count: number;

beforeAll(async () => {
  const [rows] = fc.sample(randomLake, { numRuns: 1, seed: 3 });
  lake = await SmallLake.of(rows!);
  const built = await lake.build(study);
  publication = built.publication;
  count = built.counts[landmarkOn]!;
});

afterAll(() => lake.dispose());

async function read(choice?: ReadingChoice) {
  const batches = [];
  for await (const batch of lake.source.read(publication, landmarkOn, choice)) batches.push(batch);
  return batches;
}

describe('client-months by DuckDB', () => {
  it('are as many as were told when they were made', async () => {
    expect(count).toBeGreaterThan(5);
    expect(await lake.source.count(publication, landmarkOn)).toBe(count);
    expect((await read()).reduce((rows, batch) => rows + batch.rows, 0)).toBe(count);
  });

  it('come in the order of client, in batches no larger than asked, and the same whatever their size', async () => {
    const [whole] = await read();
    const batches = await read({ batchRows: 3 });
    expect(batches.slice(0, -1).every((batch) => batch.rows === 3)).toBe(true);
    expect(batches.flatMap((batch) => batch.texts.client)).toEqual(whole!.texts.client);
    expect([...whole!.texts.client].sort()).toEqual(whole!.texts.client);
    for (const name of ['age_years', 'rai_cps', 'event']) {
      expect(batches.flatMap((batch) => [...batch.numbers[name]!])).toEqual([...whole!.numbers[name]!]);
    }
  });

  it('come with the numbers asked for and no others, a missing one as NaN', async () => {
    const [batch] = await read({ numbers: ['rai_cps', 'months_to_event'] });
    expect(Object.keys(batch!.numbers)).toEqual(['rai_cps', 'months_to_event']);
    expect(batch!.numbers.rai_cps!.some(Number.isNaN)).toBe(true);
    expect(batch!.numbers.months_to_event!.some(Number.isNaN)).toBe(false);
  });

  it('of an earlier version, which had other predictors, are refused with what to do', async () => {
    const { publication: old } = await lake.build(study, 'old');
    const location = await lake.store.location(old.station, old.run, landmarkFileName(landmarkOn));
    await withIngestEngine(temporaryFolder(), (connection) =>
      connection.run(
        `copy (select * rename (has_diabetes_24 as has_diabetes) from read_parquet('${location}'))
         to '${location}.old' (format parquet)`,
      ),
    );
    renameSync(`${location}.old`, location);
    await expect(lake.source.read(old, landmarkOn).next()).rejects.toThrow(BuiltByEarlierVersion);
    const [batch] = await read({ numbers: ['event'] });
    expect(batch!.rows).toBe(count);
  });

  it('are the same bytes when they are made again', async () => {
    const again = await lake.build(study, 'again');
    const hashes = await Promise.all(
      [publication, again.publication].map(async ({ station, run }) => {
        const location = await lake.store.location(station, run, landmarkFileName(landmarkOn));
        return createHash('sha256').update(readFileSync(location)).digest('hex');
      }),
    );
    expect(hashes[1]).toBe(hashes[0]);
  });
});

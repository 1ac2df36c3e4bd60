import { describe, expect, it } from 'vitest';
import { plausibilityRules } from '../../../data-contracts/catalogues/index.ts';
import firstAdmission from '../../../data-contracts/programmes/first-admission.json' with { type: 'json' };
import type { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import { buildClientMonths } from '../../../functions/core/client-months/build-client-months.ts';
import type {
  ClientMonthOrder,
  ClientMonthSource,
} from '../../../functions/core/ports/client-month-source.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import type { Publication, PublicationStore } from '../../../functions/core/ports/publication-store.ts';

const programme = Programme.parse(firstAdmission);
const tables: Publication = {
  station: 'tables',
  run: 'lake',
  fingerprint: 'delivered once',
  origin: 'synthetic',
  files: [],
  summary: { coversFrom: '2008-01-01', coversTo: '2010-12-31' },
};

/** Publications in memory, and a source that counts its orders and makes ten rows a landmark. */
function rig(lake: Publication | undefined) {
  const current = new Map<string, Publication>(lake ? [['tables', lake]] : []);
  const orders: ClientMonthOrder[] = [];
  const publications = {
    current: async (station: string) => current.get(station),
    location: async (station: string, run: string, name: string) => `${station}/${run}/${name}`,
    removeUnnamed: async () => {},
    publish: async ({ fileNames, ...draft }: Publication & { fileNames: string[] }) => {
      const published = { ...draft, files: fileNames.map((name) => ({ name, sha256: '', bytes: 0 })) };
      current.set(draft.station, published);
      return published;
    },
  } as unknown as PublicationStore;
  const source = (sqlHash: string) =>
    ({
      sqlHash,
      build: async (order: ClientMonthOrder) => {
        orders.push(order);
        for (const { landmarkOn } of order.landmarks) order.onLandmark(landmarkOn, 10);
      },
    }) as unknown as ClientMonthSource;
  const build = (sqlHash = 'one text', withoutSources: DataSource[] = []) =>
    buildClientMonths(
      { publications, clientMonths: source(sqlHash) },
      { programme, unitCosts: [], plausibility: plausibilityRules, progress: silentProgress, withoutSources },
    );
  return { build, orders, current };
}

describe('buildClientMonths', () => {
  it('publishes one file a landmark and says how many rows each has', async () => {
    const { build } = rig(tables);
    const { publication, wasReused } = await build();
    expect(wasReused).toBe(false);
    expect(publication.station).toBe('client-months/first-admission');
    expect(publication.origin).toBe('synthetic');
    expect(publication.files.map(({ name }) => name)).toContain('2009-01-01.parquet');
    expect(publication.summary).toMatchObject({
      rows: 50,
      testLandmark: '2009-01-01',
      scoringLandmark: '2011-01-01',
      coversFrom: '2008-01-01',
      coversTo: '2010-12-31',
    });
    expect(publication.summary.landmarks).toContainEqual({ landmarkOn: '2010-07-01', rows: 10 });
  });

  it('makes nothing again from the same tables and the same SQL', async () => {
    const { build, orders } = rig(tables);
    await build();
    expect((await build()).wasReused).toBe(true);
    expect(orders).toHaveLength(1);
  });

  it('makes all again when the SQL or the tables are others', async () => {
    const { build, orders, current } = rig(tables);
    await build();
    expect((await build('another text')).wasReused).toBe(false);
    current.set('tables', { ...tables, fingerprint: 'delivered twice' });
    expect((await build('another text')).wasReused).toBe(false);
    expect(orders).toHaveLength(3);
  });

  it('asks for tables first', async () => {
    await expect(rig(undefined).build()).rejects.toMatchObject({ code: 'nothing-published' });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { isFruitless } from '../../../functions/core/ingest/nothing-accepted.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { eventFile, eventLine, land, madeIn, portsOf, terms } from './county-home.ts';

/** The last word on each event, in the order that the SQL goes by: `event day`, those taken back left out. */
async function lastWords(home: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const glob = join(home, 'tables', 'lake', 'service-events', '*.parquet');
  const rows = await connection.runAndReadAll(
    `select event_id || ' ' || started_on from read_parquet('${glob}', union_by_name = true)
     qualify row_number() over (partition by event_id order by delivery desc, line desc) = 1
       and is_withdrawn is distinct from 'yes' order by 1`,
  );
  connection.closeSync();
  instance.closeSync();
  return rows.getRows().map(([word]) => String(word));
}

const events = (days: Readonly<Record<string, string>>, change: Readonly<Record<string, string>> = {}) =>
  eventFile(...Object.entries(days).map(([id, startedOn]) => eventLine(id, { startedOn, ...change })));

const delivery = (name: string, file: string, more: object = {}) => ({
  [`${name}/delivery.json`]: { ...terms, ...more },
  [`${name}/service-events.csv`]: file,
});

async function taken(home: string, files: Record<string, string | object>) {
  land(home, files);
  return ingestDeliveries(portsOf(home));
}

const early = '2024-01-05';
const late = '2024-01-20';

describe('the last word', () => {
  it('is the last delivery’s, also where it says again, byte for byte, what the first said', async () => {
    const home = temporaryFolder();
    await taken(home, {
      ...delivery('2025-01', events({ x: early })),
      ...delivery('2025-02', events({ x: late })),
      ...delivery('2025-03', events({ x: early })),
    });
    expect(await lastWords(home)).toEqual([`x ${early}`]);
  });

  it('is that of a file mended in its place, whichever rows it has: the old file has no word any more', async () => {
    for (const contacts of ['1', '2', '3', '4', '5', '6']) {
      const home = temporaryFolder();
      await taken(home, delivery('d1', events({ m: early, gone: early })));
      const { files } = await taken(home, delivery('d1', events({ m: late }, { contacts })));
      expect(files.map(({ state }) => state)).toEqual(['taken-in']);
      expect(await lastWords(home)).toEqual([`m ${late}`]);
      const other = temporaryFolder();
      await taken(other, delivery('d1', events({ m: late }, { contacts })));
      expect(madeIn(home)).toEqual(madeIn(other));
    }
  });

  it('is the old one again where the mending is undone', async () => {
    const home = temporaryFolder();
    for (const day of [early, late, early]) await taken(home, delivery('d1', events({ m: day })));
    expect(await lastWords(home)).toEqual([`m ${early}`]);
  });

  it('is that of delivery 2025-10 after 2025-9, in whatever order they came', async () => {
    const [september, october] = [
      delivery('2025-9', events({ x: early })),
      delivery('2025-10', events({ x: late })),
    ];
    for (const order of [
      [september, october],
      [october, september],
    ]) {
      const home = temporaryFolder();
      for (const files of order) await taken(home, files);
      expect(await lastWords(home)).toEqual([`x ${late}`]);
    }
  });
});

describe('deliveries whose names are not in the order in which their rows were recorded', () => {
  const told = (name: string, recordedOn: string) =>
    delivery(name, events({ x: early, y: early }, { recordedOn }));
  const count = (report: { files: readonly { delivery: string; outOfOrder?: number | undefined }[] }) =>
    report.files.map((file) => [file.delivery, file.outOfOrder]);

  it('are told, in whatever order they come', async () => {
    const [january, february] = [told('tammikuu', '2024-02-01'), told('helmikuu', '2024-03-01')];
    expect(count(await taken(temporaryFolder(), { ...january, ...february }))).toEqual([
      ['helmikuu', undefined],
      ['tammikuu', 2],
    ]);
    const home = temporaryFolder();
    await taken(home, january);
    expect(count(await taken(home, february))).toContainEqual(['helmikuu', 2]);
  });

  it('are not told where they are', async () => {
    const report = await taken(temporaryFolder(), { ...told('1', '2024-02-01'), ...told('2', '2024-02-01') });
    expect(count(report)).toEqual([
      ['1', undefined],
      ['2', undefined],
    ]);
  });
});

describe('a key', () => {
  const reasons = (home: string) =>
    readdirSync(join(home, 'quarantine'))
      .filter((name) => name.endsWith('.csv'))
      .flatMap((name) =>
        readFileSync(join(home, 'quarantine', name), 'utf8')
          .trimEnd()
          .split('\n')
          .slice(1),
      );

  it('that two files of a delivery have is turned away in the second, by file, line and field', async () => {
    const home = temporaryFolder();
    const { files } = await taken(home, {
      ...delivery('d1', events({ 7: early })),
      'd1/service-events.avo.csv': events({ 7: early, 8: early }, { clientIdentifier: 'local:test:2' }),
    });
    expect(files.map(({ accepted, quarantined }) => [accepted, quarantined])).toEqual([
      [2, 0],
      [0, 1],
    ]);
    expect(reasons(home)).toEqual(['d1,service-events.csv,2,eventId,key-in-another-file']);
  });

  it('that is another person’s other row is turned away, in whichever delivery it comes', async () => {
    const home = temporaryFolder();
    const other = { clientIdentifier: 'local:test:2' };
    await taken(home, {
      ...delivery('d1', events({ 1: early })),
      ...delivery('d2', events({ 1: late }, other)),
    });
    expect(await lastWords(home)).toEqual([`1 ${early}`]);
    expect(reasons(home)).toEqual(['d2,service-events.csv,2,eventId,key-of-another-person']);
  });

  it('may be given to another person by a later word on the same day, and that is told', async () => {
    const home = temporaryFolder();
    const { files } = await taken(home, {
      ...delivery('d1', events({ 1: early })),
      ...delivery('d2', events({ 1: early }, { clientIdentifier: 'local:test:2' })),
    });
    expect(files.map(({ quarantined, moved }) => [quarantined, moved])).toEqual([
      [0, undefined],
      [0, 1],
    ]);
  });
});

describe('a row is taken back', () => {
  const withdrawn = (id: string) =>
    `${eventFile(eventLine(id, { recordedOn: '2024-03-01' })).trimEnd()},yes\n`.replace(
      'recordedOn',
      'recordedOn,isWithdrawn',
    );

  it('by a row that says so, until a later delivery has it again', async () => {
    const home = temporaryFolder();
    await taken(home, delivery('d1', events({ a: early, b: early })));
    await taken(home, delivery('d2', withdrawn('a')));
    expect(await lastWords(home)).toEqual([`b ${early}`]);
    await taken(home, delivery('d3', events({ a: late })));
    expect(await lastWords(home)).toEqual([`a ${late}`, `b ${early}`]);
  });

  const all = { complete: [{ table: 'service-events', from: '2024-01-01', to: '2024-01-10' }] };

  it('by a delivery that is complete without it, for its table and days only', async () => {
    const home = temporaryFolder();
    await taken(home, delivery('d1', events({ a: early, b: early, c: late })));
    const { complete } = await taken(home, delivery('d2', events({ b: early }), all));
    expect(complete).toMatchObject([{ delivery: 'd2', table: 'service-events', takenBack: 1 }]);
    expect(await lastWords(home)).toEqual([`b ${early}`, `c ${late}`]);
    const before = madeIn(home);
    expect((await ingestDeliveries(portsOf(home))).complete).toEqual(complete);
    expect(madeIn(home)).toEqual(before);
    await taken(home, delivery('d2', events({ b: early })));
    expect(await lastWords(home)).toEqual([`a ${early}`, `b ${early}`, `c ${late}`]);
  });

  it('and stands again where the delivery that is complete has it after all, mended or in another file', async () => {
    const mended = { ...delivery('d2', events({ a: late, b: early }), all) };
    const beside = {
      'd2/service-events.rest.csv': events({ a: late }),
    };
    for (const put of [mended, beside]) {
      const home = temporaryFolder();
      await taken(home, delivery('d1', events({ a: early, b: early })));
      await taken(home, delivery('d2', events({ b: early }), all));
      expect(await lastWords(home)).toEqual([`b ${early}`]);
      const { files, complete } = await taken(home, put);
      expect(files.map(({ quarantined }) => quarantined)).not.toContain(1);
      expect(complete).toMatchObject([{ takenBack: 0, isComplete: true }]);
      expect(await lastWords(home)).toEqual([`a ${late}`, `b ${early}`]);
    }
  });

  it('but not where rows of the delivery were turned away, since one of them may be it', async () => {
    const home = temporaryFolder();
    await taken(home, delivery('d1', events({ a: early, b: early })));
    const damaged = events({ b: early, a: '2024-01-99' });
    const { complete } = await taken(home, delivery('d2', damaged, all));
    expect(complete).toMatchObject([{ takenBack: 0, quarantined: 1, isComplete: false }]);
    expect(await lastWords(home)).toEqual([`a ${early}`, `b ${early}`]);
  });
});

describe('a delivery of which nothing can be taken', () => {
  it('is fruitless, and so is one of whose tables one gave nothing', async () => {
    const euros = eventFile(eventLine('e', { contacts: '' }))
      .replace('contacts', 'costCents')
      .replace(',,', ',380.00,');
    const report = await taken(temporaryFolder(), delivery('d1', euros));
    expect(report.files).toMatchObject([
      { accepted: 0, faults: [{ field: 'costCents', rule: 'not-whole-cents', rows: 1 }] },
    ]);
    expect(isFruitless(report)).toBe(true);
    expect(isFruitless(await taken(temporaryFolder(), delivery('d1', events({ e: early }))))).toBe(false);
    expect(
      isFruitless(await taken(temporaryFolder(), { 'd1/delivery.json': terms, 'd1/x.csv': 'a\n' })),
    ).toBe(true);
  });
});

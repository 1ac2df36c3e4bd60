import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { LakeConsentLedger } from '../../../functions/adapters/lake/lake-consent-ledger.ts';
import { LakeRelationshipRegister } from '../../../functions/adapters/lake/lake-relationship-register.ts';
import { relationshipsInForce } from '../../../functions/core/release/related-clients.ts';
import { type EngineHome, lakeEngines } from '../athena/lake-engines.ts';

const [anna, bo, nobody] = ['a', 'b', 'c'].map((digit) => digit.repeat(32)) as [string, string, string];

const consentRows = `
  ('${anna}', 'e1', 'consent-given', 'all', 'rai', timestamp '2025-01-01 10:00:00.25', timestamp '2025-01-02 00:00:00', 'letter', 'w-1', 'd1', 2),
  ('${anna}', 'e2', 'consent-withdrawn', 'outreach', 'all', timestamp '2025-02-01 00:00:00', timestamp '2025-02-01 00:00:00', 'visit', 'w-1', 'd1', 3),
  ('${bo}', 'e3', 'objection', 'planning', 'all', timestamp '2025-03-01 00:00:00', timestamp '2025-03-01 00:00:00', 'e-service', 'w-2', 'd1', 4)`;
const relationshipRows = `
  ('${anna}', 'r1', 'unit-1', 'care', date '2024-01-01', null, 'social-care', date '2024-01-02', 'd1', 2),
  ('${anna}', 'r1', 'unit-1', 'care', date '2024-01-01', date '2025-01-31', 'social-care', date '2025-02-01', 'd2', 2),
  ('${bo}', 'r2', 'unit-2', 'client', date '2023-05-01', null, 'social-care', date '2023-05-01', 'd1', 3)`;

/** Two people of one unit; one that has ended, one that begins later, one known late; out of order. */
const manyRelationships = `
  ('${bo}', 'r5', 'unit-4', 'care', date '2024-01-01', null, 'social-care', date '2024-08-01', 'd1', 6),
  ('${anna}', 'r1', 'unit-2', 'care', date '2024-01-01', null, 'social-care', date '2024-01-02', 'd1', 2),
  ('${bo}', 'r2', 'unit-2', 'client', date '2024-01-01', null, 'social-care', date '2024-01-01', 'd1', 3),
  ('${anna}', 'r3', 'unit-3', 'care', date '2023-01-01', date '2024-06-30', 'social-care', date '2023-01-01', 'd1', 4),
  ('${bo}', 'r4', 'unit-0', 'care', date '2024-07-01', null, 'social-care', date '2024-06-01', 'd1', 5)`;

const columns = {
  'consent-events':
    'client, consent_event_id, kind, purpose, covered_source, effective_at, recorded_at, channel, recorded_by, delivery, line',
  'client-relationships':
    'client, relationship_id, unit, kind, started_on, ended_on, data_source, recorded_on, delivery, line',
};

let home: EngineHome;

const covered = { coversFrom: '2023-01-01', coversTo: '2025-12-31' };

async function publishLake(tables: Partial<Record<keyof typeof columns, string>>) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const files = [];
  for (const [table, rows] of Object.entries(tables)) {
    const path = await home.writing.location('tables', 'lake', `${table}/f1.parquet`);
    const named = columns[table as keyof typeof columns];
    await connection.run(
      `copy (select * from (values ${rows}) as t(${named})) to '${path}' (format parquet)`,
    );
    const counts = { delivered: 3, accepted: 3, quarantined: 0, rules: {} };
    files.push({
      delivery: 'd1',
      name: `${table}.csv`,
      table: table as TableName,
      fileId: 'f1',
      ...covered,
      ...counts,
    });
  }
  const summary = { pseudonymKeyId: 'k1', ...covered, files };
  const fileNames = files.map(({ table }) => `${table}/f1.parquet`);
  const fingerprint = JSON.stringify(Object.keys(tables));
  const draft = {
    station: 'tables',
    run: 'lake',
    fingerprint,
    origin: 'simulated' as const,
    summary,
    fileNames,
  };
  await home.writing.publish(draft, await home.writing.current('tables'));
}

for (const [engine, open] of Object.entries(lakeEngines)) {
  describe(`by ${engine}`, () => {
    beforeAll(async () => {
      home = await open();
      await publishLake({ 'consent-events': consentRows, 'client-relationships': relationshipRows });
    });
    afterAll(() => home.close());

    describe('the consent ledger in the lake', () => {
      it('is asked about ten thousand people at once, and needs no more memory for it', async () => {
        const many = Array.from({ length: 10_000 }, (_, at) => `${at}`.padStart(32, '0'));
        const events = await new LakeConsentLedger(home.publications, home.engine).eventsOf([anna, ...many]);
        expect(events.size).toBe(10_001);
        expect(events.get(anna)).toHaveLength(2);
      });

      it('gives each asked person’s events, to the fraction of a second, and an empty list where there are none', async () => {
        const events = await new LakeConsentLedger(home.publications, home.engine).eventsOf([anna, nobody]);
        expect([...events.keys()]).toEqual([anna, nobody]);
        expect(events.get(nobody)).toEqual([]);
        expect(events.get(anna)).toHaveLength(2);
        expect(events.get(anna)?.find((event) => event.consentEventId === 'e1')).toEqual({
          consentEventId: 'e1',
          kind: 'consent-given',
          purpose: 'all',
          coveredSource: 'rai',
          effectiveAt: '2025-01-01T10:00:00.250000Z',
          recordedAt: '2025-01-02T00:00:00.000000Z',
        });
      });

      it('does not take a name for anything but a value', async () => {
        const events = await new LakeConsentLedger(home.publications, home.engine).eventsOf([
          "x') or true --",
        ]);
        expect([...events.values()]).toEqual([[]]);
      });
    });

    describe('the register of relationships in the lake', () => {
      it('lets the latest version of a relationship replace the earlier', async () => {
        const register = new LakeRelationshipRegister(home.publications, home.engine);
        const relationships = await register.relationshipsOf([anna, bo, nobody]);
        expect(relationships.get(anna)).toEqual([
          { unit: 'unit-1', startedOn: '2024-01-01', endedOn: '2025-01-31', recordedOn: '2025-02-01' },
        ]);
        expect(relationships.get(bo)).toEqual([
          { unit: 'unit-2', startedOn: '2023-05-01', recordedOn: '2023-05-01' },
        ]);
        expect(relationships.get(nobody)).toEqual([]);
      });

      it.each([
        ['from the first day of a relationship that was known by then', '2023-05-01', ['unit-2']],
        ['not the day before', '2023-04-30', []],
        ['not before it is known that one ends, as the gate has it', '2025-01-31', ['unit-2']],
        ['not after one has ended', '2025-02-01', ['unit-2']],
      ])('names the units of a day: %s', async (_, day, units) => {
        const register = new LakeRelationshipRegister(home.publications, home.engine);
        expect(await register.unitsOn(day)).toEqual(units);
      });

      it('names the units of exactly those relationships that the gate has in force', async () => {
        const register = new LakeRelationshipRegister(home.publications, home.engine);
        await publishLake({ 'client-relationships': manyRelationships });
        const known = await register.relationshipsOf([anna, bo]);
        const all = [...known.values()].flat();
        const days = ['2023-12-31', '2024-01-01', '2024-01-02', '2024-06-30', '2024-07-01', '2024-08-01'];
        for (const day of days) {
          const inForce = relationshipsInForce(all, `${day}T12:00:00Z`).map(({ unit }) => unit);
          expect(await register.unitsOn(day), day).toEqual([...new Set(inForce)].sort());
        }
        expect(await register.unitsOn('2024-08-01')).toEqual(['unit-0', 'unit-2', 'unit-4']);
      });
    });

    describe('a lake to which no consents were delivered', () => {
      it('has no events of anyone', async () => {
        await publishLake({ 'client-relationships': relationshipRows });
        const events = await new LakeConsentLedger(home.publications, home.engine).eventsOf([anna]);
        expect(events.get(anna)).toEqual([]);
      });
    });
  });
}

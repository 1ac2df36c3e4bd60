import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import { JoinedPeople } from '../../../functions/core/identity/joined-people.ts';
import { Pseudonymiser } from '../../../functions/core/identity/pseudonym.ts';
import { IdentitySealer } from '../../../functions/core/identity/sealed-identity.ts';
import { ingestFile } from '../../../functions/core/ingest/ingest-file.ts';
import { RowDoor } from '../../../functions/core/ingest/row-door.ts';
import { land, madeIn, portsOf, terms } from '../../e2e/ingest/county-home.ts';
import { testCode } from '../../unit/identity/identity-codes.ts';
import { temporaryFolder } from './temporary-folder.ts';

const people = [
  'local:test:1',
  'local:test:2',
  'local:test:3',
  testCode('1950-01-01'),
  testCode('1950-01-01').toLowerCase(),
];
const pseudonymOf = (person: string) => new Pseudonymiser(new Uint8Array(32)).pseudonymOf(person);
const erased = new Set([pseudonymOf('local:test:2')]);
/** Two of them are one. */
const joined = new JoinedPeople([[pseudonymOf('local:test:3'), pseudonymOf('local:test:1')]]);
const days = ['2024-02-29', '2024-01-01', '2024-01-02', '2024-03-31'];
const oddDays = [
  '2024-02-30',
  '9999-12-31',
  '31.12.2024',
  '2024-1-1',
  '1849-12-31',
  ' 2024-01-01',
  '2024-01-01T00:00:00Z',
];
const odd = [
  '',
  ' ',
  'x\x1fy',
  '\uFFFE',
  '3.0',
  '007',
  '-1',
  '1e3',
  'ä',
  '"',
  ',',
  "o'x",
  `a${testCode('1950-01-01')}`,
];

/** Texts that a field might have: most of them right, so that rows are right now and then. */
const texts: Readonly<Record<string, readonly string[]>> = {
  clientIdentifier: people,
  eventId: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'],
  diagnosisId: ['d1', 'd2', 'd3', 'd4', 'd5'],
  assessmentId: ['a1', 'a2', 'a3', 'a4'],
  consentEventId: ['c1', 'c2', 'c3', 'c4', 'c5'],
  serviceArea: ['31', '10', 'T99'],
  serviceForm: ['T11', '31'],
  contactType: ['R10', 'R50'],
  isEmergency: ['yes', 'no'],
  contacts: ['1', '2', '10000', '10001'],
  costCents: ['0', '12000', '00012'],
  unit: ['u-1', 'u.2'],
  dataSource: ['social-care', 'primary-care', 'rai'],
  codeSystem: ['ICD-10', 'ICPC-2', 'local'],
  code: ['G30.1', 'g30.1 ', 'F00.1*G30.1', 'P70', 'ABC'],
  instrument: ['RAI-HC'],
  scale: ['MAPLE', 'CPS', 'ADLH'],
  points: ['1', '5', '6', '6.0'],
  isWithdrawn: ['yes', 'no'],
  kind: ['consent-given', 'objection', 'client', 'care'],
  decisionId: ['s1', 's2', 's3', 's4'],
  decisionType: ['regular-home-care', 'informal-care-support'],
  decision: ['granted', 'denied'],
  relationshipId: ['r1', 'r2', 'r3', 'r4'],
  purpose: ['all', 'outreach'],
  coveredSource: ['all', 'rai'],
  channel: ['letter', 'visit'],
  recordedBy: ['w1'],
  effectiveAt: ['2024-01-01T10:00:00Z', '2024-01-01T10:00:00.123456789Z', '2024-01-01T10:00:00+02:00'],
  recordedAt: ['2024-01-02T10:00:00Z', '2024-01-02'],
};
const textOf = (field: string) => {
  const right = texts[field] ?? days;
  return fc.oneof(
    { weight: 80, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...odd, ...oddDays) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
};

const fieldsOf = (table: TableName) => ['clientIdentifier', ...Object.keys(tables[table].columns)];
const rowsOf = (table: TableName) =>
  fc.array(fc.tuple(...fieldsOf(table).map(textOf)), { minLength: 1, maxLength: 80 });

async function writeParquet(
  location: string,
  names: readonly string[],
  rows: readonly (readonly (string | null)[])[],
) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`create table given (${names.map((name) => `"${name}" varchar`).join(', ')})`);
  const appender = await connection.createAppender('given');
  for (const row of rows) {
    for (const text of row) {
      if (text === null) appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`copy given to '${location}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

/** Takes a landed Parquet file in, by columns or row by row. */
async function takenIn(home: string, table: TableName, isByColumns: boolean) {
  const ports = portsOf(home);
  const key = new Uint8Array(32);
  const origin = terms.origin as DataOrigin;
  const door = new RowDoor(table, origin, {
    pseudonymiser: new Pseudonymiser(key),
    sealer: new IdentitySealer([key]),
    people: joined,
    erased,
  });
  expect(door.distinctCheck).toBeDefined();
  if (!isByColumns) Object.assign(door, { distinctCheck: undefined });
  const file = { delivery: '2024', name: `${table}.parquet`, bytes: 1 };
  mkdirSync(join(home, 'lake'), { recursive: true });
  const location = join(home, 'lake', `${isByColumns}.parquet`);
  const { record } = await ingestFile(ports, {
    file,
    table,
    format: 'parquet',
    terms: { ...terms, origin },
    fileId: '2024.0123456789abcdef',
    door,
    location,
    others: [],
    onBytes: () => {},
  } as Parameters<typeof ingestFile>[1]);
  const made = Object.entries(madeIn(home)).filter(([path]) => path.startsWith('quarantine'));
  await ports.lake.close();
  return { record, made, bytes: readFileSync(location, 'hex') };
}

describe('a file taken by its distinct texts', () => {
  const inColumns = (Object.keys(tables) as TableName[]).filter(
    (table) => tables[table].identityFields.length === 0 && !('saysWhoIsWho' in tables[table]),
  );

  it.each(inColumns)('is in the lake and in quarantine as row by row, to the byte: %s', async (table) => {
    await fc.assert(
      fc.asyncProperty(rowsOf(table), async (rows) => {
        const home = temporaryFolder();
        land(home, { '2024/delivery.json': terms });
        await writeParquet(join(home, 'landing/2024', `${table}.parquet`), fieldsOf(table), rows);
        expect(await takenIn(home, table, true)).toEqual(await takenIn(home, table, false));
      }),
      { numRuns: 8 },
    );
  });
});

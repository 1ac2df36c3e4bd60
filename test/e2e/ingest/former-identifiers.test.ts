import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { IdentityRegister } from '../../../functions/core/identity/identity-register.ts';
import { Pseudonymiser } from '../../../functions/core/identity/pseudonym.ts';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { testCode } from '../../unit/identity/identity-codes.ts';
import { eventFile, eventLine, land, portsOf, pseudonymKey, terms } from './county-home.ts';

const pseudonymiser = new Pseudonymiser(Buffer.from(pseudonymKey, 'hex'));
const real = testCode('1940-05-05');
const temporary = 'local:intake:7';
const first = 'local:emergency:X1';
const [realPseudonym, temporaryPseudonym] = [real, temporary].map((one) => pseudonymiser.pseudonymOf(one));

const sayHeader = 'clientIdentifier,formerIdentifier,dataSource,recordedOn,isWithdrawn';
const say = (clientIdentifier: string, formerIdentifier: string, isWithdrawn = '') =>
  [clientIdentifier, formerIdentifier, 'population-register', '2024-03-01', isWithdrawn].join(',');
const sayFile = (...rows: readonly string[]) => `${[sayHeader, ...rows].join('\n')}\n`;

const clientHeader =
  'clientIdentifier,validFrom,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn,familyName';
const client = (identifier: string, validFrom: string, familyName: string) =>
  `${identifier},${validFrom},1940-05-05,female,sv,905,population-register,2024-01-01,${familyName}`;
const clientFile = (...rows: readonly string[]) => `${[clientHeader, ...rows].join('\n')}\n`;

async function rowsIn(home: string, sql: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(sql.replaceAll('lake/', `${join(home, 'tables', 'lake')}/`));
  connection.closeSync();
  instance.closeSync();
  return found.getRows().map((row) => row.join(' '));
}

/** Whose every row is by now: by table, key and client, without what says who is who. */
const whose = async (home: string) => [
  ...(await rowsIn(
    home,
    `select event_id, started_on, client, delivery, line
     from read_parquet('lake/service-events/*.parquet', union_by_name = true) order by all`,
  )),
  ...(readdirSync(join(home, 'tables', 'lake')).includes('clients')
    ? await rowsIn(
        home,
        `select valid_from, client, delivery, line
         from read_parquet('lake/clients/*.parquet', union_by_name = true) order by all`,
      )
    : []),
];

const nameOf = async (home: string, pseudonym: string) => {
  const { vault, keys } = portsOf(home);
  return (await new IdentityRegister(vault, keys).lookUp(new Set([pseudonym])))(pseudonym)?.familyName;
};

const deliveries = {
  rows: {
    'd1/delivery.json': terms,
    'd1/service-events.csv': eventFile(
      eventLine('t1', { clientIdentifier: temporary }),
      eventLine('t0', { clientIdentifier: first }),
      eventLine('o1', { clientIdentifier: 'local:test:9' }),
    ),
    'd1/clients.csv': clientFile(
      client(temporary, '2023-01-01', 'Then'),
      client(real, '2024-01-01', 'Now'),
      client(temporary, '2024-01-01', 'Then'),
    ),
  },
  again: {
    'd2/delivery.json': terms,
    // the same event under the real code, its day put right: another row under the key, unless the two are one
    'd2/service-events.csv': eventFile(
      eventLine('t1', { clientIdentifier: real, startedOn: '2024-01-09' }),
      eventLine('r1', { clientIdentifier: real }),
    ),
  },
  says: {
    'd3/delivery.json': terms,
    'd3/former-identifiers.csv': sayFile(say(real, temporary), say(temporary, first)),
  },
};

async function takenIn(order: readonly (keyof typeof deliveries)[]) {
  const home = temporaryFolder();
  let report = await ingestDeliveries(portsOf(home));
  for (const one of order) {
    land(home, deliveries[one]);
    report = await ingestDeliveries(portsOf(home));
  }
  return { home, report };
}

describe('a person whom deliveries call by several identifiers', () => {
  it('is one client in every table, whatever came first', async () => {
    const whole = temporaryFolder();
    for (const files of Object.values(deliveries)) land(whole, files);
    const { joined } = await ingestDeliveries(portsOf(whole));
    expect(joined).toEqual({ people: 1, rows: 0, faults: [] });
    const rows = await whose(whole);
    expect(rows.filter((row) => row.includes(realPseudonym!))).toHaveLength(6);
    expect(rows.filter((row) => row.includes(temporaryPseudonym!))).toEqual([]);
    for (const order of [
      ['rows', 'again', 'says'],
      ['says', 'rows', 'again'],
      ['again', 'says', 'rows'],
    ] as const) {
      const { home, report } = await takenIn(order);
      expect(await whose(home), order.join()).toEqual(rows);
      expect(report.joined.people).toBe(1);
      const { fingerprint } = report.publication!;
      const summary = report.publication!.summary as { files: { isOutdated?: true }[] };
      expect(summary.files.filter(({ isOutdated }) => isOutdated)).toEqual([]);
      const other = (await portsOf(whole).publications.current('tables'))!;
      expect(fingerprint).toBe(other.fingerprint);
    }
  });

  it('is told by how many rows were moved', async () => {
    const { report } = await takenIn(['rows', 'says']);
    expect(report.joined).toEqual({ people: 1, rows: 3, faults: [] });
  });

  it('has one row a day: the second of a delivery is turned away with its reason', async () => {
    const { home, report } = await takenIn(['rows', 'says']);
    const { files } = report.publication!.summary as { files: { table: string; quarantined: number }[] };
    expect(files.find(({ table }) => table === 'clients')).toMatchObject({
      delivered: 3,
      accepted: 2,
      quarantined: 1,
      rules: { 'duplicate-key': 1 },
      faults: [{ field: 'clientIdentifier+validFrom', rule: 'duplicate-key', rows: 1 }],
    });
    const { quarantine } = portsOf(home);
    const [{ fileId }] = files.filter(({ table }) => table === 'clients') as unknown as [{ fileId: string }];
    expect(await quarantine.reasonsOf(fileId)).toEqual([
      { line: 4, field: 'clientIdentifier+validFrom', rule: 'duplicate-key' },
    ]);
  });

  it('is one also where the deliveries have gone from landing/', async () => {
    const home = temporaryFolder();
    land(home, deliveries.rows);
    await ingestDeliveries(portsOf(home));
    rmSync(join(home, 'landing', 'd1'), { recursive: true });
    land(home, deliveries.says);
    await ingestDeliveries(portsOf(home));
    const { home: whole } = await takenIn(['says', 'rows']);
    expect(await whose(home)).toEqual(await whose(whole));
  });

  it('has one identity in the vault, that of the latest row, under the present pseudonym', async () => {
    for (const order of [
      ['rows', 'says'],
      ['says', 'rows'],
    ] as const) {
      const { home } = await takenIn(order);
      expect(await nameOf(home, realPseudonym!)).toBe('Now');
      expect(await nameOf(home, temporaryPseudonym!)).toBeUndefined();
    }
  });

  it('is two again where what was said is taken back, as if it had never been said', async () => {
    const { home: never } = await takenIn(['rows', 'again']);
    const { home } = await takenIn(['rows', 'again', 'says']);
    const back = sayFile(say(real, temporary, 'yes'), say(temporary, first, 'yes'));
    land(home, { 'd4/delivery.json': terms, 'd4/former-identifiers.csv': back });
    const { joined, publication } = await ingestDeliveries(portsOf(home));
    expect(joined.people).toBe(0);
    expect(publication!.summary.joined).toBeUndefined();
    expect(await whose(home)).toEqual(await whose(never));
    expect(await nameOf(home, temporaryPseudonym!)).toBe('Then');
  });

  it('is nobody’s where two claim one identifier, or it leads in a circle: told by file, joined by neither', async () => {
    const claims = (name: string, ...rows: readonly string[]) => ({
      [`${name}/delivery.json`]: terms,
      [`${name}/former-identifiers.csv`]: sayFile(...rows),
    });
    const one = claims('d5', say(real, temporary), say('local:test:3', 'local:test:4'));
    const other = claims('d6', say('local:test:2', temporary), say('local:test:4', 'local:test:3'));
    const faults = [
      { delivery: 'd5', name: 'former-identifiers.csv', rule: 'in-a-circle', identifiers: 1 },
      { delivery: 'd5', name: 'former-identifiers.csv', rule: 'claimed-by-two', identifiers: 1 },
      { delivery: 'd6', name: 'former-identifiers.csv', rule: 'in-a-circle', identifiers: 1 },
      { delivery: 'd6', name: 'former-identifiers.csv', rule: 'claimed-by-two', identifiers: 1 },
    ];
    for (const order of [
      [one, other],
      [other, one],
    ]) {
      const { home } = await takenIn(['rows']);
      for (const files of order) {
        land(home, files);
        await ingestDeliveries(portsOf(home));
      }
      const { joined } = await ingestDeliveries(portsOf(home));
      expect(joined.people).toBe(0);
      expect(joined.faults).toHaveLength(4);
      expect(joined.faults).toEqual(expect.arrayContaining(faults));
      expect((await whose(home)).filter((row) => row.includes(temporaryPseudonym!))).toHaveLength(3);
    }
  });

  it('is named nowhere outside the vault, and a row that names nobody is turned away by its field', async () => {
    const { home } = await takenIn(['rows', 'says']);
    const said = await rowsIn(home, `select * from read_parquet('lake/former-identifiers/*.parquet')`);
    expect(said.join()).not.toContain(real);
    expect(said.join()).not.toContain('local:');
    land(home, {
      'd7/delivery.json': terms,
      'd7/former-identifiers.csv': sayFile(say(real, '010101-000'), say(real, real.toLowerCase())),
    });
    const { files } = await ingestDeliveries(portsOf(home));
    expect(files.find(({ delivery }) => delivery === 'd7')!.faults).toEqual([
      { field: 'formerIdentifier', rule: 'contradicting-fields', rows: 1 },
      { field: 'formerIdentifier', rule: 'not-a-person-identifier', rows: 1 },
    ]);
  });
});

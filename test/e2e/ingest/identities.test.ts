import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { IdentityRegister } from '../../../functions/core/identity/identity-register.ts';
import { Pseudonymiser } from '../../../functions/core/identity/pseudonym.ts';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { testCode } from '../../unit/identity/identity-codes.ts';
import { eventFile, eventLine, land, madeIn, portsOf, pseudonymKey, terms } from './county-home.ts';

const person = testCode('1940-05-05');
const pseudonym = new Pseudonymiser(Buffer.from(pseudonymKey, 'hex')).pseudonymOf(person);
const header =
  'clientIdentifier,validFrom,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn,familyName,telephone';
const client = (validFrom: string, telephone: string, sex = 'female') =>
  `${person},${validFrom},1940-05-05,${sex},sv,905,population-register,2024-01-01,Meikäläinen,${telephone}`;

const secrets = [person, person.toLowerCase(), 'Meikäläinen', '+358 50 1', '+358 50 2', '+358 50 3'];

/** Rows right and wrong, headers and names of files: everywhere a person may slip in. */
async function countyWithPeople(): Promise<string> {
  const home = temporaryFolder();
  const clients = [client('2022-01-01', '+358 50 2'), client('2020-01-01', '+358 50 1')];
  land(home, {
    'd1/delivery.json': terms,
    'd1/clients.csv': [header, ...clients, client('2022-01-01', '+358 50 3'), client('x', 'x', person)].join(
      '\n',
    ),
    'd1/clients.headless.csv': [...clients, ...clients].join('\n'),
    'd1/service-events.csv': eventFile(
      eventLine('e1', { clientIdentifier: ` ${person.toLowerCase()} ` }),
      eventLine(person),
      eventLine('e3', { dataSource: person }),
      eventLine('e4', { clientIdentifier: `${person}1` }),
    ),
    'd1/service-events.extra.csv': eventFile(`${eventLine('e5')},1`).replace(
      'recordedOn',
      `recordedOn,${person}`,
    ),
    [`d1/clients.${person}.csv`]: [header, ...clients].join('\n'),
    [`d1/${person}.txt`]: '',
  });
  await giveParquet(home);
  return home;
}

async function giveParquet(home: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const file = join(home, 'landing', 'd1');
  await connection.run(`copy (select * replace (eventId || 'p' as eventId)
    from read_csv('${file}/service-events.csv', all_varchar = true)) to '${file}/service-events.p.parquet'`);
  connection.closeSync();
  instance.closeSync();
}

/** Parquet is compressed, so its values are read, not its bytes. */
async function lakeText(home: string): Promise<string> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const glob = join(home, 'tables', 'lake', '*', '*.parquet');
  const rows = await connection.runAndReadAll(`select * from read_parquet('${glob}', union_by_name = true)`);
  connection.closeSync();
  instance.closeSync();
  return JSON.stringify(rows.getRowsJson());
}

describe('behind the door', () => {
  it('nobody has a name or a personal identity code, in tables, vault, quarantine or report', async () => {
    const home = await countyWithPeople();
    const report = await ingestDeliveries(portsOf(home));
    const bytes = Object.values(madeIn(home)).map((hex) => Buffer.from(hex, 'hex').toString('utf8'));
    const everything = [...bytes, JSON.stringify(report), await lakeText(home)];
    for (const secret of secrets) expect(everything.filter((text) => text.includes(secret))).toEqual([]);
    expect(everything.at(-1)).toContain(pseudonym);
    expect(report.files.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(5);
  });

  it('errors say nothing of a person either', async () => {
    const home = temporaryFolder();
    land(home, { [`${person}/delivery.json`]: terms });
    const failure = await ingestDeliveries(portsOf(home)).catch((error: Error) => error.message);
    expect(failure).toMatch(/^landing: a delivery’s name/);
    expect(failure).not.toContain(person);
  });

  it('the vault alone knows who a pseudonym is, by the latest accepted row', async () => {
    const home = await countyWithPeople();
    await ingestDeliveries(portsOf(home));
    const { vault, keys } = portsOf(home);
    const stranger = 'f'.repeat(32);
    const open = await new IdentityRegister(vault, keys).lookUp(new Set([pseudonym, stranger]));
    expect(open(stranger)).toBeUndefined();
    expect(open(pseudonym)).toEqual({
      clientIdentifier: person,
      validFrom: '2022-01-01',
      familyName: 'Meikäläinen',
      telephone: '+358 50 2',
    });
  });

  it('a row turned away leaves no identity in the vault', async () => {
    const home = await countyWithPeople();
    const { files } = await ingestDeliveries(portsOf(home));
    const clients = files.find(({ name }) => name === 'clients.csv')!;
    const sealed = readFileSync(join(home, 'vault', `${clients.fileId}.sealed`), 'utf8')
      .trimEnd()
      .split('\n');
    expect(sealed.map((line) => line.split(' ')[0])).toEqual(['2', '3']);
  });
});

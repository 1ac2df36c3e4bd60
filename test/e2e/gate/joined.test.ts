import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IngestReport } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import type { AccessDocument } from '../../../functions/core/rights/access-document.ts';
import { folderHome } from '../../../functions/homes/folder-home.ts';
import { gateOf } from '../../../functions/homes/gate.ts';
import { localService } from '../../../runner/service.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { testCode } from '../../unit/identity/identity-codes.ts';
import { eventFile, eventLine, land, terms as simulated } from '../ingest/county-home.ts';
import { query } from './files-of-a-home.ts';

const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
/** Keys of invented people are published, and never changed. */
const terms = { ...simulated, origin: 'register' };
const real = testCode('1940-05-05');
const temporary = testCode('1940-05-05', 905);
const other = testCode('1950-01-01');
const serviceOf = (home: string) => localService(home, silentProgress);

const clients = (...people: readonly string[]) =>
  [
    'clientIdentifier,validFrom,familyName,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn',
    ...people.map(
      (person) =>
        `${person},2020-01-01,Family,${person === other ? '1950-01-01' : '1940-05-05'},female,fi,905,population-register,2020-01-01`,
    ),
    '',
  ].join('\n');

const underTemporary = {
  'd1/delivery.json': terms,
  'd1/clients.csv': clients(temporary, other),
  'd1/service-events.csv': eventFile(
    eventLine('t1', { clientIdentifier: temporary }),
    eventLine('o1', { clientIdentifier: other }),
  ),
};
const underReal = {
  'd2/delivery.json': terms,
  'd2/clients.csv': clients(real),
  'd2/service-events.csv': eventFile(eventLine('r1', { clientIdentifier: real })),
};
const said = {
  'd3/delivery.json': terms,
  'd3/former-identifiers.csv': `clientIdentifier,formerIdentifier,dataSource,recordedOn\n${real},${temporary},population-register,2024-03-01\n`,
};

async function taken(home: string, files: Record<string, string | object>) {
  land(home, files);
  const { joined } = (await serviceOf(home).ingest()) as IngestReport;
  return joined;
}

async function tell(home: string, person: string, kind: 'objection' | 'erasure-request', id: string) {
  const client = (await serviceOf(home).pseudonymiser())(person);
  const notice = {
    client,
    consentEventId: id,
    kind,
    purpose: 'all',
    coveredSource: 'all',
    channel: 'letter',
  };
  await serviceOf(home).recordConsents({ requester: officer, notices: [notice] } as never);
  return client;
}

const pseudonymOf = async (home: string, person: string) => (await serviceOf(home).pseudonymiser())(person);
const letterOf = async (home: string, client: string): Promise<AccessDocument> =>
  serviceOf(home).heldData({ client, requester: officer, language: 'en' });
const findingsOf = async (home: string) => (await serviceOf(home).verify()).findings;

/** Rows of the tables that are of some pseudonyms, without what says who is who. */
const rowsOf = async (home: string, ...pseudonyms: readonly string[]) => {
  const tables = readdirSync(join(home, 'tables/lake')).filter(
    (name) => !['former-identifiers', 'joined'].includes(name),
  );
  const counts = await Promise.all(
    tables.map((table) =>
      query(
        `select count(*) as rows from read_parquet('${join(home, 'tables/lake', table)}/*.parquet', union_by_name = true)
         where client in (${pseudonyms.map((one) => `'${one}'`).join(', ')})`,
      ),
    ),
  );
  return counts.reduce((sum, [row]) => sum + Number(row!.rows), 0);
};

describe('a temporary code that became a real one', () => {
  it('leaves what the person said in force, and one letter tells of everything, log lines too', async () => {
    const home = temporaryFolder();
    await taken(home, underTemporary);
    const former = await tell(home, temporary, 'objection', 'c1');
    await taken(home, underReal);
    const present = await pseudonymOf(home, real);
    expect(present).not.toBe(former);
    expect((await letterOf(home, present)).said).toEqual([]);
    await taken(home, said);
    expect(await pseudonymOf(home, temporary)).toBe(present);
    for (const client of [present, former]) {
      const letter = await letterOf(home, client);
      expect(letter.said.map(({ kind }) => kind)).toEqual(['objection']);
      expect(Object.fromEntries(letter.tables.map(({ table, rows }) => [table, rows.length]))).toEqual({
        clients: 2,
        'service-events': 2,
        'former-identifiers': 1,
      });
      expect(letter.identityVersions).toBe(2);
      expect(letter.seen.some(({ entry }) => entry.kind === 'consent-recorded')).toBe(true);
      expect(JSON.stringify(letter.tables)).not.toContain(former);
      expect(letter.files.map(({ file, rows }) => [file, rows])).toEqual([
        ['landing/d1/clients.csv', 1],
        ['landing/d1/service-events.csv', 1],
        ['landing/d2/clients.csv', 1],
        ['landing/d2/service-events.csv', 1],
        ['landing/d3/former-identifiers.csv', 1],
      ]);
    }
    expect(await findingsOf(home)).toEqual([]);
    await serviceOf(home).rotateVaultKey({ requester: officer });
    expect(await findingsOf(home)).toEqual([]);
  });

  it('leaves in force what was delivered of it, for whoever was scored under it before', async () => {
    const home = temporaryFolder();
    const consents = [
      'clientIdentifier,consentEventId,kind,purpose,coveredSource,effectiveAt,recordedAt,channel,recordedBy',
      `${temporary},c9,objection,all,all,2024-01-01T10:00:00Z,2024-01-01T10:00:00Z,letter,worker-1`,
    ];
    await taken(home, {
      ...underTemporary,
      'd1/consent-events.csv': `${consents.join('\n')}\n`,
      ...underReal,
    });
    const former = await pseudonymOf(home, temporary);
    await taken(home, said);
    const asked = [former, await pseudonymOf(home, real), await pseudonymOf(home, other)];
    const events = await gateOf(folderHome(home)).consentLedger.eventsOf(asked);
    expect(asked.map((one) => events.get(one)?.map(({ kind }) => kind))).toEqual([
      ['objection'],
      ['objection'],
      [],
    ]);
  });

  it('is erased with everything that came under it, and comes back under neither', async () => {
    const home = temporaryFolder();
    await taken(home, { ...underTemporary, ...underReal });
    const former = await pseudonymOf(home, temporary);
    await taken(home, said);
    const client = await tell(home, real, 'erasure-request', 'c2');
    const { erased } = await serviceOf(home).erasePerson({ client, requester: officer });
    expect(erased).toMatchObject({ tables: { clients: 2, 'service-events': 2 }, identities: 2 });
    expect(await rowsOf(home, client, former)).toBe(0);
    await taken(home, {
      'd4/delivery.json': terms,
      'd4/service-events.csv': eventFile(
        eventLine('t2', { clientIdentifier: temporary }),
        eventLine('r2', { clientIdentifier: real }),
      ),
    });
    expect(await rowsOf(home, client, former)).toBe(0);
    expect(await rowsOf(home, await pseudonymOf(home, other))).toBe(2);
    expect(await findingsOf(home)).toEqual([]);
  });

  it('takes out of the tables what came under it, where the person had been erased before it was told', async () => {
    const home = temporaryFolder();
    await taken(home, { ...underTemporary, ...underReal });
    const former = await pseudonymOf(home, temporary);
    const client = await tell(home, real, 'erasure-request', 'c3');
    await serviceOf(home).erasePerson({ client, requester: officer });
    expect(await rowsOf(home, former)).toBe(2);
    const { people } = await taken(home, said);
    expect(people).toBe(1);
    expect(await rowsOf(home, client, former)).toBe(0);
    expect(await findingsOf(home)).toEqual([]);
  });

  it('is told by verify where the tables have not joined what they say', async () => {
    const home = temporaryFolder();
    await taken(home, { ...underTemporary, ...underReal, ...said });
    expect(await findingsOf(home)).toEqual([]);
    const path = join(home, 'tables/current.json');
    const current = readFileSync(path, 'utf8');
    const { joined: _, ...summary } = JSON.parse(current).summary;
    writeFileSync(path, JSON.stringify({ ...JSON.parse(current), summary }));
    expect(await findingsOf(home)).toEqual([
      { code: 'people-not-joined', where: 'tables/lake/former-identifiers', times: 1 },
    ]);
    writeFileSync(path, current);
    const claims = `clientIdentifier,formerIdentifier,dataSource,recordedOn\n${other},${temporary},population-register,2024-03-01\n`;
    await taken(home, { 'd5/delivery.json': terms, 'd5/former-identifiers.csv': claims });
    expect(await findingsOf(home)).toEqual([
      {
        code: 'identifier-claimed-by-two',
        where: 'd3/former-identifiers.csv · formerIdentifier',
        times: 1,
      },
      {
        code: 'identifier-claimed-by-two',
        where: 'd5/former-identifiers.csv · formerIdentifier',
        times: 1,
      },
    ]);
  });
});

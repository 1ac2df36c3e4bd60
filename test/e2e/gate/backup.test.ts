import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldFile } from '../../../data-contracts/schemas/held-file.ts';
import { HomeBackup } from '../../../data-contracts/schemas/home-backup.ts';
import { backUpHome } from '../../../functions/adapters/folder/home-backup.ts';
import type { IngestReport } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { localService } from '../../../runner/service.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { eventFile, eventLine, land, terms } from '../ingest/county-home.ts';
import { treeHash } from '../killed/tree-hash.ts';
import { filesUnder } from './files-of-a-home.ts';

const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
const people = [1, 2].map((person) => `local:test:${person}`);
const plain = { withKeys: false, withoutLanding: false };
const serviceOf = (home: string) => localService(home, silentProgress);

const land1 = (home: string) =>
  land(home, {
    'd1/delivery.json': { ...terms, origin: 'register' },
    'd1/clients.csv': [
      'clientIdentifier,validFrom,familyName,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn',
      ...people.map(
        (person) => `${person},2020-01-01,Family,1940-01-01,female,fi,905,population-register,2020-01-01`,
      ),
      '',
    ].join('\n'),
    'd1/service-events.csv': eventFile(
      ...people.map((clientIdentifier, at) => eventLine(`e${at}`, { clientIdentifier })),
    ),
  });

const say = async (home: string, person: string, kind: 'objection' | 'erasure-request', id: string) => {
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
};

/** Everything of a home with what it is, its audit log too. */
const whole = (home: string) => ({ ...treeHash(home), audit: JSON.stringify(auditOf(home)) });
const auditOf = (home: string) => filesUnder(join(home, 'audit')).map((path) => readFileSync(path, 'utf8'));

const statesOf = ({ files }: IngestReport) => files.map(({ state }) => state);

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'ennakko-copied-'));
  land1(home);
  await serviceOf(home).ingest();
  await say(home, people[0]!, 'objection', 'o-1');
}, 60_000);
afterAll(() => rmSync(home, { recursive: true }));

describe('a copy of a home', () => {
  it('is restored, after whatever has changed since, as it stood, and is sound', async () => {
    const to = join(temporaryFolder(), 'copy');
    const before = whole(home);
    await serviceOf(home).backUp(to, { ...plain, withKeys: true });
    const changed = temporaryFolder();
    cpSync(home, changed, { recursive: true });
    await say(changed, people[1]!, 'objection', 'o-2');
    land(changed, {
      'd2/delivery.json': { ...terms, origin: 'register' },
      'd2/service-events.csv': eventFile(),
    });
    await serviceOf(changed).ingest();
    const again = join(temporaryFolder(), 'again');
    await serviceOf(again).restore({ from: to });
    expect(whole(again)).toEqual(before);
    const { findings } = await serviceOf(again).verify();
    expect(findings).toEqual([]);
    expect(statesOf(await serviceOf(again).ingest())).toEqual(['seen-before', 'seen-before']);
  }, 60_000);

  it('has no keys unless they are asked for, and what it restores makes none of its own', async () => {
    const to = join(temporaryFolder(), 'copy');
    await serviceOf(home).backUp(to, plain);
    expect(filesUnder(to).filter((path) => path.endsWith('.key'))).toEqual([]);
    const again = join(temporaryFolder(), 'again');
    expect((await serviceOf(again).restore({ from: to })).hasKeys).toBe(false);
    await expect(serviceOf(again).ingest()).rejects.toMatchObject({ code: 'unusable-key' });
    expect(existsSync(join(again, 'keys'))).toBe(false);
    const other = join(temporaryFolder(), 'other');
    expect((await serviceOf(other).restore({ from: to, keys: join(home, 'keys') })).hasKeys).toBe(true);
    expect((await serviceOf(other).ingest()).files[0]!.state).toBe('seen-before');
  }, 60_000);

  it('leaves out deliveries when it is told to, and always who is at work and what is unfinished', async () => {
    const to = join(temporaryFolder(), 'copy');
    const busy = temporaryFolder();
    cpSync(home, busy, { recursive: true });
    for (const name of ['tables/x.part', 'audit/y.turn', 'vault/z.sealed.all'])
      writeFileSync(join(busy, name), 'x');
    const { files, hasLanding } = await serviceOf(busy).backUp(to, { ...plain, withoutLanding: true });
    const told = files.map(({ path }) => path);
    expect([
      hasLanding,
      told.filter((path) => /^(landing|keys|\.work)\/|\.lock|\.(part|turn|all)$/.test(path)),
    ]).toEqual([false, []]);
    expect(told).toContain('tables/current.json');
    for (const path of [to, ...filesUnder(join(to, 'home'))]) expect(statSync(path).mode & 0o077).toBe(0);
  }, 60_000);

  it('takes in what people say while it is made', async () => {
    const busy = temporaryFolder();
    cpSync(home, busy, { recursive: true });
    let looks = 0;
    const to = join(temporaryFolder(), 'copy');
    const { files } = await backUpHome(busy, to, plain, () => {
      looks += 1;
      if (looks === 2) writeFileSync(join(busy, 'consents/late.json'), '{}');
      return '2026-01-01T00:00:00Z';
    });
    expect(files.map(({ path }) => path)).toContain('consents/late.json');
  });

  it('is refused with a file missing, changed or added, or without its list, and nothing is restored', async () => {
    const to = join(temporaryFolder(), 'copy');
    await serviceOf(home).backUp(to, plain);
    const injuries: Record<string, (copy: string) => void> = {
      'is missing': (copy) => rmSync(join(copy, 'home/tables/current.json')),
      'is not as it was copied': (copy) => {
        const path = filesUnder(join(copy, 'home/vault'))[0]!;
        const bytes = readFileSync(path);
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(path, bytes);
      },
      'is not on the copy’s list': (copy) => writeFileSync(join(copy, 'home/consents/forged.json'), '{}'),
      'not whole': (copy) => rmSync(join(copy, 'backup.json')),
      'is not as a copy’s list is': (copy) => {
        const list = HomeBackup.parse(JSON.parse(readFileSync(join(copy, 'backup.json'), 'utf8')));
        const files = [{ ...list.files[0]!, path: '../outside' }];
        writeFileSync(join(copy, 'backup.json'), JSON.stringify({ ...list, files }));
      },
    };
    for (const [said, injure] of Object.entries(injuries)) {
      const injured = temporaryFolder();
      cpSync(to, injured, { recursive: true });
      injure(injured);
      const again = join(temporaryFolder(), 'again');
      await expect(serviceOf(again).restore({ from: injured }), said).rejects.toThrow(said);
      expect(existsSync(again) ? readdirSync(again) : [], said).toEqual([]);
    }
  }, 60_000);

  it('goes into no folder that is not empty, nor into the home itself', async () => {
    const to = join(temporaryFolder(), 'copy');
    await serviceOf(home).backUp(to, plain);
    await expect(serviceOf(home).backUp(to, plain)).rejects.toThrow('is not empty');
    await expect(serviceOf(home).backUp(join(home, 'copy'), plain)).rejects.toThrow('apart from the home');
    await expect(serviceOf(home).restore({ from: to })).rejects.toThrow('is not empty');
  }, 60_000);

  it('brings nobody back who was erased since, where their erasures are given', async () => {
    const lost = temporaryFolder();
    cpSync(home, lost, { recursive: true });
    const to = join(temporaryFolder(), 'copy');
    await serviceOf(lost).backUp(to, { ...plain, withKeys: true });
    const client = await say(lost, people[0]!, 'erasure-request', 'e-1');
    await serviceOf(lost).erasePerson({ client, requester: officer });
    const again = join(temporaryFolder(), 'again');
    const { erasedAnew } = await serviceOf(again).restore({ from: to, erasures: join(lost, 'erasures') });
    expect(erasedAnew).toBe(1);
    expect((await serviceOf(again).verify()).findings).toEqual([]);
    const held = await serviceOf(again).heldData({ client, requester: officer, language: 'en' });
    expect([held.tables, held.identityVersions]).toEqual([[], 0]);
    expect(held.files.map(({ file, rows }: HeldFile) => [file, rows])).toEqual([
      ['landing/d1/clients.csv', 1],
      ['landing/d1/service-events.csv', 1],
    ]);
  }, 60_000);

  it('cut off while it is restored is restored by telling it again', async () => {
    const to = join(temporaryFolder(), 'copy');
    await serviceOf(home).backUp(to, { ...plain, withKeys: true });
    const again = temporaryFolder();
    for (const name of ['.restoring', 'half']) writeFileSync(join(again, name), 'x');
    await serviceOf(again).restore({ from: to });
    expect(existsSync(join(again, '.restoring'))).toBe(false);
    expect((await serviceOf(again).verify()).findings).toEqual([]);
  }, 60_000);
});

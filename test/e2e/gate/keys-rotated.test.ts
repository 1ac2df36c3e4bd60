import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { IdentitySealer } from '../../../functions/core/identity/sealed-identity.ts';
import { vaultKeyId } from '../../../functions/core/identity/vault-key-id.ts';
import { land, terms } from '../ingest/county-home.ts';
import { runEnnakko } from '../killed/run-ennakko.ts';
import { treeHash } from '../killed/tree-hash.ts';

/** Each costs the start of a process. */
const kills = Number(process.env.ENNAKKO_ROTATION_KILLS ?? 4);
const people = 10_000;
const home = mkdtempSync(join(tmpdir(), 'ennakko-rotation-'));
const clientsFile = (from: number, to: number) =>
  [
    'clientIdentifier,validFrom,familyName,telephone,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn',
    ...Array.from({ length: to - from }, (_, place) => {
      const person = from + place;
      return `local:test:${person},2020-01-01,Family${person},000,1940-01-01,female,fi,905,population-register,2020-01-01`;
    }),
    '',
  ].join('\n');

const rotate = (killAfter?: number) => runEnnakko(['--home', home, 'keys', 'rotate'], killAfter);

/** Opens the whole vault with the keys there are: how many identities it holds, and under which keys. */
async function openedVault() {
  const keys = new FolderKeys(join(home, 'keys'));
  const sealer = new IdentitySealer(await keys.vaultKeys());
  const underKeys = new Set<string>();
  let identities = 0;
  await new ObjectIdentityVault(new FolderObjects(join(home, 'vault'))).rewrite((identity) => {
    expect(sealer.open(identity.pseudonym, identity.sealed).familyName).toMatch(/^Family\d+$/);
    underKeys.add(identity.sealed.slice(0, 8));
    identities += 1;
    return identity;
  });
  return { identities, underKeys };
}

beforeAll(async () => {
  land(home, {
    'first/delivery.json': { ...terms, origin: 'register' },
    'first/clients.1.csv': clientsFile(0, people / 2),
    'first/clients.2.csv': clientsFile(people / 2, people),
  });
  expect((await runEnnakko(['--home', home, 'ingest'])).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(home, { recursive: true }));

const tablesOf = () =>
  Object.fromEntries(Object.entries(treeHash(home)).filter(([path]) => path.startsWith('/tables/')));

describe('the vault’s key', () => {
  it('is changed without touching the lake, and the key before it is destroyed', async () => {
    const [before] = await new FolderKeys(join(home, 'keys')).vaultKeys();
    const tables = tablesOf();
    const pseudonymKey = await new FolderKeys(join(home, 'keys')).pseudonymKey();
    const ended = await rotate();
    expect(ended.code, ended.err).toBe(0);
    expect(ended.out).toContain(vaultKeyId(before));
    const [now, ...retired] = await new FolderKeys(join(home, 'keys')).vaultKeys();
    expect([vaultKeyId(now) === vaultKeyId(before), retired]).toEqual([false, []]);
    expect(await openedVault()).toEqual({ identities: people, underKeys: new Set([vaultKeyId(now)]) });
    expect(await new FolderKeys(join(home, 'keys')).pseudonymKey()).toEqual(pseudonymKey);
    expect(tablesOf()).toEqual(tables);
  });

  it(`loses nobody over ${kills} kills at random instants, and ends with one key`, async () => {
    const { milliseconds } = await rotate();
    const random = xoroshiro128plus(11);
    let killed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const after = uniformInt(random, Math.round(milliseconds * 0.4), Math.round(milliseconds));
      killed += Number((await rotate(after)).wasKilled);
      expect((await openedVault()).identities).toBe(people);
    }
    expect(killed).toBeGreaterThan(kills / 4);
    const ended = await rotate();
    expect(ended.code, ended.err).toBe(0);
    expect(readdirSync(join(home, 'keys')).filter((name) => name.endsWith('.key'))).toEqual([
      'anchor.key',
      'pseudonym.key',
      'vault.key',
    ]);
    const kept = readdirSync(join(home, 'vault')).map((name) => name.replace(/\.digest$/, ''));
    expect(kept.every((name) => name.endsWith('.sealed'))).toBe(true);
    expect((await openedVault()).underKeys.size).toBe(1);
  }, 120_000);

  it('is changed by the data-protection officer alone', async () => {
    const { code, err } = await runEnnakko(['--home', home, 'keys', 'rotate', '--role', 'planner']);
    expect([code, err]).toEqual([1, expect.stringContaining('may not rotate-keys')]);
  });
});

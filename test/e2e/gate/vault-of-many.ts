import { join } from 'node:path';
import { expect } from 'vitest';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { IdentitySealer } from '../../../functions/core/identity/sealed-identity.ts';
import { land, terms } from '../ingest/county-home.ts';
import { runHere } from '../run-here.ts';

const clientsFile = (from: number, to: number) =>
  [
    'clientIdentifier,validFrom,familyName,telephone,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn',
    ...Array.from({ length: to - from }, (_, place) => {
      const person = from + place;
      return `local:test:${person},2020-01-01,Family${person},000,1940-01-01,female,fi,905,population-register,2020-01-01`;
    }),
    '',
  ].join('\n');

/** Takes people into the vault of a home, from two files. */
export async function takeIn(home: string, people: number): Promise<void> {
  land(home, {
    'first/delivery.json': { ...terms, origin: 'register' },
    'first/clients.1.csv': clientsFile(0, people / 2),
    'first/clients.2.csv': clientsFile(people / 2, people),
  });
  expect((await runHere(['--home', home, 'ingest'])).code).toBe(0);
}

/** Opens a whole vault with the keys there are: how many identities it holds, and under which keys. */
export async function openedVault(home: string) {
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

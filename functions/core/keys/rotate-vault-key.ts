import { IdentitySealer } from '../identity/sealed-identity.ts';
import { vaultKeyId } from '../identity/vault-key-id.ts';
import type { RotationJob } from '../jobs.ts';
import { NoteSealer } from '../outreach/note-sealer.ts';
import type { IdentityVault } from '../ports/identity-vault.ts';
import type { RotatingKeys } from '../ports/keys.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';

export interface RotationPorts extends AccessPorts {
  readonly keys: RotatingKeys;
  readonly vault: Pick<IdentityVault, 'rewrite'>;
  readonly store: Pick<OutreachStore, 'resealNotes'>;
}

export interface Rotation {
  readonly sealingKeyId: string;
  /** Nothing is sealed under them any more. */
  readonly retiredKeyIds: readonly string[];
  readonly resealed: number;
}

/**
 * Changes the vault's key for another, reseals under it whatever is sealed under one before, identities and teams'
 * notes, and destroys those.
 * Pseudonyms have a key of their own and stay, so that nothing in the lake changes. Cut off and told again, it
 * goes on with the rotation under way: a key is destroyed when nothing is sealed under it.
 * @throws AccessRefused
 */
export async function rotateVaultKey(ports: RotationPorts, { requester }: RotationJob): Promise<Rotation> {
  await accessInLog(ports, requester, 'rotate-keys');
  const { keys, vault } = ports;
  const [, ...underWay] = await keys.vaultKeys();
  if (underWay.length === 0) await keys.renewVaultKey();
  const vaultKeys = await keys.vaultKeys();
  const [, ...retired] = vaultKeys;
  const sealer = new IdentitySealer(vaultKeys);
  const resealed = await vault.rewrite((identity) => {
    const sealed = sealer.reseal(identity.pseudonym, identity.sealed);
    return sealed === identity.sealed ? identity : { ...identity, sealed };
  });
  const notes = new NoteSealer(vaultKeys);
  await ports.store.resealNotes((place, sealed) => notes.reseal(place, sealed));
  await keys.destroyVaultKeys(retired);
  return { sealingKeyId: sealer.keyId, retiredKeyIds: retired.map(vaultKeyId), resealed };
}

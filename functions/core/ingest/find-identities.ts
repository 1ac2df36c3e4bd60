import type { IdentityVault } from '../ports/identity-vault.ts';
import type { Keys } from '../ports/keys.ts';
import { type Identity, IdentitySealer } from './sealed-identity.ts';

/** The latest identity that the vault holds of each of these people; who is not in it is not in the answer. */
export async function findIdentities(
  { vault, keys }: { readonly vault: IdentityVault; readonly keys: Keys },
  pseudonyms: ReadonlySet<string>,
): Promise<Map<string, Identity>> {
  const sealer = new IdentitySealer(await keys.vaultKey());
  const latest = new Map<string, Identity>();
  for await (const { pseudonym, sealed } of vault.find(pseudonyms)) {
    const identity = sealer.open(pseudonym, sealed);
    const known = latest.get(pseudonym);
    if (!known || identity.validFrom >= known.validFrom) latest.set(pseudonym, identity);
  }
  return latest;
}

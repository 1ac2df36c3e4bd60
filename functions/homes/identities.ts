import { ObjectIdentityVault } from '../adapters/objects/object-identity-vault.ts';
import type { Keys } from '../core/ports/keys.ts';
import type { HomeSettings } from './environment.ts';
import type { Home } from './home.ts';

/** Sealed identities. Imported by the containers that may see them and by nobody else. */
export const vaultOf = ({ objects }: Home) => new ObjectIdentityVault(objects('vault'));

/** The secrets of a home. */
export async function keysOf(settings: HomeSettings, home: Home): Promise<Keys> {
  if (settings.kind === 'folder') return (await import('./folder-home-keys.ts')).keysOf(settings.folder);
  return (await import('./aws-keys.ts')).awsKeys(settings, home);
}

import type { AnchorKey } from '../core/ports/anchor-store.ts';
import type { RotatingKeys } from '../core/ports/keys.ts';
import type { HomeSettings } from './environment.ts';
import type { Home } from './home.ts';

/** The secrets of a home. Imported by the containers that may use them and by nobody else. */
export async function keysOf(settings: HomeSettings, home: Home): Promise<RotatingKeys & AnchorKey> {
  if (settings.kind === 'folder') return (await import('./folder-home-keys.ts')).keysOf(settings.folder);
  return (await import('./aws-keys.ts')).awsKeys(settings, home);
}

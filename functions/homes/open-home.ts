import type { HomeSettings } from './environment.ts';
import type { Home } from './home.ts';

/** Opens the home that a Lambda's environment names. What another home stands on is not loaded. */
export async function openHome(settings: HomeSettings): Promise<Home> {
  if (settings.kind === 'folder') return (await import('./folder-home.ts')).folderHome(settings.folder);
  return (await import('./aws-home.ts')).awsHome(settings);
}

import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { openHome } from '../homes/open-home.ts';
import type { Config } from './config.ts';

export async function publishContainer({ home }: Config) {
  const { publications } = await openHome(home);
  return { publications, journal: new PowertoolsJournal('publish') };
}

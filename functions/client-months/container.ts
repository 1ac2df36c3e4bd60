import { unitCosts } from '../../data-contracts/catalogues/index.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { openHome } from '../homes/open-home.ts';
import type { Config } from './config.ts';

export async function clientMonthsContainer({ home }: Config) {
  const { files } = await openHome(home);
  const { publications, clientMonths } = await files();
  return {
    publications,
    clientMonths: clientMonths(),
    unitCosts,
    progress: silentProgress,
    journal: new PowertoolsJournal('client-months'),
  };
}

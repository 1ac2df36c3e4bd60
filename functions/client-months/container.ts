import { unitCosts } from '../../data-contracts/catalogues/index.ts';
import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { plausibilityRulesOf } from '../core/county-settings.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { settingFilesOf } from '../homes/gate.ts';
import { openHome } from '../homes/open-home.ts';
import type { Config } from './config.ts';

export async function clientMonthsContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  const { publications, clientMonths } = await home.files();
  return {
    publications,
    clientMonths: clientMonths(),
    unitCosts,
    plausibilityRules: () => plausibilityRulesOf(settingFilesOf(home)),
    progress: silentProgress,
    journal: new PowertoolsJournal('client-months'),
  };
}

import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { gateOf, legalBasesIn, serviceStatusRulesIn } from '../homes/gate.ts';
import { openHome } from '../homes/open-home.ts';
import { newId, systemClock } from '../homes/system.ts';
import type { Config } from './config.ts';

export async function findHiddenDemandContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  const { publications, clientMonths, hiddenDemandWriter } = await home.files();
  return {
    journal: new PowertoolsJournal('find-hidden-demand'),
    /** As they stand for one finding: the county's settings are read anew. */
    ports: async () => ({
      ...gateOf(home),
      legalBases: await legalBasesIn(home),
      statusRules: await serviceStatusRulesIn(home),
      clock: systemClock,
      newId,
      publications,
      clientMonths: clientMonths(),
      found: hiddenDemandWriter(),
      progress: silentProgress,
    }),
  };
}

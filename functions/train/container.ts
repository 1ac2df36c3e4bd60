import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { TensorflowRiskNetwork } from '../adapters/tensorflow/tensorflow-risk-network.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { gateOf, legalBasesIn, serviceStatusRulesIn } from '../homes/gate.ts';
import { openHome } from '../homes/open-home.ts';
import { systemClock } from '../homes/system.ts';
import type { Config } from './config.ts';

export async function trainContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  const files = await home.files();
  const network = await TensorflowRiskNetwork.start();
  return {
    journal: new PowertoolsJournal('train'),
    /** As they stand for one training: the county's settings are read anew. */
    ports: async () => ({
      publications: files.publications,
      clientMonths: files.clientMonths(),
      ...gateOf(home),
      legalBases: await legalBasesIn(home),
      serviceStatusRules: await serviceStatusRulesIn(home),
      network,
      clock: systemClock,
      progress: silentProgress,
    }),
  };
}

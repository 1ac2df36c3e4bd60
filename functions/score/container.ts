import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { TensorflowRiskNetwork } from '../adapters/tensorflow/tensorflow-risk-network.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { gateOf, legalBasesIn, serviceStatusRulesIn } from '../homes/gate.ts';
import { openHome } from '../homes/open-home.ts';
import { newId, systemClock } from '../homes/system.ts';
import type { Config } from './config.ts';

export async function scoreContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  const { publications, clientMonths, scoreWriter } = await home.files();
  const network = await TensorflowRiskNetwork.start();
  return {
    journal: new PowertoolsJournal('score'),
    /** As they stand for one scoring: the county's settings are read anew. */
    ports: async () => ({
      ...gateOf(home),
      legalBases: await legalBasesIn(home),
      serviceStatusRules: await serviceStatusRulesIn(home),
      clock: systemClock,
      newId,
      publications,
      clientMonths: clientMonths(),
      scores: scoreWriter(),
      network,
      progress: silentProgress,
    }),
  };
}

import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { TensorflowRiskNetwork } from '../adapters/tensorflow/tensorflow-risk-network.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { gateOf, legalBasesIn } from '../homes/gate.ts';
import { openHome } from '../homes/open-home.ts';
import { systemClock } from '../homes/system.ts';
import type { Config } from './config.ts';

export async function trainContainer({ home: settings }: Config) {
  const home = await openHome(settings);
  return {
    publications: home.publications,
    clientMonths: home.tables.clientMonths(),
    ...gateOf(home),
    legalBases: await legalBasesIn(home),
    network: await TensorflowRiskNetwork.start(),
    clock: systemClock,
    progress: silentProgress,
    journal: new PowertoolsJournal('train'),
  };
}

import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { TensorflowRiskNetwork } from '../adapters/tensorflow/tensorflow-risk-network.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { openHome } from '../homes/open-home.ts';
import type { Config } from './config.ts';

export async function scoreContainer({ home }: Config) {
  const { publications, tables } = await openHome(home);
  return {
    publications,
    clientMonths: tables.clientMonths(),
    scores: tables.scoreWriter(),
    network: await TensorflowRiskNetwork.start(),
    progress: silentProgress,
    journal: new PowertoolsJournal('score'),
  };
}

import { PowertoolsJournal } from '../adapters/powertools/powertools-journal.ts';
import { TensorflowRiskNetwork } from '../adapters/tensorflow/tensorflow-risk-network.ts';
import { silentProgress } from '../core/ports/progress.ts';
import { openHome } from '../homes/open-home.ts';
import type { Config } from './config.ts';

export async function scoreContainer({ home }: Config) {
  const { files } = await openHome(home);
  const { publications, clientMonths, scoreWriter } = await files();
  return {
    publications,
    clientMonths: clientMonths(),
    scores: scoreWriter(),
    network: await TensorflowRiskNetwork.start(),
    progress: silentProgress,
    journal: new PowertoolsJournal('score'),
  };
}

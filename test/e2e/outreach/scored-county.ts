import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { localService } from '../../../runner/service.ts';
import { smallCounty } from '../faults/model-jobs.ts';

const programme = 'older-people';

/** A small simulated county as it is shipped, with everybody scored; nothing is added to what its people said. */
export async function scoredCounty(home: string): Promise<void> {
  await smallCounty(home);
  const service = localService(home, silentProgress);
  await service.train({ programme, seed: 7, maximumRows: 1000 });
  await service.score({ programme });
}

import type { TrainJob } from '../jobs.ts';

/** Where a new model is asked for; it is trained later, elsewhere. */
export interface RetrainingRequests {
  /**
   * Asks, durably and once; false where it is known that the same was asked before under the id.
   * @throws RetrainingIdTaken
   */
  request(id: string, job: TrainJob): Promise<boolean>;
}

/** Another request has the id, or one that is over. */
export class RetrainingIdTaken extends Error {
  readonly code = 'retraining-id-taken';
}

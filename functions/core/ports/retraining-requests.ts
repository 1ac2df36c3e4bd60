import type { TrainJob } from '../jobs.ts';

/** Where a new model is asked for; it is trained later, elsewhere. */
export interface RetrainingRequests {
  /** Asks, durably and once: false where the same was asked before under the id. */
  request(id: string, job: TrainJob): Promise<boolean>;
}

/** Another request has the id. */
export class RetrainingIdTaken extends Error {
  readonly code = 'retraining-id-taken';
}

import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import type { TrainJob } from '../../core/jobs.ts';
import { RetrainingIdTaken, type RetrainingRequests } from '../../core/ports/retraining-requests.ts';
import { type ObjectStore, textOf } from './object-store.ts';

/** Requests for a new model as objects, `<id>.json`, for whoever trains where they lie. */
export class ObjectRetrainingRequests implements RetrainingRequests {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async request(id: string, job: TrainJob): Promise<boolean> {
    const key = `${ThingId.parse(id)}.json`;
    const text = `${JSON.stringify(job)}\n`;
    if (await this.#objects.putIfAbsent(key, new TextEncoder().encode(text))) return true;
    if ((await textOf(this.#objects, key)) === text) return false;
    throw new RetrainingIdTaken('retraining: the id is another request’s');
  }
}

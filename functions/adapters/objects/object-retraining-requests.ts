import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import { TrainJob } from '../../core/jobs.ts';
import { RetrainingIdTaken, type RetrainingRequests } from '../../core/ports/retraining-requests.ts';
import { keysUnder, type ObjectStore, textOf } from './object-store.ts';

const answered = 'answered/';

/** A request that no model has answered yet. */
export interface WaitingRetraining {
  readonly id: string;
  readonly job: TrainJob;
}

/**
 * Requests for a new model as objects, `<id>.json`, for whoever trains where they lie; the run that answered one
 * is in `answered/<id>.json`.
 */
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

  /** Requests that are not answered, in the order of their ids. */
  async waiting(): Promise<readonly WaitingRetraining[]> {
    const keys = await keysUnder(this.#objects, '');
    const over = new Set(
      keys.filter((key) => key.startsWith(answered)).map((key) => key.slice(answered.length)),
    );
    const open = keys.filter((key) => !key.startsWith(answered) && !over.has(key)).sort();
    return Promise.all(
      open.map(async (key) => ({
        id: key.replace(/\.json$/, ''),
        job: TrainJob.parse(JSON.parse((await textOf(this.#objects, key))!)),
      })),
    );
  }

  /** Keeps which run answered a request; told again, the first run stands. */
  async answer(id: string, run: string): Promise<void> {
    const text = `${JSON.stringify({ run })}\n`;
    await this.#objects.putIfAbsent(`${answered}${ThingId.parse(id)}.json`, new TextEncoder().encode(text));
  }
}

import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import { JobIdTaken, type JobRequests } from '../../core/ports/job-requests.ts';
import { keysUnder, type ObjectStore, textOf } from './object-store.ts';

const answered = 'answered/';

/** Takes what was kept for a job again. */
interface JobContract<Job> {
  parse(given: unknown): Job;
}

/** A request that nobody has answered yet. */
export interface WaitingJob<Job> {
  readonly id: string;
  readonly job: Job;
}

/**
 * Requests for a job as objects, `<id>.json`, for whoever does it where they lie; what answered one is in
 * `answered/<id>.json`.
 */
export class ObjectJobRequests<Job> implements JobRequests<Job> {
  readonly #objects: ObjectStore;
  readonly #contract: JobContract<Job>;

  constructor(objects: ObjectStore, contract: JobContract<Job>) {
    this.#objects = objects;
    this.#contract = contract;
  }

  async request(id: string, job: Job): Promise<boolean> {
    const key = `${ThingId.parse(id)}.json`;
    const text = `${JSON.stringify(job)}\n`;
    if (await this.#objects.putIfAbsent(key, new TextEncoder().encode(text))) return true;
    if ((await textOf(this.#objects, key)) === text) return false;
    throw new JobIdTaken('job: the id is another request’s');
  }

  /** Requests that are not answered, in the order of their ids. */
  async waiting(): Promise<readonly WaitingJob<Job>[]> {
    const keys = await keysUnder(this.#objects, '');
    const over = new Set(
      keys.filter((key) => key.startsWith(answered)).map((key) => key.slice(answered.length)),
    );
    const open = keys.filter((key) => !key.startsWith(answered) && !over.has(key)).sort();
    return Promise.all(
      open.map(async (key) => ({
        id: key.replace(/\.json$/, ''),
        job: this.#contract.parse(JSON.parse((await textOf(this.#objects, key))!)),
      })),
    );
  }

  /** Keeps nothing of a request that is done and would name somebody. */
  forget(id: string): Promise<void> {
    return this.#objects.remove([`${ThingId.parse(id)}.json`]);
  }

  /** Keeps what answered a request, such as a run; told again, the first answer stands. */
  async answer(id: string, answer: Readonly<Record<string, string>>): Promise<void> {
    const text = `${JSON.stringify(answer)}\n`;
    await this.#objects.putIfAbsent(`${answered}${ThingId.parse(id)}.json`, new TextEncoder().encode(text));
  }
}

import { z } from 'zod';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import { JobIdTaken, type JobRequests } from '../../core/ports/job-requests.ts';
import { keysUnder, type ObjectStore } from './object-store.ts';
import { type Contract, jsonOf, ReadableObjects } from './readable-objects.ts';

const answered = 'answered/';

/** What answered a job, by name. */
const JobAnswer = z.record(z.string(), z.string());

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
  readonly #jobs: ReadableObjects<Job>;
  readonly #answers: ReadableObjects<Readonly<Record<string, string>>>;

  constructor(objects: ObjectStore, contract: Contract<Job>) {
    this.#objects = objects;
    this.#jobs = new ReadableObjects(objects, jsonOf(contract));
    this.#answers = new ReadableObjects(objects, jsonOf(JobAnswer));
  }

  async request(id: string, job: Job): Promise<boolean> {
    const key = `${ThingId.parse(id)}.json`;
    if (await this.#jobs.keepOnce(key, job)) return true;
    if (await this.#jobs.isKept(key, job)) return false;
    throw new JobIdTaken('job: the id is another request’s');
  }

  /** Requests that are not answered, in the order of their ids; one that cannot be read holds up no other. */
  async waiting(): Promise<readonly WaitingJob<Job>[]> {
    const keys = await keysUnder(this.#objects, '');
    const over = new Set(
      keys.filter((key) => key.startsWith(answered)).map((key) => key.slice(answered.length)),
    );
    const open = keys.filter((key) => !key.startsWith(answered) && !over.has(key)).sort();
    const jobs = await Promise.all(open.map((key) => this.#jobs.findReadable(key)));
    return open.flatMap((key, place) => {
      const job = jobs[place];
      return job === undefined ? [] : [{ id: key.replace(/\.json$/, ''), job }];
    });
  }

  /** Keeps nothing of a request that is done and would name somebody. */
  forget(id: string): Promise<void> {
    return this.#objects.remove([`${ThingId.parse(id)}.json`]);
  }

  /** Keeps what answered a request, such as a run; told again, the first answer stands. */
  async answer(id: string, answer: Readonly<Record<string, string>>): Promise<void> {
    await this.#answers.keepOnce(`${answered}${ThingId.parse(id)}.json`, answer);
  }
}

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import type { TrainJob } from '../../core/jobs.ts';
import { RetrainingIdTaken, type RetrainingRequests } from '../../core/ports/retraining-requests.ts';
import { createOnce } from './create-once.ts';

/** Requests for a new model as files, `<folder>/<id>.json`, for whoever trains on this machine. */
export class FolderRetrainingRequests implements RetrainingRequests {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async request(id: string, job: TrainJob): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, `${ThingId.parse(id)}.json`);
    const text = `${JSON.stringify(job)}\n`;
    if (await createOnce(path, text)) return true;
    if ((await readFile(path, 'utf8')) !== text)
      throw new RetrainingIdTaken('retraining: the id is another request’s');
    return false;
  }
}

import { createHash } from 'node:crypto';
import type { AskedToday, QuestionMeter } from '../../core/ports/question-meter.ts';
import { askedToday, nothingAsked, QuestionTally, withQuestion } from '../../core/release/question-tally.ts';
import type { ObjectStore } from './object-store.ts';
import { jsonOf, ReadableObjects } from './readable-objects.ts';

/** Tallies of questions as objects `questions/<day>/<requester>.json`, the requester by a digest. */
export class ObjectQuestionMeter implements QuestionMeter {
  readonly #objects: ObjectStore;
  readonly #tallies: ReadableObjects<QuestionTally>;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
    this.#tallies = new ReadableObjects(objects, jsonOf(QuestionTally));
  }

  async count(
    day: string,
    requester: string,
    question: Readonly<Record<string, unknown>>,
  ): Promise<AskedToday> {
    const key = `questions/${day}/${createHash('sha256').update(requester).digest('hex')}.json`;
    for (;;) {
      const version = (await this.#objects.get(key))?.version;
      const before = version === undefined ? undefined : await this.#tallies.find(key);
      const tally = withQuestion(before ?? nothingAsked, question);
      const isCounted =
        version === undefined
          ? await this.#tallies.keepOnce(key, tally)
          : await this.#tallies.keepIfMatch(key, tally, version);
      if (isCounted) return askedToday(tally);
    }
  }
}

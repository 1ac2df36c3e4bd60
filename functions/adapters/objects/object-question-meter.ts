import { createHash } from 'node:crypto';
import type { AskedToday, QuestionMeter } from '../../core/ports/question-meter.ts';
import { askedToday, nothingAsked, QuestionTally, withQuestion } from '../../core/release/question-tally.ts';
import type { ObjectStore } from './object-store.ts';

/** Tallies of questions as objects `questions/<day>/<requester>.json`, the requester by a digest. */
export class ObjectQuestionMeter implements QuestionMeter {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async count(
    day: string,
    requester: string,
    question: Readonly<Record<string, unknown>>,
  ): Promise<AskedToday> {
    const key = `questions/${day}/${createHash('sha256').update(requester).digest('hex')}.json`;
    for (;;) {
      const before = await this.#objects.get(key);
      const tally = withQuestion(before ? tallyIn(before.content) : nothingAsked, question);
      const content = Buffer.from(`${JSON.stringify(QuestionTally.parse(tally))}\n`);
      const isCounted = before
        ? await this.#objects.putIfMatch(key, content, before.version)
        : await this.#objects.putIfAbsent(key, content);
      if (isCounted) return askedToday(tally);
    }
  }
}

const tallyIn = (content: Uint8Array) => QuestionTally.parse(JSON.parse(new TextDecoder().decode(content)));

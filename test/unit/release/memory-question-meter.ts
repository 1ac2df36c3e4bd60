import type { QuestionMeter } from '../../../functions/core/ports/question-meter.ts';
import {
  askedToday,
  nothingAsked,
  type QuestionTally,
  withQuestion,
} from '../../../functions/core/release/question-tally.ts';

/** Counts questions in memory, as the stores do. */
export class MemoryQuestionMeter implements QuestionMeter {
  readonly #tallies = new Map<string, QuestionTally>();

  async count(day: string, requester: string, question: Readonly<Record<string, unknown>>) {
    const key = `${day} ${requester}`;
    const tally = withQuestion(this.#tallies.get(key) ?? nothingAsked, question);
    this.#tallies.set(key, tally);
    return askedToday(tally);
  }
}

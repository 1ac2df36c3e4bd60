import type { KeptAnswers } from '../../../functions/core/ports/kept-answers.ts';

/** Answers in memory, each kept once; JSON, as every store of them asks for. */
export class MemoryAnswers implements KeptAnswers {
  readonly #answers = new Map<string, string>();

  async find(id: string) {
    return this.#answers.get(id);
  }

  async keep(id: string, answer: string) {
    JSON.parse(answer);
    if (this.#answers.has(id)) return false;
    this.#answers.set(id, answer);
    return true;
  }
}

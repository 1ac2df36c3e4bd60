import type { AnswerFiles } from '../../core/ports/answer-files.ts';
import { joined, keysUnder, type ObjectStore } from './object-store.ts';

/** The folders of a home to which the commands write answers unless told otherwise. */
const answerFolders = ['cohorts/', 'plans/'] as const;
const pseudonym = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g;

/** Cohorts and plans in a home. */
export class ObjectAnswerFiles implements AnswerFiles {
  readonly #home: ObjectStore;
  readonly #namesTold: (clients: ReadonlySet<string>) => Promise<ReadonlySet<string>>;

  /** @param namesTold every pseudonym by which some people may stand in an answer */
  constructor(home: ObjectStore, namesTold: (clients: ReadonlySet<string>) => Promise<ReadonlySet<string>>) {
    this.#home = home;
    this.#namesTold = namesTold;
  }

  async removeNaming(clients: ReadonlySet<string>): Promise<number> {
    const names = await this.#namesTold(clients);
    let removed = 0;
    for (const folder of answerFolders) {
      for (const key of await keysUnder(this.#home, folder)) {
        const text = new TextDecoder('latin1').decode(await joined(this.#home.read(key)));
        if (!text.match(pseudonym)?.some((named) => names.has(named))) continue;
        await this.#home.remove([key]);
        removed += 1;
      }
    }
    return removed;
  }
}

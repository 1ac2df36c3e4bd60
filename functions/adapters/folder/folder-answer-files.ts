import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerFiles } from '../../core/ports/answer-files.ts';

/** The folders of a home to which the commands write answers unless told otherwise. */
const answerFolders = ['cohorts', 'plans'] as const;

/** Cohorts and plans in a home's folders. */
export class FolderAnswerFiles implements AnswerFiles {
  readonly #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  async removeNaming(clients: ReadonlySet<string>): Promise<number> {
    let removed = 0;
    for (const path of await this.#files()) {
      const named = (await readFile(path, 'latin1')).match(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g) ?? [];
      if (!named.some((pseudonym) => clients.has(pseudonym))) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  async #files(): Promise<string[]> {
    const listed = answerFolders.map((name) =>
      readdir(join(this.#home, name), { recursive: true, withFileTypes: true }).catch(() => []),
    );
    const entries = (await Promise.all(listed)).flat().filter((entry) => entry.isFile());
    return entries.map((entry) => join(entry.parentPath, entry.name));
  }
}

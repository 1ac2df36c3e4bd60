import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptAnswers } from '../../core/ports/kept-answers.ts';
import { createOnce, syncFolder } from './create-once.ts';

const idForm = /^[0-9a-f]{64}$/;

/** Answers as files, `<folder>/<id>`, that come into being whole or not at all. */
export class FolderKeptAnswers implements KeptAnswers {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async find(id: string): Promise<string | undefined> {
    try {
      return await readFile(this.#pathOf(id), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async keep(id: string, answer: string): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await syncFolder(join(this.#folder, '..'));
    return createOnce(this.#pathOf(id), answer);
  }

  #pathOf(id: string): string {
    if (!idForm.test(id)) throw new RangeError('id: expected 64 hexadecimal digits');
    return join(this.#folder, id);
  }
}

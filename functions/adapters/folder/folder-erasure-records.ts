import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import type { ErasureRecords } from '../../core/ports/erasure-records.ts';
import { createOnce, syncFolder } from './create-once.ts';

const extension = '.json';

/** Erasures as a folder: `<client>.json` a person, that comes into being whole or not at all. */
export class FolderErasureRecords implements ErasureRecords {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async clients(): Promise<ReadonlySet<string>> {
    const names = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const kept = names.filter((name) => name.endsWith(extension));
    return new Set(kept.map((name) => name.slice(0, -extension.length)));
  }

  async find(client: string): Promise<Erasure | undefined> {
    if (!(await this.clients()).has(client)) return undefined;
    return Erasure.parse(JSON.parse(await readFile(this.#pathOf(client), 'utf8')));
  }

  async record(erasure: Erasure): Promise<Erasure> {
    await mkdir(this.#folder, { recursive: true });
    await syncFolder(join(this.#folder, '..'));
    await createOnce(this.#pathOf(erasure.client), `${JSON.stringify(erasure)}\n`);
    return (await this.find(erasure.client))!;
  }

  /** The pseudonym becomes part of a path, so it must be one. */
  #pathOf(client: string): string {
    return join(this.#folder, `${Pseudonym.parse(client)}${extension}`);
  }
}

import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { GrowingObject } from '../objects/object-store.ts';
import { syncFolder } from './create-once.ts';

/** A file that grows under another name until it is kept; nothing appended, no file. */
export class PartFile implements GrowingObject {
  readonly #path: string;
  readonly #part: string;
  #handle: FileHandle | undefined;
  #isBegun = false;

  constructor(path: string) {
    this.#path = path;
    this.#part = `${path}.part`;
  }

  async append(content: string | Uint8Array): Promise<void> {
    if (!this.#handle) {
      await mkdir(dirname(this.#path), { recursive: true });
      this.#handle = await open(this.#part, 'w', 0o600);
      this.#isBegun = true;
    }
    await this.#handle.appendFile(content);
  }

  /** Puts the whole file in the place of whatever was there. */
  async keep(): Promise<void> {
    if (!this.#isBegun) return rm(this.#path, { force: true });
    await this.#handle?.sync();
    await this.#close();
    await rename(this.#part, this.#path);
    await syncFolder(dirname(this.#path));
  }

  async discard(): Promise<void> {
    await this.#close();
    await rm(this.#part, { force: true });
  }

  async #close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }
}

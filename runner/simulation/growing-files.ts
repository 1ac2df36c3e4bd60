import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const flushAtCharacters = 1 << 18;

/** One text file that is written in large pieces. */
class GrowingFile {
  readonly #descriptor: number;
  #waiting = '';

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#descriptor = openSync(path, 'w');
  }

  put(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length >= flushAtCharacters) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting);
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
    this.#waiting = '';
  }
}

/** Text files under a folder of their own, by relative path, opened when their first text comes. */
export class GrowingFiles {
  readonly folder: string;
  readonly #files = new Map<string, GrowingFile>();

  constructor(folder: string) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
  }

  put(path: string, text: string): void {
    let file = this.#files.get(path);
    if (file === undefined) {
      file = new GrowingFile(join(this.folder, path));
      this.#files.set(path, file);
    }
    file.put(text);
  }

  /** Closes the files and gives their relative paths, sorted. */
  close(): string[] {
    for (const file of this.#files.values()) file.close();
    return [...this.#files.keys()].sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const bufferBytes = 1 << 16;
/** A character is at most 4 bytes here; longer texts than this are not written. */
const longestText = bufferBytes / 4;

/** One text file that is written in large pieces. */
class GrowingFile {
  readonly #descriptor: number;
  readonly #buffer = Buffer.allocUnsafe(bufferBytes);
  #used = 0;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#descriptor = openSync(path, 'w');
  }

  put(text: string): void {
    if (text.length > longestText) throw new RangeError(`text: expected short lines, got ${text.length}`);
    if (this.#used + 4 * text.length > bufferBytes) this.#flush();
    this.#used += this.#buffer.write(text, this.#used);
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    let written = 0;
    while (written < this.#used) {
      written += writeSync(this.#descriptor, this.#buffer, written, this.#used - written);
    }
    this.#used = 0;
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

/** A line of a delivered file, numbered from 1; without its line ending. */
export type NumberedLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly fault: 'line-too-long' | 'not-utf-8' | 'utf-16' | 'other-encoding' };

/** Longer lines are passed over: a row of no table is anywhere near. */
export const longestLineBytes = 64 * 1024;

const lineFeed = 10;
const carriageReturn = 13;
const nothing = new Uint8Array(0);

/** Splits bytes into lines, a batch a chunk. Holds at most one line, however long the delivered one is. */
export async function* numberedLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine[]> {
  const splitter = new LineSplitter();
  for await (const chunk of chunks) yield splitter.linesIn(chunk);
  yield splitter.lastLine();
}

class LineSplitter {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #number = 0;
  /** The start of a line whose end has not come yet. */
  #begun: Uint8Array = nothing;
  #isTooLong = false;

  linesIn(chunk: Uint8Array): NumberedLine[] {
    const lines: NumberedLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      this.#extend(chunk.subarray(from, end));
      lines.push(this.#endLine());
      from = end + 1;
    }
    this.#extend(chunk.subarray(from));
    this.#begun = new Uint8Array(this.#begun);
    return lines;
  }

  /** The line after the last line feed, if there is anything. */
  lastLine(): NumberedLine[] {
    return this.#begun.length > 0 || this.#isTooLong ? [this.#endLine()] : [];
  }

  #extend(bytes: Uint8Array): void {
    if (this.#isTooLong) return;
    this.#isTooLong = this.#begun.length + bytes.length > longestLineBytes;
    if (this.#isTooLong) this.#begun = nothing;
    else this.#begun = this.#begun.length === 0 ? bytes : Buffer.concat([this.#begun, bytes]);
  }

  #endLine(): NumberedLine {
    const bytes = this.#begun;
    const isTooLong = this.#isTooLong;
    this.#begun = nothing;
    this.#isTooLong = false;
    this.#number += 1;
    return isTooLong ? { number: this.#number, fault: 'line-too-long' } : this.#decode(bytes);
  }

  #decode(bytes: Uint8Array): NumberedLine {
    const length = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
    try {
      return { number: this.#number, text: this.#decoder.decode(bytes.subarray(0, length)) };
    } catch {
      return { number: this.#number, fault: 'not-utf-8' };
    }
  }
}

import type { DuckDBDataChunk, DuckDBResult, DuckDBVector } from '@duckdb/node-api';

export interface ColumnBatch<Text extends string> {
  readonly rows: number;
  readonly texts: Record<Text, string[]>;
  readonly numbers: Record<string, Float64Array>;
}

/**
 * The rows of a streamed result as columns, `batchRows` at a time: first the text columns, none of them null,
 * then the columns of doubles, null as NaN.
 */
export async function* columnBatches<Text extends string>(
  result: DuckDBResult,
  textNames: readonly Text[],
  numberNames: readonly string[],
  batchRows: number,
): AsyncGenerator<ColumnBatch<Text>> {
  let filling = new FillingBatch(textNames, numberNames, batchRows);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (let from = 0; from < chunk.rowCount; ) {
      from = filling.take(chunk, from);
      if (filling.rows < batchRows) continue;
      yield filling.finish();
      filling = new FillingBatch(textNames, numberNames, batchRows);
    }
  }
  if (filling.rows > 0) yield filling.finish();
}

class FillingBatch<Text extends string> {
  rows = 0;
  readonly #textNames: readonly Text[];
  readonly #numberNames: readonly string[];
  readonly #batchRows: number;
  readonly #texts: string[][];
  readonly #numbers: Float64Array[];

  constructor(textNames: readonly Text[], numberNames: readonly string[], batchRows: number) {
    this.#textNames = textNames;
    this.#numberNames = numberNames;
    this.#batchRows = batchRows;
    this.#texts = textNames.map(() => []);
    this.#numbers = numberNames.map(() => new Float64Array(batchRows));
  }

  /** Takes rows of a chunk while there is room; returns the first row not taken. */
  take(chunk: DuckDBDataChunk, from: number): number {
    const to = Math.min(chunk.rowCount, from + this.#batchRows - this.rows);
    this.#texts.forEach((texts, column) => {
      const vector = chunk.getColumnVector(column);
      for (let row = from; row < to; row += 1) texts.push(vector.getItem(row) as string);
    });
    this.#numbers.forEach((numbers, column) => {
      copyNumbers(chunk.getColumnVector(this.#texts.length + column), from, to, numbers, this.rows);
    });
    this.rows += to - from;
    return to;
  }

  finish(): ColumnBatch<Text> {
    const texts = this.#textNames.map((name, column) => [name, this.#texts[column]!] as const);
    const numbers = this.#numberNames.map(
      (name, column) => [name, this.#numbers[column]!.subarray(0, this.rows)] as const,
    );
    return {
      rows: this.rows,
      texts: Object.fromEntries(texts) as Record<Text, string[]>,
      numbers: Object.fromEntries(numbers),
    };
  }
}

function copyNumbers(vector: DuckDBVector, from: number, to: number, target: Float64Array, at: number): void {
  for (let row = from; row < to; row += 1) {
    target[at + row - from] = (vector.getItem(row) as number | null) ?? Number.NaN;
  }
}

import { type Encoding, type Expansion, encode } from './encoding.ts';
import type { PredictorTable } from './predictor-table.ts';

/** A table's rows and their inputs, encoded once for all members of a blend that read the same. */
export class EncodedRows {
  readonly table: PredictorTable;
  readonly #encoding: Encoding;
  readonly #inputs = new Map<Expansion, Float32Array>();

  constructor(encoding: Encoding, table: PredictorTable) {
    this.#encoding = encoding;
    this.table = table;
  }

  /** rows × inputs: to read, not to write. */
  inputs(expansion: Expansion): Float32Array {
    const known = this.#inputs.get(expansion);
    if (known) return known;
    const inputs = encode(this.#encoding, this.table, expansion);
    this.#inputs.set(expansion, inputs);
    return inputs;
  }
}

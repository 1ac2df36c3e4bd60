import { addEffects, type ColumnEffect, columnEffect } from './column-effect.ts';
import type { EncodedRows } from './encoded-rows.ts';
import { columnWidth, type Encoding, encodedWidth } from './encoding.ts';
import type { Member, MemberPath } from './member.ts';
import { columnsByName, type PredictorTable } from './predictor-table.ts';

/** What an additive model is: a baseline, and for each input its pull on every output. */
export interface AdditiveParameters {
  /** intervals × causes */
  readonly baseline: Float32Array;
  /** inputs × outputs */
  readonly pulls: Float32Array;
}

/** The two in one array, baseline first, and as views of it again. */
export function additiveNumbers({ baseline, pulls }: AdditiveParameters): Float32Array {
  const numbers = new Float32Array(baseline.length + pulls.length);
  numbers.set(baseline);
  numbers.set(pulls, baseline.length);
  return numbers;
}

export function additiveParameters(numbers: Float32Array, baselineSize: number): AdditiveParameters {
  return { baseline: numbers.subarray(0, baselineSize), pulls: numbers.subarray(baselineSize) };
}

/** Outputs of encoded rows: inputs × pulls. */
export function additiveOutputs(inputs: Float32Array, pulls: Float32Array, width: number): Float32Array {
  const inputsPerRow = pulls.length / width;
  const outputs = new Float32Array((inputs.length / inputsPerRow) * width);
  for (let start = 0, at = 0; start < inputs.length; start += inputsPerRow) {
    for (let output = 0; output < width; output++, at++) {
      let sum = 0;
      for (let input = 0; input < inputsPerRow; input++) {
        sum += inputs[start + input]! * pulls[input * width + output]!;
      }
      outputs[at] = sum;
    }
  }
  return outputs;
}

/**
 * An additive model at work. Each predictor's effect is a function of its value alone, so rows are never
 * encoded, and what a feature contributes to the outputs is known exactly.
 */
export class AdditiveMember implements Member {
  readonly #names: readonly string[];
  readonly #effects: readonly ColumnEffect[];
  readonly #featureOfColumn: Int32Array;
  readonly #width: number;

  /** @param featureOfColumn position of each encoded predictor among the model's features */
  constructor(encoding: Encoding, pulls: Float32Array, featureOfColumn: Int32Array) {
    this.#width = pulls.length / encodedWidth(encoding, 'curves');
    this.#featureOfColumn = featureOfColumn;
    this.#names = encoding.columns.map(({ name }) => name);
    let start = 0;
    this.#effects = encoding.columns.map((column) => {
      const end = start + columnWidth(column, 'curves');
      const own = pulls.subarray(start * this.#width, end * this.#width);
      start = end;
      return columnEffect(column, own, this.#width);
    });
  }

  outputs({ table }: EncodedRows): Float32Array {
    const sums = new Float64Array(table.rows * this.#width);
    columnsByName(table, this.#names).forEach((column, at) => {
      addEffects(this.#effects[at]!, column, sums, 0, this.#width);
    });
    return Float32Array.from(sums);
  }

  path({ table: from }: EncodedRows, { table }: EncodedRows): MemberPath {
    const away = this.#effectsOf(table);
    const start = new Float64Array(table.rows * this.#width);
    const perRow = this.#effects.length * this.#width;
    this.#effectsOf(from).forEach((effect, at) => {
      away[at]! -= effect;
      start[Math.floor(at / perRow) * this.#width + (at % this.#width)]! += effect;
    });
    return new AdditivePath(start, away, this.#featureOfColumn, this.#width);
  }

  /** rows × columns × outputs */
  #effectsOf(table: PredictorTable): Float64Array {
    const perRow = this.#effects.length * this.#width;
    const effects = new Float64Array(table.rows * perRow);
    columnsByName(table, this.#names).forEach((column, at) => {
      addEffects(this.#effects[at]!, column, effects, at * this.#width, perRow);
    });
    return effects;
  }
}

class AdditivePath implements MemberPath {
  /** The start's outputs, and how far each row's are away from them: rows × outputs. */
  readonly #start: Float64Array;
  readonly #distance: Float64Array;
  /** rows × columns × outputs, away from the start. */
  readonly #away: Float64Array;
  readonly #featureOfColumn: Int32Array;
  readonly #width: number;
  readonly #rows: number;
  #slopeSums: Float64Array[] = [];

  constructor(start: Float64Array, away: Float64Array, featureOfColumn: Int32Array, width: number) {
    this.#start = start;
    this.#away = away;
    this.#featureOfColumn = featureOfColumn;
    this.#width = width;
    this.#rows = start.length / width;
    this.#distance = new Float64Array(start.length);
    for (let row = 0, at = 0; row < this.#rows; row++) {
      for (let column = 0; column < featureOfColumn.length; column++) {
        for (let output = 0; output < width; output++, at++)
          this.#distance[row * width + output]! += away[at]!;
      }
    }
  }

  outputsAt(share: number): Float32Array {
    return Float32Array.from(this.#start, (start, at) => start + share * this.#distance[at]!);
  }

  addSlopes(slopes: readonly Float32Array[]): void {
    this.#slopeSums = slopes.map((slope, horizon) => {
      const sum = this.#slopeSums[horizon] ?? new Float64Array(slope.length);
      for (let at = 0; at < sum.length; at++) sum[at]! += slope[at]!;
      return sum;
    });
  }

  writeContributions(features: number, contributions: Float64Array): void {
    const [away, width, featureOfColumn] = [this.#away, this.#width, this.#featureOfColumn];
    const horizons = this.#slopeSums.length;
    this.#slopeSums.forEach((slopes, horizon) => {
      for (let row = 0, from = 0; row < this.#rows; row++) {
        const into = (row * horizons + horizon) * features;
        for (let column = 0; column < featureOfColumn.length; column++) {
          let part = 0;
          for (let output = 0; output < width; output++, from++)
            part += slopes[row * width + output]! * away[from]!;
          contributions[into + featureOfColumn[column]!]! += part;
        }
      }
    });
  }
}

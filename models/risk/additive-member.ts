import { addEffects, type ColumnEffect, columnEffect } from './column-effect.ts';
import { columnWidth, type Encoding } from './encoding.ts';
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
 * encoded, and what a group contributes to the outputs is known exactly.
 */
export class AdditiveMember implements Member {
  readonly #names: readonly string[];
  readonly #effects: readonly ColumnEffect[];
  readonly #groupOfColumn: Int32Array;
  readonly #groups: number;
  readonly #width: number;
  /** What each group comes to for the average profile: groups × outputs. */
  readonly #ofProfile: Float64Array;

  /**
   * @param profile mean of each input of the `curves` expansion
   * @param groupOfColumn position of each predictor's group
   */
  constructor(
    encoding: Encoding,
    pulls: Float32Array,
    profile: Float32Array,
    groupOfColumn: Int32Array,
    groups: number,
  ) {
    const inputs = profile.length;
    this.#width = pulls.length / inputs;
    this.#groupOfColumn = groupOfColumn;
    this.#groups = groups;
    this.#names = encoding.columns.map(({ name }) => name);
    this.#ofProfile = new Float64Array(groups * this.#width);
    let start = 0;
    this.#effects = encoding.columns.map((column, at) => {
      const end = start + columnWidth(column, 'curves');
      const own = pulls.subarray(start * this.#width, end * this.#width);
      for (let input = start; input < end; input++) {
        for (let output = 0; output < this.#width; output++) {
          this.#ofProfile[groupOfColumn[at]! * this.#width + output]! +=
            profile[input]! * pulls[input * this.#width + output]!;
        }
      }
      start = end;
      return columnEffect(column, own, this.#width);
    });
  }

  outputs(table: PredictorTable): Float32Array {
    return this.path(table).outputsAt(1);
  }

  path(table: PredictorTable): MemberPath {
    const [groups, width] = [this.#groups, this.#width];
    const sums = new Float64Array(table.rows * groups * width);
    columnsByName(table, this.#names).forEach((column, at) => {
      addEffects(this.#effects[at]!, column, sums, this.#groupOfColumn[at]! * width, groups * width);
    });
    return new AdditivePath(sums, this.#ofProfile, width);
  }
}

class AdditivePath implements MemberPath {
  /** rows × groups × outputs, away from the profile. */
  readonly #away: Float64Array;
  readonly #width: number;
  readonly #perRow: number;
  readonly #rows: number;
  /** The profile's outputs, and how far each row's are away from them: rows × outputs. */
  readonly #start: Float64Array;
  readonly #distance: Float64Array;
  #slopeSums: Float64Array[] = [];

  constructor(sums: Float64Array, ofProfile: Float64Array, width: number) {
    this.#away = sums;
    this.#width = width;
    this.#perRow = ofProfile.length;
    this.#rows = sums.length / ofProfile.length;
    this.#start = new Float64Array(width);
    this.#distance = new Float64Array(this.#rows * width);
    for (let at = 0; at < ofProfile.length; at++) this.#start[at % width]! += ofProfile[at]!;
    for (let row = 0, at = 0; row < this.#rows; row++) {
      for (let cell = 0; cell < ofProfile.length; cell += width) {
        for (let output = 0; output < width; output++, at++) {
          sums[at]! -= ofProfile[cell + output]!;
          this.#distance[row * width + output]! += sums[at]!;
        }
      }
    }
  }

  outputsAt(share: number): Float32Array {
    const [start, distance, width] = [this.#start, this.#distance, this.#width];
    const outputs = new Float32Array(distance.length);
    for (let row = 0, at = 0; row < this.#rows; row++) {
      for (let output = 0; output < width; output++, at++)
        outputs[at] = start[output]! + share * distance[at]!;
    }
    return outputs;
  }

  addSlopes(slopes: readonly Float32Array[]): void {
    this.#slopeSums = slopes.map((slope, horizon) => {
      const sum = this.#slopeSums[horizon] ?? new Float64Array(slope.length);
      for (let at = 0; at < sum.length; at++) sum[at]! += slope[at]!;
      return sum;
    });
  }

  writeContributions(groups: number, contributions: Float64Array): void {
    const [away, width, horizons] = [this.#away, this.#width, this.#slopeSums.length];
    this.#slopeSums.forEach((slopes, horizon) => {
      for (let row = 0; row < this.#rows; row++) {
        let from = row * this.#perRow;
        const into = (row * horizons + horizon) * groups;
        for (let group = 0; group < groups; group++) {
          let part = 0;
          for (let output = 0; output < width; output++, from++)
            part += slopes[row * width + output]! * away[from]!;
          contributions[into + group]! += part;
        }
      }
    });
  }
}

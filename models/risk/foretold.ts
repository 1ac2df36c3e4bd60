import { rowsByPerson } from './people.ts';

/**
 * What networks learn to foretell beside the outcome, as an auxiliary task: what the registers say of the same
 * person one first horizon later. Outcomes are few, and every later row tells how the person fares: layers that must
 * foretell both find frailty sooner. Only training reads it; a trained network has no such outputs.
 *
 * @source Caruana 1997, Multitask Learning
 */
export interface Foretold {
  /** Row to the first row of the same person one first horizon later or more; −1 where there is none. */
  readonly laterRow: Int32Array;
  /** Positions, among a row's inputs, of those that are foretold; their means and deviations. */
  readonly positions: Int32Array;
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** What the loss of foretelling counts for beside that of the hazards. */
  readonly weight: number;
}

/**
 * Row to the first row of the same person some time later, or later than that; −1 where there is none.
 *
 * @param landmark of each row; absent: no row has a later one
 * @param ahead in the unit of `landmark`
 */
export function laterRows(person: Int32Array, landmark: Int32Array | undefined, ahead: number): Int32Array {
  const later = new Int32Array(person.length).fill(-1);
  if (!landmark) return later;
  for (const rows of rowsByPerson(person)) {
    for (const row of rows) {
      for (const other of rows) {
        const isFirst = later[row]! < 0 || landmark[other]! < landmark[later[row]!]!;
        if (landmark[other]! >= landmark[row]! + ahead && isFirst) later[row] = other;
      }
    }
  }
  return later;
}

const mostLearningRows = 60_000;
const leastDeviation = 0.01;

/**
 * Learns means and deviations of what is foretold.
 *
 * @param positions of a row's plain inputs among those that networks read
 * @param plainInputs of some rows, rows × positions
 * @returns undefined when nobody has a later row, or the weight is 0
 */
export function learnForetold(
  laterRow: Int32Array,
  positions: Int32Array,
  plainInputs: (rows: Int32Array) => Float32Array,
  weight: number,
): Foretold | undefined {
  const later = laterRow.filter((row) => row >= 0);
  if (later.length === 0 || weight === 0) return undefined;
  const stride = Math.ceil(later.length / mostLearningRows);
  const inputs = plainInputs(later.filter((_, at) => at % stride === 0));
  const meanOf = (of: (value: number, one: number) => number) => {
    const sums = new Float64Array(positions.length);
    inputs.forEach((value, at) => {
      sums[at % positions.length]! += of(value, at % positions.length);
    });
    return sums.map((sum) => (sum * positions.length) / inputs.length);
  };
  const mean = meanOf((value) => value);
  const variance = meanOf((value, one) => (value - mean[one]!) * (value - mean[one]!));
  const deviation = variance.map((one) => Math.max(leastDeviation, Math.sqrt(one)));
  return { laterRow, positions, mean, deviation, weight };
}

/**
 * What is to be foretold of some rows, in deviations from the mean.
 *
 * @param inputsOf some rows, as networks read them: rows × width
 * @returns rows × positions; NaN for rows without a later one
 */
export function foretoldValues(
  { laterRow, positions, mean, deviation }: Foretold,
  rows: Int32Array,
  width: number,
  inputsOf: (rows: Int32Array) => Float32Array,
): Float32Array {
  const later = rows.map((row) => laterRow[row]!);
  const inputs = inputsOf(later.filter((row) => row >= 0));
  const values = new Float32Array(rows.length * positions.length).fill(Number.NaN);
  let from = 0;
  for (let at = 0; at < rows.length; at++) {
    if (later[at]! < 0) continue;
    for (let one = 0; one < positions.length; one++) {
      const value = inputs[from + positions[one]!]!;
      values[at * positions.length + one] = (value - mean[one]!) / deviation[one]!;
    }
    from += width;
  }
  return values;
}

const mostExcess = 3;

/**
 * Twice Huber's loss, so that a few odd values do not lead: squares, and beyond three deviations straight on;
 * averaged over the known values.
 *
 * @param values NaN where unknown
 * @param slopes of the loss by each value told, overwritten
 * @source Huber 1964, Robust Estimation of a Location Parameter
 */
export function foretellingLoss(
  told: Float32Array,
  values: Float32Array,
  weight: number,
  slopes: Float32Array,
): number {
  const known = values.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
  const unit = weight / Math.max(1, known);
  let loss = 0;
  for (let at = 0; at < told.length; at++) {
    slopes[at] = 0;
    if (Number.isNaN(values[at]!)) continue;
    const excess = told[at]! - values[at]!;
    const clipped = Math.max(-mostExcess, Math.min(mostExcess, excess));
    slopes[at] = 2 * unit * clipped;
    loss += unit * clipped * (2 * excess - clipped);
  }
  return loss;
}

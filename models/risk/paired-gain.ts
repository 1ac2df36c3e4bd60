import type { PreparedStudy } from './prepare-study.ts';

/** Losses of a split's judged rows, in their order. */
export interface RowLosses {
  readonly rows: Int32Array;
  readonly losses: Float64Array;
}

/** What a second model gains over a first one on the same rows: above 0 the second is better. */
export interface PairedGain {
  readonly firstLoss: number;
  /** Per row. */
  readonly gain: number;
  /** Rows of one person together, people taken as independent. */
  readonly standardError: number;
  readonly people: number;
}

/** Compares two models by the losses of the same people not learnt from. */
export function pairedGain(
  { study: { person } }: PreparedStudy,
  first: readonly RowLosses[],
  second: readonly RowLosses[],
): PairedGain {
  const ofPerson = new Map<number, number>();
  let [rows, total, firstTotal] = [0, 0, 0];
  first.forEach((one, split) => {
    one.rows.forEach((row, at) => {
      const gain = one.losses[at]! - second[split]!.losses[at]!;
      ofPerson.set(person[row]!, (ofPerson.get(person[row]!) ?? 0) + gain);
      firstTotal += one.losses[at]!;
      total += gain;
      rows += 1;
    });
  });
  const meanOfPerson = total / ofPerson.size;
  let squares = 0;
  for (const gain of ofPerson.values()) squares += (gain - meanOfPerson) * (gain - meanOfPerson);
  return {
    firstLoss: firstTotal / rows,
    gain: total / rows,
    standardError: Math.sqrt(squares) / rows,
    people: ofPerson.size,
  };
}

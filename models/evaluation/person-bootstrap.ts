import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Rows by person: numbers 0 … people − 1, whatever numbers they came with. */
export interface People {
  readonly people: number;
  readonly personOfRow: Int32Array;
}

/** An estimate with its 95 % interval; null where it cannot be estimated. */
export interface Estimate {
  readonly estimate: number | null;
  readonly lower95: number | null;
  readonly upper95: number | null;
}

/** Renumbers persons 0 … people − 1 in order of first appearance. */
export function numberPeople(person: ArrayLike<number>): People {
  const numbers = new Map<number, number>();
  const personOfRow = Int32Array.from(person, (id) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  });
  return { people: numbers.size, personOfRow };
}

/**
 * Figures in resampled populations: people are drawn with replacement, all of a person's rows with them, and
 * a row counts as often as its person was drawn. Same seed, same draws.
 *
 * @param figures what to compute, given how often each row counts
 * @returns one for each replicate
 * @source Efron & Tibshirani 1993, chapter 6; Field & Welsh 2007 for clusters
 */
export function bootstrapByPerson<Figures>(
  { people, personOfRow }: People,
  { replicates, seed }: { readonly replicates: number; readonly seed: number },
  figures: (rowWeight: Float64Array) => Figures,
): Figures[] {
  const random = xoroshiro128plus(seed);
  const drawn = new Float64Array(people);
  const rowWeight = new Float64Array(personOfRow.length);
  return Array.from({ length: replicates }, () => {
    drawn.fill(0);
    for (let draw = 0; draw < people; draw++) drawn[uniformInt(random, 0, people - 1)]!++;
    for (let row = 0; row < rowWeight.length; row++) rowWeight[row] = drawn[personOfRow[row]!]!;
    return figures(rowWeight);
  });
}

/**
 * Percentile interval: the 2.5 % and 97.5 % quantiles of the replicates. Null limits when more than a
 * twentieth of the replicates could not be estimated, or there are fewer than 20.
 */
export function estimateFrom(estimate: number, replicates: readonly number[]): Estimate {
  const sorted = Float64Array.from(replicates.filter(Number.isFinite)).sort();
  const isEnough = sorted.length >= 20 && sorted.length >= 0.95 * replicates.length;
  return {
    estimate: Number.isFinite(estimate) ? estimate : null,
    lower95: isEnough ? quantile(sorted, 0.025) : null,
    upper95: isEnough ? quantile(sorted, 0.975) : null,
  };
}

/** Quantile of sorted values, linear between neighbours (type 7 of Hyndman & Fan 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}

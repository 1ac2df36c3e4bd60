/**
 * How a column of a population is divided: missing values, the commonest value where at least a tenth have it, and
 * about tenths of the others.
 */
export interface PopulationBins {
  /** Null: no value is common. */
  readonly commonest: number | null;
  /** Rising; an edge belongs to the bin below it. */
  readonly edges: readonly number[];
}

/** A column counted by its bins, so that counts of parts add up to exactly those of the whole. */
export interface BinTally {
  /** Rows that are missing, that are the commonest value, then those of each bin between edges. */
  readonly counts: readonly number[];
  /** Sum of the known values in a whole number of fine steps: it does not depend on the order of adding. */
  readonly sum: number;
}

const tenths = 10;

/**
 * Bins from a population's values. Edges have two significant digits: none is one person's value.
 *
 * @param values of one column, any unit, NaN is missing
 */
export function populationBins(values: Float64Array): PopulationBins {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const commonest = commonestOf(known);
  const others = known.filter((value) => value !== commonest);
  const last = others.at(-1);
  const edges = new Set<number>();
  for (let tenth = 1; tenth < tenths && last !== undefined; tenth += 1) {
    const edge = Number(others[Math.ceil((tenth * others.length) / tenths) - 1]!.toPrecision(2));
    if (edge < last) edges.add(edge);
  }
  return { commonest, edges: [...edges].sort((one, other) => one - other) };
}

function commonestOf(rising: Float64Array): number | null {
  let best = { from: 0, rows: 0 };
  let from = 0;
  for (let row = 1; row <= rising.length; row += 1) {
    if (rising[row] === rising[from]) continue;
    if (row - from > best.rows) best = { from, rows: row - from };
    from = row;
  }
  return best.rows > 0 && best.rows >= rising.length / tenths ? rising[best.from]! : null;
}

/** Place of a value among the counts: 0 missing, 1 the commonest, then the first bin whose edge it does not pass. */
export function binOf({ commonest, edges }: PopulationBins, value: number): number {
  if (Number.isNaN(value)) return 0;
  if (value === commonest) return 1;
  let bin = 0;
  while (bin < edges.length && value > edges[bin]!) bin += 1;
  return 2 + bin;
}

/**
 * Counts a column's rows by bin.
 *
 * @param stepsPerUnit how finely values are added up; Σ |value| × stepsPerUnit stays below 2^53
 */
export function tallyOf(bins: PopulationBins, values: Float64Array, stepsPerUnit: number): BinTally {
  const commonest = bins.commonest ?? Number.NaN;
  const edges = Float64Array.from(bins.edges);
  const counts = new Int32Array(edges.length + 3);
  let sum = 0;
  // `binOf` written out: this is done for every predictor of everybody scored
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    let place = 2;
    if (Number.isNaN(value)) place = 0;
    else {
      sum += Math.round(value * stepsPerUnit);
      if (value === commonest) place = 1;
      else while (place - 2 < edges.length && value > edges[place - 2]!) place += 1;
    }
    counts[place]! += 1;
  }
  return { counts: [...counts], sum };
}

export const emptyTally = ({ edges }: PopulationBins): BinTally => ({
  counts: new Array<number>(edges.length + 3).fill(0),
  sum: 0,
});

/** The tally of two parts together. @throws RangeError when their bins differ */
export function addTallies(one: BinTally, other: BinTally): BinTally {
  if (one.counts.length !== other.counts.length)
    throw new RangeError(`bins: expected ${one.counts.length}, got ${other.counts.length}`);
  return {
    counts: one.counts.map((count, bin) => count + other.counts[bin]!),
    sum: one.sum + other.sum,
  };
}

/** Mean of the known values in their unit; undefined where there are none. */
export function meanOf({ counts, sum }: BinTally, stepsPerUnit: number): number | undefined {
  const known = counts.slice(1).reduce((rows, count) => rows + count, 0);
  return known > 0 ? sum / stepsPerUnit / known : undefined;
}

/**
 * Counts of bins in which no few people stand alone: rows of a bin with fewer people than `smallest` are told with
 * the largest bin, so that the total stays and a count of 0 may be any below.
 *
 * @param person row to person number, 0 …
 */
export function countsOfMany(
  bins: PopulationBins,
  values: Float64Array,
  person: Int32Array,
  smallest: number,
): number[] {
  const counts = emptyTally(bins).counts.slice();
  const people = counts.map(() => new Set<number>());
  values.forEach((value, row) => {
    const bin = binOf(bins, value);
    counts[bin]! += 1;
    const known = people[bin]!;
    if (known.size < smallest) known.add(person[row]!);
  });
  const largest = counts.indexOf(Math.max(...counts));
  for (const [bin, { size }] of people.entries()) {
    if (bin === largest || size >= smallest) continue;
    counts[largest]! += counts[bin]!;
    counts[bin] = 0;
  }
  return counts;
}

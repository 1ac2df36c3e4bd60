import type { BinnedInputs } from './threshold-bins.ts';

/** How one output does by each row seen. */
export interface Residuals {
  /** Minus the loss's slope; of a level it is events − expected events, the martingale residual. */
  readonly excess: Float32Array;
  /** The loss's second derivative; of a level it is the variance of the events. */
  readonly curvature: Float32Array;
}

/** What a tree sees: some inputs, and the binned rows from `start` up to `end`. */
export interface Seen {
  readonly inputs: Int32Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Excess and curvature of the rows seen by leaf and place of each input, while a tree grows. When leaves are
 * parted, only rows of the smaller side are counted, the other side is what is left of the leaf; and rows at an
 * input's commonest place are never counted, they are what is left of their side.
 *
 * @source Ke et al. 2017, LightGBM (histogram subtraction)
 */
export class PlaceSums {
  readonly #binned: BinnedInputs;
  readonly #seen: Seen;
  readonly #residuals: Residuals;
  /** By input seen. */
  #sums: Float64Array[] = [];

  constructor(binned: BinnedInputs, seen: Seen, residuals: Residuals) {
    this.#binned = binned;
    this.#seen = seen;
    this.#residuals = residuals;
  }

  /**
   * Counts the leaves that rows are in now: those of the call before, each parted in two.
   *
   * @param leafOf of each row, seen or not
   * @returns by input seen: leaves × places × (excess, curvature)
   */
  ofLeaves(leafOf: Uint8Array, leaves: number): readonly Float64Array[] {
    const { inputs, start, end } = this.#seen;
    const whole = totalsOf(leafOf.subarray(start, end), this.#residuals, leaves);
    const counted = this.#smallerSides(leafOf, whole.rows);
    this.#sums = Array.from(inputs, (input, at) => {
      const places = this.#binned.thresholds[input]!.length + 1;
      const commonest = this.#binned.commonest[input]!;
      const sums = new Float64Array(2 * leaves * places);
      addRows(sums, counted, this.#binned.places[input]!, places, commonest);
      for (let leaf = 0; leaf < leaves; leaf++) {
        if (counted.isCounted[leaf]) fillCommonest(sums, whole.sums, leaf, places, commonest);
      }
      for (let leaf = 0; leaf < leaves; leaf++) {
        if (!counted.isCounted[leaf]) fillSide(sums, this.#sums[at]!, leaf, places);
      }
      return sums;
    });
    return this.#sums;
  }

  /** The rows to count: of each two sides the one with fewer; of a single leaf all. */
  #smallerSides(leafOf: Uint8Array, rowsIn: Int32Array): Counted {
    const { start, end } = this.#seen;
    const isCounted = Uint8Array.from(rowsIn, (rows, leaf) => {
      const other = rowsIn[leaf ^ 1] ?? Number.POSITIVE_INFINITY;
      return rows < other || (rows === other && leaf % 2 === 0) ? 1 : 0;
    });
    const length = rowsIn.reduce((sum, rows, leaf) => sum + rows * isCounted[leaf]!, 0);
    const counted = {
      isCounted,
      rows: new Int32Array(length),
      leaf: new Uint8Array(length),
      excess: new Float32Array(length),
      curvature: new Float32Array(length),
    };
    for (let row = start, at = 0; row < end; row++) {
      const leaf = leafOf[row]!;
      if (!isCounted[leaf]) continue;
      counted.rows[at] = row;
      counted.leaf[at] = leaf;
      counted.excess[at] = this.#residuals.excess[row - start]!;
      counted.curvature[at] = this.#residuals.curvature[row - start]!;
      at++;
    }
    return counted;
  }
}

/** Rows to count, side by side with what is counted of them. */
interface Counted {
  /** By leaf. */
  readonly isCounted: Uint8Array;
  readonly rows: Int32Array;
  readonly leaf: Uint8Array;
  readonly excess: Float32Array;
  readonly curvature: Float32Array;
}

/** Excess, curvature and number of the rows in each leaf. */
export function totalsOf(
  leafOf: Uint8Array,
  { excess, curvature }: Residuals,
  leaves: number,
): { sums: Float64Array; rows: Int32Array } {
  const [sums, rows] = [new Float64Array(2 * leaves), new Int32Array(leaves)];
  for (let row = 0; row < leafOf.length; row++) {
    const leaf = leafOf[row]!;
    rows[leaf]!++;
    sums[2 * leaf]! += excess[row]!;
    sums[2 * leaf + 1]! += curvature[row]!;
  }
  return { sums, rows };
}

function addRows(
  sums: Float64Array,
  { rows, leaf, excess, curvature }: Counted,
  placeOf: Uint8Array,
  places: number,
  commonest: number,
): void {
  for (let at = 0; at < rows.length; at++) {
    const place = placeOf[rows[at]!]!;
    if (place === commonest) continue;
    const cell = 2 * (leaf[at]! * places + place);
    sums[cell]! += excess[at]!;
    sums[cell + 1]! += curvature[at]!;
  }
}

/** Gives the commonest place of a leaf what the other places leave. */
function fillCommonest(
  sums: Float64Array,
  whole: Float64Array,
  leaf: number,
  places: number,
  commonest: number,
): void {
  let [excess, curvature] = [whole[2 * leaf]!, whole[2 * leaf + 1]!];
  for (let at = 2 * leaf * places; at < 2 * (leaf + 1) * places; at += 2) {
    excess -= sums[at]!;
    curvature -= sums[at + 1]!;
  }
  const cell = 2 * (leaf * places + commonest);
  sums[cell] = excess;
  sums[cell + 1] = curvature;
}

/** Gives a side what the other one leaves of the leaf that they were. */
function fillSide(sums: Float64Array, before: Float64Array, leaf: number, places: number): void {
  const length = 2 * places;
  const [own, other, parent] = [leaf * length, (leaf ^ 1) * length, (leaf >> 1) * length];
  for (let at = 0; at < length; at++) sums[own + at] = before[parent + at]! - sums[other + at]!;
}

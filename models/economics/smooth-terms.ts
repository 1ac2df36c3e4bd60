/** How finely a regression follows its parameters. */
interface Detail {
  /** Shares of the draws at which the spline of a parameter has its knots; two make a straight line. */
  readonly knotShares: readonly number[];
  /** Terms of each parameter that enter products with another's. */
  readonly inProducts: number;
}

const details: readonly Detail[] = [
  { knotShares: [0.02, 0.98], inProducts: 0 },
  { knotShares: [0.02, 0.98], inProducts: 1 },
  { knotShares: [0.02, 0.5, 0.98], inProducts: 1 },
  { knotShares: [0.02, 0.25, 0.5, 0.75, 0.98], inProducts: 2 },
  { knotShares: [0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98], inProducts: 3 },
];
/** A parameter with no more values than this gets a mean for each of them. */
const mostSteps = 8;
/** What is left of a term beyond the earlier ones, as a share, below which it says nothing new. */
const nothingNew = 1e-6;

/**
 * Terms of a regression on parameters, ever finer: natural cubic splines of each, and products of pairs. Each
 * term has mean 0 and length 1 over the draws and is orthogonal to the others of its set.
 *
 * @param columns values of each parameter, one a draw
 * @param most terms that a set may have; a set of more is left out
 */
export const smoothTerms = (columns: readonly Float64Array[], most: number): Float64Array[][] =>
  details.map((detail) => termsOf(columns, detail)).filter((terms) => terms.length <= most);

function termsOf(columns: readonly Float64Array[], { knotShares, inProducts }: Detail): Float64Array[] {
  const own = columns.map((column) => orthonormal(ownFunctions(column, knotShares), []));
  const alone = orthonormal(own.flat(), []);
  const leading = own.map((terms) => terms.slice(0, inProducts));
  const pairs = leading.flatMap((one, at) => leading.slice(at + 1).flatMap((other) => products(one, other)));
  return [...alone, ...orthonormal(pairs, alone)];
}

const products = (one: readonly Float64Array[], other: readonly Float64Array[]): Float64Array[] =>
  one.flatMap((a) => other.map((b) => a.map((value, draw) => value * b[draw]!)));

/** Steps for a parameter of few values, else its straight line and the curves of a natural cubic spline. */
function ownFunctions(column: Float64Array, knotShares: readonly number[]): Float64Array[] {
  const distinct = Float64Array.from(new Set(column)).sort();
  if (distinct.length <= mostSteps) {
    return Array.from(distinct, (step) => column.map((value) => Number(value === step)));
  }
  const [low, spread] = [distinct[0]!, distinct.at(-1)! - distinct[0]!];
  const scaled = column.map((value) => (value - low) / spread);
  const sorted = Float64Array.from(scaled).sort();
  const knots = [...new Set(knotShares.map((share) => sorted[Math.round(share * (sorted.length - 1))]!))];
  return [
    scaled,
    ...knots.slice(0, -2).map((_, at) => scaled.map((value) => naturalCurve(knots, at, value))),
  ];
}

/** d_at(x) − d_{k−2}(x), d_j(x) = ((x − ξ_j)³₊ − (x − ξ_{k−1})³₊) / (ξ_{k−1} − ξ_j): straight beyond the knots. */
function naturalCurve(knots: readonly number[], at: number, value: number): number {
  const last = knots.at(-1)!;
  const bend = (knot: number) => (cube(value - knot) - cube(value - last)) / (last - knot);
  return bend(knots[at]!) - bend(knots.at(-2)!);
}

/** (x)³₊, by products: `**` differs between versions of V8. */
const cube = (x: number) => (x > 0 ? x * x * x : 0);

/** Gram and Schmidt, twice for accuracy, from the mean and `earlier` on; what says nothing new is left out. */
function orthonormal(functions: readonly Float64Array[], earlier: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const raw of functions) {
    const heights = withoutMean(raw);
    const before = Math.sqrt(product(heights, heights));
    for (const other of [...earlier, ...done, ...earlier, ...done]) {
      const likeness = product(heights, other);
      for (let at = 0; at < heights.length; at++) heights[at]! -= likeness * other[at]!;
    }
    const length = Math.sqrt(product(heights, heights));
    if (length > nothingNew * before) done.push(heights.map((height) => height / length));
  }
  return done;
}

function withoutMean(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}

/** A smooth function to make small: its value, and its gradient written into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface Descent {
  readonly iterations: number;
  /** Stop once no step lowers the value by more than this share of it. */
  readonly tolerance: number;
  /** About the second derivative by each coordinate, where they are far from alike; absent: alike. */
  readonly diagonal?: Float64Array;
}

const memory = 10;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly inverse: number;
}

/** −H g by the two-loop recursion, H at first the inverse of the diagonal given, to scale. */
function direction(
  gradient: Float64Array,
  pairs: readonly Pair[],
  diagonal: Float64Array | undefined,
): Float64Array {
  const way = gradient.map((slope) => -slope);
  const shares = new Float64Array(pairs.length);
  for (let p = pairs.length - 1; p >= 0; p--) {
    const { step, change, inverse } = pairs[p]!;
    shares[p] = inverse * dot(step, way);
    for (let at = 0; at < way.length; at++) way[at]! -= shares[p]! * change[at]!;
  }
  const last = pairs.at(-1);
  const straightened = (of: Float64Array) => (diagonal ? of.map((part, at) => part / diagonal[at]!) : of);
  const scale = last
    ? 1 / (last.inverse * dot(last.change, straightened(last.change)))
    : 1 / Math.sqrt(dot(gradient, straightened(gradient)));
  for (let at = 0; at < way.length; at++) way[at]! *= scale / (diagonal?.[at] ?? 1);
  pairs.forEach(({ step, change, inverse }, p) => {
    const share = shares[p]! - inverse * dot(change, way);
    for (let at = 0; at < way.length; at++) way[at]! += share * step[at]!;
  });
  return way;
}

/**
 * Makes a function small by limited-memory BFGS with a backtracking search (Armijo, constant 1e-4).
 *
 * @param start overwritten with the point found
 * @returns the value there
 * @source Nocedal & Wright 2006, Numerical Optimization, algorithms 3.1, 7.4 and 7.5
 */
export function descend(
  objective: Objective,
  start: Float64Array,
  { iterations, tolerance, diagonal }: Descent,
): number {
  const gradient = new Float64Array(start.length);
  const nextGradient = new Float64Array(start.length);
  const pairs: Pair[] = [];
  let value = objective(start, gradient);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const way = direction(gradient, pairs, diagonal);
    const slope = dot(way, gradient);
    if (!(slope < 0)) break;
    const found = search(objective, start, way, value, slope, nextGradient);
    if (!found) break;
    const step = way.map((part) => found.length * part);
    const change = nextGradient.map((part, at) => part - gradient[at]!);
    const curvature = dot(step, change);
    if (curvature > 1e-12 * dot(change, change)) pairs.push({ step, change, inverse: 1 / curvature });
    if (pairs.length > memory) pairs.shift();
    start.set(found.point);
    gradient.set(nextGradient);
    const hasSettled = value - found.value < tolerance * Math.abs(value);
    value = found.value;
    if (hasSettled) break;
  }
  return value;
}

function search(
  objective: Objective,
  start: Float64Array,
  way: Float64Array,
  value: number,
  slope: number,
  nextGradient: Float64Array,
) {
  for (let length = 1; length > 1e-6; length /= 2) {
    const point = start.map((part, at) => part + length * way[at]!);
    const next = objective(point, nextGradient);
    if (next <= value + 1e-4 * length * slope) return { point, value: next, length };
  }
  return undefined;
}

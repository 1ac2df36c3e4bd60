/** From where to where; either end may be the end of what was looked at. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Even steps at which a net benefit is looked at before its turning points are narrowed down. */
const steps = 200;

/**
 * Every interval of a quantity, such as a client's risk, in which a net benefit is above 0: none, one or several. Looks at
 * even steps and at each peak or dip between them, so that a hill narrower than a step is seen; then halves down to each
 * crossing.
 *
 * @param netBenefitAt continuous; wavier than the steps it is not followed
 * @throws RangeError when the range is none, or the net benefit is no number
 */
export function intervalsWorthIt(
  netBenefitAt: (value: number) => number,
  lower: number,
  upper: number,
): Interval[] {
  if (!(lower < upper && Number.isFinite(upper - lower))) {
    throw new RangeError(`range: expected lower < upper, got ${lower}, ${upper}`);
  }
  const isAbove = (value: number) => aboveZero(netBenefitAt(value));
  const looked = lookedAt(netBenefitAt, lower, upper);
  const turns = looked.slice(1).flatMap((value, at) => {
    const before = looked[at]!;
    return isAbove(before) === isAbove(value) ? [] : [crossing(isAbove, before, value)];
  });
  const ends = [...(isAbove(lower) ? [lower] : []), ...turns, ...(isAbove(upper) ? [upper] : [])];
  return Array.from({ length: ends.length / 2 }, (_, at) => ({ from: ends[2 * at]!, to: ends[2 * at + 1]! }));
}

function aboveZero(netBenefit: number): boolean {
  if (Number.isNaN(netBenefit)) throw new RangeError('netBenefitAt: expected a number');
  return netBenefit > 0;
}

/** Even steps, and where a peak below 0 or a dip above it may reach over between two of them. */
function lookedAt(netBenefitAt: (value: number) => number, lower: number, upper: number): number[] {
  const even = Array.from({ length: steps + 1 }, (_, at) =>
    at === steps ? upper : lower + ((upper - lower) * at) / steps,
  );
  const heights = even.map(netBenefitAt);
  const turning = even.slice(1, -1).flatMap((_, before) => {
    const [left, middle, right] = heights.slice(before, before + 3) as [number, number, number];
    const side = middle > 0 ? -1 : 1;
    if (side * middle < side * left || side * middle < side * right) return [];
    return [peakOf((value) => side * netBenefitAt(value), even[before]!, even[before + 2]!)];
  });
  return [...even, ...turning].sort((one, other) => one - other);
}

/** Top of what rises and then falls, by thirds. */
function peakOf(height: (value: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 40; step++) {
    const third = (high - low) / 3;
    if (height(low + third) < height(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

function crossing(isAbove: (value: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  const isLowAbove = isAbove(from);
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (isAbove(middle) === isLowAbove) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

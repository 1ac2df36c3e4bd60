/** A ratio of rates or costs that fades towards 1. */
export interface WaningRatio {
  /** > 0; above 1 means more of the endpoint. */
  readonly ratio: number;
  /** Months after which it has halved on the log scale; absent: it stays. */
  readonly halvesInMonths?: number | undefined;
}

/** How much of the log ratio is left in each month, 0 … 1: 2^(−t / half-life) at the month's middle t. */
export function remainingByMonth(months: number, halvesInMonths: number | undefined): Float64Array {
  const remaining = new Float64Array(months).fill(1);
  if (halvesInMonths === undefined) return remaining;
  if (!(halvesInMonths > 0)) {
    throw new RangeError(`halvesInMonths: expected > 0, got ${halvesInMonths}`);
  }
  return remaining.map((_, month) => Math.exp((-Math.LN2 * (month + 0.5)) / halvesInMonths));
}

/**
 * The ratio in each month: exp(ln r · 2^(−t / half-life)), t the month's middle; absent: 1 throughout.
 * @throws RangeError when the ratio or its half-life is not above 0
 */
export function ratioByMonth(months: number, effect: WaningRatio | undefined): Float64Array {
  if (effect === undefined) return new Float64Array(months).fill(1);
  if (!(effect.ratio > 0)) throw new RangeError(`ratio: expected > 0, got ${effect.ratio}`);
  const logRatio = Math.log(effect.ratio);
  return remainingByMonth(months, effect.halvesInMonths).map((left) => Math.exp(logRatio * left));
}

/** What a share of a ratio's effect is, on the scale of logarithms: exp(share · ln r). */
export const partOfRatio = (ratio: number, share: number): number => Math.exp(share * Math.log(ratio));

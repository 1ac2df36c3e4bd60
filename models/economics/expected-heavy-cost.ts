/** Days in a mean month. */
export const daysPerMonth = 365.25 / 12;

/** One client's incidence of heavy service and what the service costs. */
export interface HeavyServiceInput {
  /** Cumulative incidence of the start of heavy service by each grid end, 0 … 1, not falling. */
  readonly cumulativeIncidence: ArrayLike<number>;
  /** Rising ends of the intervals in months after the landmark; the first interval begins at 0. */
  readonly gridEnds: ArrayLike<number>;
  /** Months after the landmark up to which time in service counts, ≤ the last grid end. */
  readonly horizonMonths: number;
  readonly centsPerDay: number;
  /** Mean length of stay, days, > 0. */
  readonly meanDays: number;
  /** For example 0.03; ≥ 0. Costs are discounted to the landmark, months are not. */
  readonly discountRatePerYear: number;
}

export interface HeavyServiceCost {
  /** Expected months in heavy service up to the horizon, undiscounted. */
  readonly expectedMonths: number;
  /** Their expected cost, discounted to the landmark, cents, not rounded. */
  readonly expectedCostCents: number;
}

/**
 * Expected months in heavy service by a horizon H, and their cost, from the whole incidence curve.
 *
 * Service starts in the interval (a, b] with probability ΔF, evenly within it, and goes on for an exponential
 * stay of mean m months (which ends by death or by leaving; every stay counts its first start only). With
 * δ = ln(1 + r) / 12 the discount rate per month and κ = 1/m + δ, one start at t is worth
 * ∫_t^H e^{−(u−t)/m} e^{−δu} du = e^{−δt} (1 − e^{−κ(H−t)}) / κ discounted months; averaged over t in (a, b]:
 * [ (e^{−δa} − e^{−δb}) / δ − m e^{−δH} (e^{−(H−b)/m} − e^{−(H−a)/m}) ] / (κ (b − a)).
 * Sum over intervals up to H; an interval across H gives the share of its mass that lies before H. Months use
 * δ = 0; cost = discounted months × 365.25/12 × centsPerDay.
 *
 * @throws RangeError when meanDays ≤ 0, the discount rate < 0, the horizon is beyond the grid, lengths differ
 * @example
 * expectedHeavyServiceCost({
 *   cumulativeIncidence: [0.1, 0.3], gridEnds: [12, 36], horizonMonths: 36,
 *   centsPerDay: 20_000, meanDays: 790, discountRatePerYear: 0.03,
 * });
 */
export function expectedHeavyServiceCost(input: HeavyServiceInput): HeavyServiceCost {
  checkInput(input);
  const { cumulativeIncidence, gridEnds, horizonMonths, centsPerDay, meanDays } = input;
  const meanMonths = meanDays / daysPerMonth;
  const ratePerMonth = Math.log1p(input.discountRatePerYear) / 12;
  let [expectedMonths, discountedMonths, start, startIncidence] = [0, 0, 0, 0];
  for (let at = 0; at < gridEnds.length && start < horizonMonths; at++) {
    const end = Math.min(gridEnds[at]!, horizonMonths);
    const mass = ((cumulativeIncidence[at]! - startIncidence) * (end - start)) / (gridEnds[at]! - start);
    expectedMonths += mass * monthsPerStart(start, end, horizonMonths, meanMonths, 0);
    discountedMonths += mass * monthsPerStart(start, end, horizonMonths, meanMonths, ratePerMonth);
    [start, startIncidence] = [end, cumulativeIncidence[at]!];
  }
  return { expectedMonths, expectedCostCents: discountedMonths * daysPerMonth * centsPerDay };
}

/**
 * Discounted months in service by the horizon, of a start evenly between two months.
 * @param meanMonths of the exponential stay, > 0
 * @param rate continuous discount rate per month, ≥ 0
 */
export function monthsPerStart(
  start: number,
  end: number,
  horizon: number,
  meanMonths: number,
  rate: number,
): number {
  const width = end - start;
  const discountedWidth = rate === 0 ? width : (Math.exp(-rate * start) * -Math.expm1(-rate * width)) / rate;
  const stillThere = Math.exp(-(horizon - end) / meanMonths) * -Math.expm1(-width / meanMonths);
  const afterHorizon = meanMonths * Math.exp(-rate * horizon) * stillThere;
  return (discountedWidth - afterHorizon) / ((1 / meanMonths + rate) * width);
}

function checkInput({
  cumulativeIncidence,
  gridEnds,
  horizonMonths,
  meanDays,
  discountRatePerYear,
}: HeavyServiceInput) {
  if (!(meanDays > 0)) throw new RangeError(`meanDays: expected > 0, got ${meanDays}`);
  if (!(discountRatePerYear >= 0)) {
    throw new RangeError(`discountRatePerYear: expected ≥ 0, got ${discountRatePerYear}`);
  }
  if (cumulativeIncidence.length !== gridEnds.length || gridEnds.length === 0) {
    throw new RangeError(
      `cumulativeIncidence: expected ${gridEnds.length} values (≥ 1), got ${cumulativeIncidence.length}`,
    );
  }
  const lastEnd = gridEnds[gridEnds.length - 1]!;
  if (!(horizonMonths > 0 && horizonMonths <= lastEnd)) {
    throw new RangeError(`horizonMonths: expected within the grid’s ${lastEnd} months, got ${horizonMonths}`);
  }
}

import type { MonthlyRates } from './monthly-rates.ts';

/** What a client costs a year in services other than heavy ones, cents. */
export interface HomeServiceCost {
  readonly allCents: number;
  /** Of it, hospital days. */
  readonly hospitalCents: number;
}

/**
 * The months ahead of one client, or summed over clients: who starts heavy service when, and who is still at
 * home. One client is a course of one; sums of courses are courses, and every value of them is linear.
 */
export interface Course {
  /** Starts of heavy service in each month, evenly within it: months long. */
  readonly starts: Float64Array;
  /** Alive and never yet in heavy service at the beginning of each month and at the end: months + 1. */
  readonly atHome: Float64Array;
  /** Yearly cost of services other than heavy of those at home, cents: months + 1. */
  readonly otherCents: Float64Array;
  /** Of it, hospital days: months + 1. */
  readonly hospitalCents: Float64Array;
}

/** Starts of heavy service within the first months; of one client the probability of it. */
export const startsWithin = ({ starts }: Pick<Course, 'starts'>, months: number): number =>
  starts.subarray(0, months).reduce((sum, mass) => sum + mass, 0);

export const emptyCourse = (months: number): Course => ({
  starts: new Float64Array(months),
  atHome: new Float64Array(months + 1),
  otherCents: new Float64Array(months + 1),
  hospitalCents: new Float64Array(months + 1),
});

/** Ratios of the two rates, month by month; each months long, > 0. */
export interface RateRatios {
  readonly outcome: Float64Array;
  readonly death: Float64Array;
}

/**
 * Adds to `sums` the course of a client whose rates are multiplied by ratios, `weight` times: within a month
 * with rates λ_1, λ_2 and λ their sum, heavy service starts with S λ_1/λ (1 − e^{−λ}) and S falls to S e^{−λ}.
 *
 * @param weight for example the share who take an offer up
 */
export function addCourse(
  sums: Course,
  rates: MonthlyRates,
  ratios: RateRatios,
  { allCents, hospitalCents }: HomeServiceCost,
  weight: number,
): void {
  let alive = weight;
  const months = sums.starts.length;
  for (let month = 0; ; month++) {
    sums.atHome[month]! += alive;
    sums.otherCents[month]! += alive * allCents;
    sums.hospitalCents[month]! += alive * hospitalCents;
    if (month === months) return;
    const toHeavy = rates.outcome[month]! * ratios.outcome[month]!;
    const all = toHeavy + rates.death[month]! * ratios.death[month]!;
    if (all <= 0) continue;
    const leaving = -Math.expm1(-all);
    sums.starts[month]! += alive * (toHeavy / all) * leaving;
    alive *= 1 - leaving;
  }
}

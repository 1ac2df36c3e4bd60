import type { ClientAhead } from './client-benefit.ts';
import type { UncertainEffect } from './course-profile.ts';
import { type MonthWeights, monthWeights, type TimeFrame } from './course-value.ts';
import {
  type ClientWay,
  type CourseWorth,
  emptyWay,
  runClient,
  worthInCents,
  worthOfWay,
} from './course-worth.ts';
import { logMoments, meanOf } from './interval-distributions.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import { heavyServiceIds, type UncertainIntervention } from './uncertain-intervention.ts';
import { remainingByMonth } from './waning-ratio.ts';

/** How a month at home and heavy service are weighed. */
export interface BenefitFrame extends Omit<TimeFrame, 'meanStayDays'> {
  readonly months: number;
  /** What the county is willing to pay for a month at home, cents. */
  readonly worthPerHomeMonthCents: number;
}

/**
 * The expected net benefit of an offer to one client, cents, with everything uncertain averaged out: months at
 * home times their worth, minus all costs, with the offer minus without. Fast enough for a county: the two
 * ratios are averaged by three-point Gauss–Hermite quadrature on the log scale, everything else is linear and
 * enters by its mean.
 */
export class ExpectedBenefit {
  readonly #without: CourseWorth;
  readonly #taken: CourseWorth;
  readonly #nodes: readonly { outcome: Float64Array; death: Float64Array; weight: number }[];
  readonly #way: ClientWay;
  readonly #fixedCents: number;
  readonly #uptakeShare: number;

  /** @param weights of `expectedWeights`, in the same frame */
  constructor(intervention: UncertainIntervention, weights: MonthWeights, frame: BenefitFrame) {
    const ones = new Float64Array(frame.months).fill(1);
    const { totalCost, hospital, monthlyMonths } = intervention;
    const shared = { heavyCentsPerDay: 1, homeMonthCents: frame.worthPerHomeMonthCents };
    this.#without = worthInCents(weights, {
      ...shared,
      totalCostRatio: ones,
      hospitalRatio: ones,
      monthlyCents: 0,
      monthlyMonths: 0,
    });
    this.#taken = worthInCents(weights, {
      ...shared,
      totalCostRatio: expectedRatio(totalCost, frame.months),
      hospitalRatio: expectedRatio(totalCost ? undefined : hospital, frame.months),
      monthlyCents: meanOf(intervention.monthlyCents),
      monthlyMonths,
    });
    this.#nodes = quadrature(intervention.outcome, frame.months).flatMap((outcome) =>
      quadrature(intervention.death, frame.months).map((death) => ({
        outcome: outcome.ratios,
        death: death.ratios,
        weight: outcome.weight * death.weight,
      })),
    );
    this.#way = emptyWay(frame.horizonMonths);
    this.#fixedCents = meanOf(intervention.fixedCents);
    this.#uptakeShare = meanOf(intervention.uptakeShare);
  }

  /** Of an offer to the client. */
  cents(client: ClientAhead): number {
    const worth = (of: CourseWorth, outcome?: Float64Array, death?: Float64Array) => {
      runClient(this.#way, client, outcome, death);
      return worthOfWay(this.#way, client.cost, of);
    };
    let taken = -this.#fixedCents;
    for (const { outcome, death, weight } of this.#nodes)
      taken += weight * worth(this.#taken, outcome, death);
    return this.#uptakeShare * (taken - worth(this.#without));
  }
}

/** Month weights averaged over draws of heavy service's price and stay, `perStart` times the day's price. */
export function expectedWeights(draws: ParameterDraws, frame: BenefitFrame): MonthWeights {
  const stays = draws[heavyServiceIds.meanStayDays]!;
  const prices = draws[heavyServiceIds.centsPerDay]!;
  const perStart = new Float64Array(frame.horizonMonths);
  stays.forEach((meanStayDays, draw) => {
    const weights = monthWeights({ ...frame, meanStayDays }).perStart;
    for (let month = 0; month < perStart.length; month++) {
      perStart[month]! += (weights[month]! * prices[draw]!) / stays.length;
    }
  });
  return { ...monthWeights({ ...frame, meanStayDays: 1 }), perStart };
}

/** E[exp(X w)] of a normal X and what is left w of it in each month. */
function expectedRatio(effect: UncertainEffect | undefined, months: number): Float64Array {
  const [logMean, logSd] = effect ? logMoments(effect.distribution) : [0, 0];
  return remainingByMonth(months, effect?.halvesInMonths).map((left) =>
    Math.exp(logMean * left + (logSd * logSd * left * left) / 2),
  );
}

/** Ratios by month at the points of the three-point Gauss–Hermite rule, with their weights. */
function quadrature(effect: UncertainEffect | undefined, months: number) {
  const [logMean, logSd] = effect ? logMoments(effect.distribution) : [0, 0];
  const remaining = remainingByMonth(months, effect?.halvesInMonths);
  const at = (deviations: number, weight: number) => ({
    ratios: remaining.map((left) => Math.exp((logMean + deviations * logSd) * left)),
    weight,
  });
  return logSd === 0 ? [at(0, 1)] : [at(-Math.sqrt(3), 1 / 6), at(0, 2 / 3), at(Math.sqrt(3), 1 / 6)];
}

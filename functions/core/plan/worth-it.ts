import type { WorthIt, WorthItWhere } from '../../../data-contracts/schemas/plan.ts';
import { type Interval, intervalsWorthIt } from '../../../models/economics/break-even.ts';
import { type ClientAhead, courseOf } from '../../../models/economics/client-benefit.ts';
import { startsWithin } from '../../../models/economics/course.ts';
import type { MonthWeights } from '../../../models/economics/course-value.ts';
import {
  type BenefitFrame,
  ExpectedBenefit,
  expectedWeights,
} from '../../../models/economics/expected-benefit.ts';
import { meanOf } from '../../../models/economics/interval-distributions.ts';
import { outcomeTimes } from '../../../models/economics/monthly-rates.ts';
import type { UncertainIntervention } from '../../../models/economics/uncertain-intervention.ts';
import { smallestCell } from '../release/small-cells.ts';
import { fullPriceCents } from './choose-offers.ts';
import type { MadePlan } from './make-plan.ts';

/** Probabilities of the outcome within which an offer is looked at, and logarithms of a ratio: an eighth to eight. */
const probabilities = [0.001, 0.999] as const;
const logRatios = [-Math.log(8), Math.log(8)] as const;

/**
 * Where an offer turns from worth its costs to not, of somebody with the mean curve and costs of those offered it, or,
 * where nobody is, of those whom its rule fits: by how likely the outcome is, by price and by effect.
 */
export function worthItWhere(
  made: MadePlan,
  at: number,
  eligible: number,
  frame: Pick<BenefitFrame, 'horizonMonths' | 'discountRatePerYear'>,
): WorthIt | null {
  const { population, plan } = made;
  const isOffered = plan.allocation.placesTaken[at]! > 0;
  if (!isOffered && eligible < smallestCell) return null;
  const typical = population.typical((client) =>
    isOffered ? plan.allocation.chosen[client] === at : population.isEligible(client, at),
  );
  if (!typical) return null;
  const of = new TypicalOffer(made, at, typical, frame);
  return {
    of: isOffered ? 'offered' : 'eligible',
    probability: of.probability(),
    priceCents: of.priceCents(),
    ratio: of.ratio(),
  };
}

class TypicalOffer {
  readonly #intervention: UncertainIntervention;
  readonly #typical: ClientAhead;
  readonly #frame: BenefitFrame;
  readonly #weights: MonthWeights;

  constructor(
    made: MadePlan,
    at: number,
    typical: ClientAhead,
    frame: Pick<BenefitFrame, 'horizonMonths' | 'discountRatePerYear'>,
  ) {
    this.#intervention = made.offered[at]!.uncertain;
    this.#typical = typical;
    const { worthPerHomeMonthCents, population } = made;
    this.#frame = { ...frame, months: population.grid.months, worthPerHomeMonthCents };
    this.#weights = expectedWeights(made.draws, this.#frame);
  }

  probability(): WorthItWhere {
    const benefit = this.#benefit({});
    const [lowest, highest] = probabilities.map((share) => this.#logFactorAt(share)) as [number, number];
    const at = (factor: number) => benefit.cents(this.#scaled(factor));
    const intervals = lowest < highest ? intervalsWorthIt(at, lowest, highest) : [];
    return whereOf(this.#probabilityAt(0), intervals, [lowest, highest], (factor) =>
      toldProbability(this.#probabilityAt(factor)),
    );
  }

  /** Net benefit falls evenly with the price: it is worth it from nothing to one price, or at none. */
  priceCents(): WorthItWhere {
    const free = { name: 'fixed', value: 0 } as const;
    const uptake = meanOf(this.#intervention.uptakeShare);
    const [withPrice, without] = [{}, { fixedCents: free, monthlyCents: free }].map((change) =>
      this.#benefit(change).cents(this.#typical),
    ) as [number, number];
    if (!(uptake > 0)) return { now: Math.round(fullPriceCents(this.#intervention)), intervals: [] };
    const upTo = Math.round(without / uptake);
    const now = Math.round((without - withPrice) / uptake);
    return { now, intervals: upTo > 0 ? [{ from: null, to: upTo }] : [] };
  }

  ratio(): WorthItWhere | null {
    const { outcome } = this.#intervention;
    if (!outcome) return null;
    const at = (logRatio: number) =>
      this.#benefit({
        outcome: { ...outcome, distribution: { name: 'fixed', value: Math.exp(logRatio) } },
      }).cents(this.#typical);
    const told = (logRatio: number) => Math.round(Math.exp(logRatio) * 1000) / 1000;
    const now = Math.log(meanOf(outcome.distribution));
    return whereOf(Math.exp(now), intervalsWorthIt(at, ...logRatios), logRatios, told);
  }

  #benefit(change: Partial<UncertainIntervention>): ExpectedBenefit {
    return new ExpectedBenefit({ ...this.#intervention, ...change }, this.#weights, this.#frame);
  }

  /** The typical client with the rate of the outcome multiplied. */
  #scaled(logFactor: number): ClientAhead {
    const { rates, cost } = this.#typical;
    return { cost, rates: outcomeTimes(rates, Math.exp(logFactor)) };
  }

  #probabilityAt(logFactor: number): number {
    return startsWithin(courseOf(this.#scaled(logFactor), {}), this.#frame.horizonMonths);
  }

  /** The factor at which the outcome is so likely, or the nearest that can be told. */
  #logFactorAt(share: number): number {
    let [low, high] = [-25, 25];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (this.#probabilityAt(middle) < share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
}

/** Intervals as they are told; an end of what was looked at is no end. */
function whereOf(
  now: number,
  intervals: readonly Interval[],
  [lowest, highest]: readonly [number, number],
  told: (value: number) => number,
): WorthItWhere {
  return {
    now: Math.round(now * 1000) / 1000,
    intervals: intervals.map(({ from, to }) => ({
      from: from === lowest ? null : told(from),
      to: to === highest ? null : told(to),
    })),
  };
}

const toldProbability = (probability: number) => Math.round(probability * 1000) / 1000;

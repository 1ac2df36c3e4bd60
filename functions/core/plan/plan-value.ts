import type { Plan } from '../../../data-contracts/schemas/plan.ts';
import {
  type DrawnChange,
  DrawnFrame,
  type DrawnTerms,
  differenceOfChanges,
  noChange,
  type OfferedGroup,
  sumOfChanges,
} from '../../../models/economics/drawn-change.ts';
import { centsEstimate, planChange } from './plan-figures.ts';

type Groups = readonly (OfferedGroup | undefined)[];

/** One horizon and discount rate, with the draws; groups are valued in it. */
export class PlanFrame {
  readonly horizonMonths: number;
  readonly discountRatePerYear: number;
  readonly #frame: DrawnFrame;

  constructor(terms: DrawnTerms, horizonMonths: number, discountRatePerYear: number) {
    this.horizonMonths = horizonMonths;
    this.discountRatePerYear = discountRatePerYear;
    this.#frame = new DrawnFrame(terms, { horizonMonths, discountRatePerYear });
  }

  change(group: OfferedGroup): DrawnChange {
    return this.#frame.changeOf(group);
  }

  /** All groups together. */
  total(groups: Groups): DrawnChange {
    return this.sum(groups.map((group) => group && this.change(group)));
  }

  sum(changes: readonly (DrawnChange | undefined)[]): DrawnChange {
    return sumOfChanges(
      changes.filter((change) => change !== undefined),
      this.#frame.draws,
    );
  }
}

/** The plan at each horizon and rate: the later horizon discounted, then not, then the earlier one. */
export function planFrames(
  terms: DrawnTerms,
  groups: Groups,
  [first, second]: readonly [number, number],
  discountRatePerYear: number,
  worthPerHomeMonthCents: number,
): Plan['frames'] {
  return [second, first].flatMap((horizonMonths) =>
    [discountRatePerYear, 0].map((rate) => ({
      horizonMonths,
      discountRatePerYear: rate,
      change: planChange(new PlanFrame(terms, horizonMonths, rate).total(groups), worthPerHomeMonthCents),
    })),
  );
}

/** Money by year after the landmark, undiscounted: what is reached by a year's end less what was by its beginning. */
export function budgetImpact(terms: DrawnTerms, groups: Groups, horizonMonths: number): Plan['budgetImpact'] {
  const ends = Array.from({ length: Math.ceil(horizonMonths / 12) }, (_, year) =>
    Math.min((year + 1) * 12, horizonMonths),
  );
  let before: DrawnChange | undefined;
  return ends.map((end, at) => {
    const reached = new PlanFrame(terms, end, 0).total(groups);
    const own = differenceOfChanges(reached, before ?? noChange(reached.totalCents.length));
    before = reached;
    return {
      year: at + 1,
      interventionCents: centsEstimate(own.interventionCents),
      heavyCents: centsEstimate(own.heavyCents),
      otherCents: centsEstimate(own.otherCents),
      totalCents: centsEstimate(own.totalCents),
    };
  });
}

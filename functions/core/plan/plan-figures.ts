import type { Estimate, PlanChange } from '../../../data-contracts/schemas/plan.ts';
import { type DrawnChange, shareOfDraws, summaryOfDraws } from '../../../models/economics/drawn-change.ts';

/** Cents as they are told, whole. */
export const centsEstimate = (values: Float64Array): Estimate => estimate(values, 1);

/** People as they are told, whole. */
export const peopleEstimate = (values: Float64Array): Estimate => estimate(values, 1);

/** Months or years as they are told, to two decimals. */
export const timeEstimate = (values: Float64Array): Estimate => estimate(values, 100);

function estimate(values: Float64Array, perUnit: number): Estimate {
  const { mean, lower95, upper95 } = summaryOfDraws(values);
  const told = (value: number) => Math.round(value * perUnit) / perUnit + 0;
  return { mean: told(mean), lower95: told(lower95), upper95: told(upper95) };
}

/** A probability as it is told, to three decimals. */
export const toldShare = (share: number) => Math.round(share * 1000) / 1000;

/** Months below this are rounding, not harm. */
const noMonths = 1e-9;

/** Probability that all costs together fall. */
export const savingShare = (totalCents: Float64Array) =>
  toldShare(shareOfDraws(totalCents, (cents) => cents < 0));

/** Probability that months at home are lost. */
export const harmingShare = (homeMonths: Float64Array) =>
  toldShare(shareOfDraws(homeMonths, (months) => months < -noMonths));

/** A change over the draws, in the words of the contract. */
export function planChange(drawn: DrawnChange, worthPerHomeMonthCents: number): PlanChange {
  const { totalCents, homeMonths } = drawn;
  return {
    interventionCents: centsEstimate(drawn.interventionCents),
    heavyCents: centsEstimate(drawn.heavyCents),
    otherCents: centsEstimate(drawn.otherCents),
    totalCents: centsEstimate(totalCents),
    heavyMonths: timeEstimate(drawn.heavyMonths),
    homeMonths: timeEstimate(homeMonths),
    probabilitySavesMoney: savingShare(totalCents),
    probabilityHarms: harmingShare(homeMonths),
    probabilityWorthIt: toldShare(
      shareOfDraws(totalCents, (cents, draw) => homeMonths[draw]! * worthPerHomeMonthCents > cents),
    ),
  };
}

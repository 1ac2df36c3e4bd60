import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { Estimate } from '../../data-contracts/schemas/plan.ts';
import { figures } from '../../wording/figures.ts';

/** A plan's figures in words of a language: an estimate with its interval, a probability, a span of months. */
export function planEstimates(language: Language) {
  const { euros, share, decimal, count } = figures(language);
  const months = (value: number) => decimal(value, 1);
  const within = (told: (value: number) => string, { mean, lower95, upper95 }: Estimate) =>
    `${told(mean)} (${told(lower95)} – ${told(upper95)})`;
  return {
    euros,
    share,
    count,
    months,
    /** Like 1 %: probabilities of a thousand draws have no more digits. */
    probability: (probability: number) => share(probability),
    eurosWithin: (estimate: Estimate) => within(euros, estimate),
    monthsWithin: (estimate: Estimate) => within(months, estimate),
  };
}

/** From so many columns, intervals stand beside the estimates; below, under them; below the second, in two lines. */
const wideFrom = 150;
const narrowBelow = 120;

/** An estimate as it fits a terminal so wide. */
export function folded(estimate: string, width: number): string {
  if (width >= wideFrom) return estimate;
  const under = estimate.replace(' (', '\n(');
  return width >= narrowBelow ? under : under.replace(' – ', ' –\n');
}

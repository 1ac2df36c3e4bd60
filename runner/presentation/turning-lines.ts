import type { Texts } from '../../data-contracts/schemas/fields.ts';
import type {
  Plan,
  PlanIntervention,
  WorthItInterval,
  WorthItWhere,
} from '../../data-contracts/schemas/plan.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';

type Told = (value: number) => string;

/** At which risks, prices and effects each intervention is worth its costs, and where it stands now. */
export function turningLines(plan: Plan): string[] {
  const lines = plan.interventions.flatMap((one) => linesOf(one, plan));
  return lines.length > 0 ? [planTexts.turning[plan.language], ...lines, ''] : [];
}

function linesOf({ name, worthIt }: PlanIntervention, { language, frame }: Plan): string[] {
  if (!worthIt) return [];
  const { share, euros, decimal } = figures(language);
  const ratio = (value: number) => decimal(value, 2);
  const months = String(frame.horizonsMonths[1]);
  const line = (text: Texts, { now, intervals }: WorthItWhere, told: Told) =>
    `    ${say(text, language, { where: whereOf(intervals, told), now: told(now), months })}`;
  const whereOf = (intervals: readonly WorthItInterval[], told: Told) =>
    intervals.length === 0
      ? planTexts.intervals.none[language]
      : intervals
          .map((interval) => intervalOf(interval, told))
          .reduce((one, other) => say(planTexts.intervals.or, language, { one, other }));
  const intervalOf = ({ from, to }: WorthItInterval, told: Told) => {
    const { between, upTo, from: atLeast, any } = planTexts.intervals;
    const text = from === null ? (to === null ? any : upTo) : to === null ? atLeast : between;
    return say(text, language, { from: told(from ?? 0), to: told(to ?? 0) });
  };
  return [
    `  ${say(planTexts.turningOf[worthIt.of], language, { name: name[language] })}`,
    line(planTexts.turningProbability, worthIt.probability, share),
    line(planTexts.turningPrice, worthIt.priceCents, euros),
    ...(worthIt.ratio ? [line(planTexts.turningRatio, worthIt.ratio, ratio)] : []),
  ];
}

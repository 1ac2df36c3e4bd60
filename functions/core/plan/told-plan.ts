import type { Plan, PlanRow } from '../../../data-contracts/schemas/plan.ts';
import { toldProbability } from '../cohort/strongest-reasons.ts';
import { orderedAsTold } from '../identity/ordered-as-told.ts';
import type { UnitPseudonyms } from '../identity/unit-pseudonyms.ts';

/**
 * A plan as it may be told: figures of single clients in steps that many share, offers by what they are worth by those
 * figures, and of equals, as of everybody who drew a lot, the asker's own pseudonyms decide the order. So a row singles
 * nobody out, neither ranks nor places tell more than the figures, and two units' rows do not fall together.
 */
export function toldPlan(plan: Plan, pseudonyms: UnitPseudonyms): Plan {
  const { worthPerHomeYearCents } = plan.request;
  const lossOf = ({ totalCents, homeMonths }: PlanRow) =>
    Math.round(totalCents - (homeMonths * worthPerHomeYearCents) / 12);
  const rows = orderedAsTold(plan.rows.map(inSteps), lossOf, pseudonyms);
  return {
    ...plan,
    rows: rows.map((row, place) => ({ ...row, rank: place + 1 })),
    lots: orderedAsTold(plan.lots, ({ lot }) => lot, pseudonyms),
  };
}

const inSteps = (row: PlanRow): PlanRow => ({
  ...row,
  probability: [toldProbability(row.probability[0]), toldProbability(row.probability[1])],
  totalCents: Math.round(row.totalCents / 10_000) * 10_000 + 0,
  homeMonths: Math.round(row.homeMonths * 10) / 10 + 0,
  probabilitySavesMoney: toldShareOfDraws(row.probabilitySavesMoney),
  probabilityHarms: toldShareOfDraws(row.probabilityHarms),
  chanceSavesMoney: toldShareOfDraws(row.chanceSavesMoney),
  chanceHarms: toldShareOfDraws(row.chanceHarms),
});

const toldShareOfDraws = (share: number) => Math.round(share * 20) / 20;

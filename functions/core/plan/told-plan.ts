import type { Plan, PlanRow } from '../../../data-contracts/schemas/plan.ts';
import { toldProbability } from '../cohort/strongest-reasons.ts';
import type { UnitPseudonyms } from '../identity/unit-pseudonyms.ts';

/**
 * A plan as it may be told: figures of single clients in steps that many share, offers by what they are worth by those
 * figures, and of equals, as of everybody who drew a lot, the asker's own pseudonyms decide the order. So a row singles
 * nobody out, neither ranks nor places tell more than the figures, and two units' rows do not fall together.
 */
export function toldPlan(plan: Plan, { outside }: UnitPseudonyms): Plan {
  const { worthPerHomeYearCents } = plan.request;
  const lossOf = ({ totalCents, homeMonths }: PlanRow) =>
    Math.round(totalCents - (homeMonths * worthPerHomeYearCents) / 12);
  const rows = ordered(plan.rows.map(inSteps), lossOf, outside);
  return {
    ...plan,
    rows: rows.map((row, place) => ({ ...row, rank: place + 1 })),
    lots: ordered(plan.lots, ({ lot }) => lot, outside),
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

/** Least measure first; of equal measures, as the asker's pseudonyms go. */
const ordered = <Item extends { readonly client: string }>(
  items: readonly Item[],
  measure: (item: Item) => number,
  outside: UnitPseudonyms['outside'],
): Item[] =>
  items
    .map((item) => ({ item, told: outside(item.client), by: measure(item) }))
    .sort((one, other) => one.by - other.by || (one.told < other.told ? -1 : 1))
    .map(({ item }) => item);

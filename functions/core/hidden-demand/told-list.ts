import type { CheckUpPlan } from '../../../data-contracts/schemas/check-up-plan.ts';
import type { HiddenDemandList } from '../../../data-contracts/schemas/hidden-demand-list.ts';
import { orderedAsTold } from '../identity/ordered-as-told.ts';
import type { UnitPseudonyms } from '../identity/unit-pseudonyms.ts';

/** A list in the order in which it may be told: of rows shown as equally strong, the asker's own pseudonyms decide. */
export const inToldOrder = (list: HiddenDemandList, pseudonyms: UnitPseudonyms): HiddenDemandList => ({
  ...list,
  rows: ranked(list.rows, pseudonyms),
});

/** A plan likewise; those who drew one lot stand as the asker's pseudonyms go. */
export const planInToldOrder = (plan: CheckUpPlan, pseudonyms: UnitPseudonyms): CheckUpPlan => ({
  ...plan,
  rows: ranked(plan.rows, pseudonyms),
  lots: orderedAsTold(plan.lots, ({ lot }) => lot, pseudonyms),
});

const ranked = <Row extends { readonly client: string; readonly strength: number }>(
  rows: readonly Row[],
  pseudonyms: UnitPseudonyms,
) =>
  orderedAsTold(rows, ({ strength }) => -strength, pseudonyms).map((row, place) => ({
    ...row,
    rank: place + 1,
  }));

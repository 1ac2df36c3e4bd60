import type { Cohort } from '../../../data-contracts/schemas/cohort.ts';
import type { UnitPseudonyms } from '../identity/unit-pseudonyms.ts';

/**
 * A cohort in the order in which it may be told: of rows that are shown as equally likely, the asker's own
 * pseudonyms decide. So ranks tell no more than the probabilities shown, and two units' rows do not fall together.
 */
export function inToldOrder(cohort: Cohort, { outside }: UnitPseudonyms): Cohort {
  const horizon = cohort.horizonsMonths.indexOf(cohort.horizonMonths) === 0 ? 0 : 1;
  const keyed = cohort.rows.map((row) => ({ row, told: outside(row.client) }));
  keyed.sort(
    (one, other) =>
      other.row.probability[horizon] - one.row.probability[horizon] || (one.told < other.told ? -1 : 1),
  );
  return { ...cohort, rows: keyed.map(({ row }, place) => ({ ...row, rank: place + 1 })) };
}

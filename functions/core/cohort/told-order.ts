import type { Cohort } from '../../../data-contracts/schemas/cohort.ts';
import { orderedAsTold } from '../identity/ordered-as-told.ts';
import type { UnitPseudonyms } from '../identity/unit-pseudonyms.ts';

/**
 * A cohort in the order in which it may be told: of rows that are shown as equally likely, the asker's own
 * pseudonyms decide. So ranks tell no more than the probabilities shown, and two units' rows do not fall together.
 */
export function inToldOrder(cohort: Cohort, pseudonyms: UnitPseudonyms): Cohort {
  const horizon = cohort.horizonsMonths.indexOf(cohort.horizonMonths) === 0 ? 0 : 1;
  const rows = orderedAsTold(cohort.rows, ({ probability }) => -probability[horizon], pseudonyms);
  return { ...cohort, rows: rows.map((row, place) => ({ ...row, rank: place + 1 })) };
}

import type { HiddenDemandList } from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { UnitPseudonyms } from '../identity/unit-pseudonyms.ts';

/** A list in the order in which it may be told: of rows shown as equally strong, the asker's own pseudonyms decide. */
export function inToldOrder(list: HiddenDemandList, { outside }: UnitPseudonyms): HiddenDemandList {
  const keyed = list.rows.map((row) => ({ row, told: outside(row.client) }));
  keyed.sort((one, other) => other.row.strength - one.row.strength || (one.told < other.told ? -1 : 1));
  return { ...list, rows: keyed.map(({ row }, place) => ({ ...row, rank: place + 1 })) };
}

import type { UnitPseudonyms } from './unit-pseudonyms.ts';

/** Least measure first; of equal measures, as the asker's pseudonyms go: the order tells no more than the measure. */
export const orderedAsTold = <Item extends { readonly client: string }>(
  items: readonly Item[],
  measure: (item: Item) => number,
  { outside }: UnitPseudonyms,
): Item[] =>
  items
    .map((item) => ({ item, told: outside(item.client), by: measure(item) }))
    .sort((one, other) => one.by - other.by || (one.told < other.told ? -1 : 1))
    .map(({ item }) => item);

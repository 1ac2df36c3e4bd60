/**
 * A page of a list that is in the order of a number: at most `limit` items beyond the place `after`.
 * @param items in the direction told
 */
export function page<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => number,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  direction: 'rising' | 'falling' = 'rising',
): { items: readonly Item[]; next?: string } {
  const isBeyond = (item: Item) =>
    after === undefined ||
    (direction === 'rising' ? placeOf(item) > Number(after) : placeOf(item) < Number(after));
  const beyond = items.filter(isBeyond);
  const shown = beyond.slice(0, limit);
  return beyond.length > limit ? { items: shown, next: String(placeOf(shown.at(-1)!)) } : { items: shown };
}

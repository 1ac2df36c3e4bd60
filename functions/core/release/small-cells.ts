import type { SafeTable } from '../../../data-contracts/schemas/cohort.ts';

/** A count of people below this is not told. */
export const smallestCell = 5;

const isSmall = (count: number) => count > 0 && count < smallestCell;

/**
 * A table of counts of people, and its total, that gives away no count of 1 to 4: small cells are suppressed,
 * and where one is, so is the total. Suppressing further cells instead, to save the total, would not do: which
 * cells go along depends on the counts, and one who knows the rule reads them back from that. Here a
 * suppressed count may be any of 1 to 4, whatever the reader knows.
 *
 * @param counts people by name of the cell; each person in one cell
 */
export function suppressSmallCells(counts: ReadonlyMap<string, number>): SafeTable {
  const cells = [...counts].map(([name, count]) => ({ name, count })).filter(({ count }) => count > 0);
  const total = cells.reduce((people, { count }) => people + count, 0);
  return {
    total: cells.some(({ count }) => isSmall(count)) ? 'suppressed' : total,
    cells: cells.map(({ name, count }) => ({ name, count: isSmall(count) ? 'suppressed' : count })),
  };
}

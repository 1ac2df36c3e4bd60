import type { SafeCount, SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import { inSteps } from './safe-population.ts';
import { smallestCell } from './small-cells.ts';

/** A count of people in steps of five; one below five is not told, and so may be nobody as well. */
export const countInSteps = (people: number): SafeCount =>
  people < smallestCell ? 'suppressed' : inSteps(people);

/**
 * Counts in steps of five, small ones suppressed, cells of nobody left out. The total is the sum of what is told, never
 * of the people: whoever subtracts gets nothing back of a suppressed count.
 * @param counts people by name of the cell; each person in one cell
 */
export function countsInSteps(counts: ReadonlyMap<string, number>): SafeTable {
  const cells = [...counts]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => ({ name, count: countInSteps(count) }));
  const told = cells.flatMap(({ count }) => (count === 'suppressed' ? [] : [count]));
  const isSuppressed = cells.length > 0 && told.length === 0;
  return { total: isSuppressed ? 'suppressed' : told.reduce((sum, count) => sum + count, 0), cells };
}

import { inSteps } from '../release/safe-population.ts';
import { smallestCell } from '../release/small-cells.ts';

/** What is added up over the people of a cell. */
export interface CellSums {
  readonly people: number;
  /** Expected to come to the outcome within each horizon: the sum of their probabilities. */
  readonly expected: readonly [number, number];
}

/** A cell as it is told; a suppressed one says nothing of its people. */
export type SafeCell =
  | { readonly cell: string; readonly isSuppressed: true }
  | ({ readonly cell: string; readonly isSuppressed: false } & CellSums);

/**
 * Statistics that give nobody away, over a partition of the people that is always the same. A cell of fewer than
 * five is suppressed; of others the people are told in steps of five, and what is expected in whole people. The total
 * is that of the figures told, and never of the people: so nothing is left to subtract a suppressed cell from,
 * whatever is added to what. The same people give the same figures, so asking again teaches nothing.
 *
 * @param cells by name of the cell; each person in one cell. A cell of nobody is told like any suppressed one
 * @returns the cells in the order given, and the total of those that are told
 */
export function safeStatistics(cells: ReadonlyMap<string, CellSums>): {
  readonly cells: readonly SafeCell[];
  readonly total: CellSums;
} {
  const told = [...cells].map(([cell, { people, expected }]): SafeCell => {
    if (people < smallestCell) return { cell, isSuppressed: true };
    return {
      cell,
      isSuppressed: false,
      people: inSteps(people),
      expected: [Math.round(expected[0]), Math.round(expected[1])],
    };
  });
  const total = { people: 0, expected: [0, 0] as [number, number] };
  for (const cell of told) {
    if (cell.isSuppressed) continue;
    total.people += cell.people;
    total.expected[0] += cell.expected[0];
    total.expected[1] += cell.expected[1];
  }
  return { cells: told, total };
}

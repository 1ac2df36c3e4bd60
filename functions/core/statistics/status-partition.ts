import { ServiceStatus } from '../../../data-contracts/vocabularies/service-statuses.ts';
import { askableParts } from '../release/askable-parts.ts';
import { smallestCell } from '../release/small-cells.ts';
import type { CellSums } from './safe-statistics.ts';

/** The sums of a municipality and age band, and of those in it with each service status. */
export interface PartedSums extends CellSums {
  readonly byStatus: ReadonlyMap<ServiceStatus, CellSums>;
}

export const nobody: CellSums = { people: 0, expected: [0, 0] };

export const together = (one: CellSums, other: CellSums): CellSums => ({
  people: one.people + other.people,
  expected: [one.expected[0] + other.expected[0], one.expected[1] + other.expected[1]],
});

/**
 * Every municipality with every service status, as a second partition of the same people: of those whose cell of
 * municipality and age band is told, so that nothing of a suppressed one is in any figure; and where few of a
 * municipality have a status, so many statuses are empty together that subtracting this table from the other leaves
 * nobody or at least five people.
 *
 * @param cells by municipality and age band, `905 75-79`
 */
export function byServiceStatus(cells: ReadonlyMap<string, PartedSums>): Map<string, CellSums> {
  const municipalities = [...new Set([...cells.keys()].map((cell) => cell.split(' ')[0]!))].sort();
  return new Map(
    municipalities.flatMap((municipality) => {
      const sums = statusSums(cells, municipality);
      const counts = new Map<string, number>([...sums].map(([status, { people }]) => [status, people]));
      const told = askableParts(counts);
      return ServiceStatus.options.map((status): [string, CellSums] => [
        `${municipality} ${status}`,
        told.has(status) ? sums.get(status)! : nobody,
      ]);
    }),
  );
}

function statusSums(cells: ReadonlyMap<string, PartedSums>, municipality: string) {
  const sums = new Map<ServiceStatus, CellSums>();
  for (const [cell, { people, byStatus }] of cells) {
    if (people < smallestCell || !cell.startsWith(`${municipality} `)) continue;
    for (const [status, more] of byStatus) sums.set(status, together(sums.get(status) ?? nobody, more));
  }
  return sums;
}

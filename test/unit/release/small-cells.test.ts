import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestCell, suppressSmallCells } from '../../../functions/core/release/small-cells.ts';

const names = ['a', 'b', 'c', 'd'];
const counted = (counts: readonly number[]) =>
  new Map(counts.map((count, at) => [names[at] as string, count]));
const isSmall = (count: number) => count > 0 && count < smallestCell;

/** Every table of so many cells with counts 0 to `most`. */
function everyTable(cells: number, most: number): number[][] {
  if (cells === 0) return [[]];
  return everyTable(cells - 1, most).flatMap((rest) =>
    Array.from({ length: most + 1 }, (_, count) => [...rest, count]),
  );
}

/**
 * The strongest reader there is: knows the rule, tries every table, and keeps those that would have been
 * published as this one was. What a suppressed count may be, to them, is what it is in any of those.
 */
function possibleCounts(tables: readonly number[][], publish: (table: number[]) => unknown) {
  const published = new Map<string, number[][]>();
  for (const table of tables) {
    const key = JSON.stringify(publish(table));
    published.set(key, [...(published.get(key) ?? []), table]);
  }
  return [...published.values()].flatMap((alike) =>
    alike.map((table) => ({ table, alike: table.map((_, cell) => new Set(alike.map((one) => one[cell]))) })),
  );
}

describe('small cells', () => {
  for (const [cells, most] of [
    [1, 30],
    [2, 16],
    [3, 11],
    [4, 7],
  ] as const) {
    it(`cannot be recovered by one who knows the rule, from any table of ${cells} with counts to ${most}`, () => {
      const tables = everyTable(cells, most);
      const readings = possibleCounts(tables, (table) => suppressSmallCells(counted(table)));
      for (const { table, alike } of readings) {
        table.forEach((count, cell) => {
          if (isSmall(count)) expect([...(alike[cell] ?? [])].sort(), `${table}`).toEqual([1, 2, 3, 4]);
        });
      }
    });
  }

  it('are suppressed, each of them and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 4 }), (counts) => {
        const table = suppressSmallCells(counted(counts));
        const people = counts.reduce((sum, count) => sum + count, 0);
        counts.forEach((count, at) => {
          const told = table.cells.find(({ name }) => name === names[at])?.count;
          if (isSmall(count)) expect(told).toBe('suppressed');
          else if (count === 0) expect(told).toBeUndefined();
          else expect(told).toBe(count);
        });
        expect(table.total).toBe(counts.some(isSmall) ? 'suppressed' : people);
      }),
    );
  });

  it('tell everything when there is nothing to hide', () => {
    expect(suppressSmallCells(counted([7, 0, 12]))).toEqual({
      total: 19,
      cells: [
        { name: 'a', count: 7 },
        { name: 'c', count: 12 },
      ],
    });
  });

  it('take the total with them', () => {
    const { total, cells } = suppressSmallCells(counted([40, 2, 9]));
    expect(total).toBe('suppressed');
    expect(cells.map(({ count }) => count)).toEqual([40, 'suppressed', 9]);
  });
});

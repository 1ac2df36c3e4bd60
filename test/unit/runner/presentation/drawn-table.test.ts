import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrawnTable, widthOf } from '../../../../runner/presentation/drawn-table.ts';

function drawn(shape: ConstructorParameters<typeof DrawnTable>[0], ...rows: Parameters<DrawnTable['push']>) {
  const table = new DrawnTable(shape);
  table.push(...rows);
  return table.toString().split('\n');
}

describe('a table for the terminal', () => {
  it('is as wide as its cells need, figures to the right, rows apart', () => {
    expect(
      drawn(
        { head: ['place', 'people'], colAligns: ['left', 'right'] },
        ['Vaasa', '5'],
        ['Laihia', '1\u00a0234'],
      ),
    ).toEqual([
      '┌────────┬────────┐',
      '│ place  │ people │',
      '├────────┼────────┤',
      '│ Vaasa  │      5 │',
      '├────────┼────────┤',
      '│ Laihia │  1\u00a0234 │',
      '└────────┴────────┘',
    ]);
  });

  it('keeps to the widths it is told: words go on lines of their own, one that is too long is cut', () => {
    expect(
      drawn(
        { head: ['a', 'b'], colWidths: [9, 8], isCompact: true },
        ['two words', 'lengthening'],
        ['• x\n• y', ''],
      ),
    ).toEqual([
      '┌─────────┬────────┐',
      '│ a       │ b      │',
      '├─────────┼────────┤',
      '│ two     │ lengt… │',
      '│ words   │        │',
      '│ • x     │        │',
      '│ • y     │        │',
      '└─────────┴────────┘',
    ]);
  });

  it('joins its rules to where cells end, also to a cell over several columns', () => {
    expect(
      drawn({ colWidths: [5, 5] }, ['1', '2'], [{ colSpan: 2, content: 'reasons' }], ['3', '4']),
    ).toEqual([
      '┌─────┬─────┐',
      '│ 1   │ 2   │',
      '├─────┴─────┤',
      '│ reasons   │',
      '├─────┬─────┤',
      '│ 3   │ 4   │',
      '└─────┴─────┘',
    ]);
  });

  it('has lines of one width, whatever its cells hold', () => {
    const cell = fc
      .array(fc.constantFrom('a', 'ä', ' ', '–', '€', '中', 'e\u0301', '🙂', '\n', '\u00a0'), {
        maxLength: 30,
      })
      .map((signs) => signs.join(''));
    const columns = fc.integer({ min: 1, max: 5 });
    const table = columns.chain((count) =>
      fc.tuple(
        fc.array(fc.array(cell, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 5, max: 20 }), { minLength: count, maxLength: count }),
      ),
    );
    fc.assert(
      fc.property(table, ([rows, colWidths]) => {
        const width = colWidths.reduce((sum, each) => sum + each + 1, 1);
        for (const line of drawn({ colWidths }, ...rows)) expect(widthOf(line)).toBe(width);
      }),
    );
  });
});

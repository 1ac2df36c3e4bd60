import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittedTable } from '../../../runner/presentation/fitted-table.ts';

const word = fc.stringMatching(/^[a-zåäö]{1,12}$/);
const cell = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const table = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.record({
    heads: fc.array(cell, { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 4 }),
  }),
);

const widthOf = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

describe('a table of a terminal', () => {
  it('is no wider than the terminal, and every word of every cell and of what is below stands in it', () => {
    fc.assert(
      fc.property(table, cell, (contents, below) => {
        const drawn = fittedTable({ ...contents, below: contents.rows.map(() => [below]) }, 120);
        expect(widthOf(drawn)).toBeLessThanOrEqual(120);
        const told = drawn.split(/[^a-zåäö]+/);
        for (const text of [...contents.heads, ...contents.rows.flat()])
          for (const each of text.split(' ')) expect(told).toContain(each);
      }),
    );
  });

  it('is as wide as its longest words where these are wider than the terminal, and cuts none off', () => {
    expect(fittedTable({ heads: ['a'], rows: [['pitkäaikaissairaanhoito']] }, 10)).toContain(
      'pitkäaikaissairaanhoito',
    );
  });
});

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, spreadsheetCsv } from '../../../../functions/core/spreadsheet-csv.ts';

const forms = [
  { separator: ',', decimalSign: '.' },
  { separator: ';', decimalSign: ',' },
] as const;
const read = (csv: string, delimiter: string): string[][] =>
  parse(csv, { bom: true, delimiter, relax_column_count: true, record_delimiter: '\r\n' });

const dangerous = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '＝1+1',
  '-cmd|calc',
  '\u001b=1',
  '\u200b=1',
];
const anyText = fc.oneof(
  fc.string(),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', ';', ',', '"', '\r', '\n', '\t', ' ', 'a', '1', '.'),
  }),
  fc.constantFrom(...dangerous),
);

describe('CSV for a spreadsheet', () => {
  for (const form of forms) {
    it(`with ${form.separator} gives back every text, whatever signs it holds`, () => {
      const cell = anyText.filter((text) => text !== '');
      fc.assert(
        fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
          const given = read(spreadsheetCsv(rows, form), form.separator);
          expect(given.map((row) => row.map((text) => text.replace(/^'/, '')))).toEqual(
            rows.map((row) => row.map((text) => text.replace(/^'/, ''))),
          );
        }),
      );
    });

    it(`with ${form.separator} has no cell that begins a formula, unless it is a number of ours`, () => {
      fc.assert(
        fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
          for (const text of read(spreadsheetCsv([['x', ...texts]], form), form.separator).flat()) {
            expect(text.replace(/^[\s\p{C}]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
            expect(text).not.toMatch(/^[\t\r\n]/);
          }
        }),
      );
    });
  }

  it('keeps numbers numbers, negative ones too, with the reader’s decimal sign', () => {
    const row: Cell[] = [-1.5, 0.25, 1200];
    expect(spreadsheetCsv([row], forms[0])).toBe('\uFEFF-1.5,0.25,1200\r\n');
    expect(spreadsheetCsv([row], forms[1])).toBe('\uFEFF-1,5;0,25;1200\r\n');
  });

  it('keeps text that looks like a number from losing its zeros or digits', () => {
    const row = ['005', '12345678901234567890123456789012', '1e10', '12.5', 'c0ffee'];
    expect(read(spreadsheetCsv([row], forms[0]), ',')[0]).toEqual([
      "'005",
      "'12345678901234567890123456789012",
      "'1e10",
      "'12.5",
      'c0ffee',
    ]);
  });
});

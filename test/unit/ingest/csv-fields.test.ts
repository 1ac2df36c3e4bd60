import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFields } from '../../../functions/core/delivered-files/csv-fields.ts';

const field = fc.string({ unit: fc.constantFrom('a', 'ö', ' ', '"', ',', ';', "'") });
const delimiter = fc.constantFrom(',', ';');

describe('the fields of a line', () => {
  it('are what a CSV writer wrote, quoted where needed or everywhere', () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), delimiter, fc.boolean(), (fields, sign, quoted) => {
        const line = stringify([fields], { delimiter: sign, quoted, eof: false });
        expect(csvFields(line, sign)).toEqual(fields);
      }),
    );
  });

  it('are what a strict CSV parser reads, or nothing where it refuses', () => {
    fc.assert(
      fc.property(field, delimiter, (line, sign) => {
        fc.pre(line !== '');
        expect(csvFields(line, sign)).toEqual(strictlyParsed(line, sign));
      }),
      { numRuns: 1000 },
    );
  });

  it('stay open to the end of the line when a quote is', () => {
    for (const line of ['"a', 'a,"b', '"a"b,c', 'a"b"', '"a""']) expect(csvFields(line, ',')).toBeUndefined();
  });
});

function strictlyParsed(line: string, sign: string): string[] | undefined {
  try {
    return (parse(line, { delimiter: sign, relax_column_count: true }) as string[][])[0];
  } catch {
    return undefined;
  }
}

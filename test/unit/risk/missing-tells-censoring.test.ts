import { describe, expect, it } from 'vitest';
import {
  columnsTellingOfCensoring,
  isMissing,
} from '../../../functions/core/risk/missing-tells-censoring.ts';

const rows = 1200;
const column = (name: string, lacks: (row: number) => boolean) => ({
  name,
  numbers: Float64Array.from({ length: rows }, (_, row) => (lacks(row) ? Number.NaN : row % 7)),
  texts: [],
  textOfRow: new Int32Array(rows).fill(-1),
});
/** Every second row was written late: followed for a third of the others' time. */
const isLate = (row: number) => row % 2 === 1;
const table = {
  ids: Array.from({ length: rows }, (_, row) => `row ${row}`),
  people: Array.from({ length: rows }, (_, row) => `person ${row}`),
  columns: [
    column('always there', () => false),
    column('missing here and there', (row) => row % 5 === 0),
    column('on the old form only', isLate),
    {
      ...column('in words', () => true),
      texts: ['yes'],
      textOfRow: Int32Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? 0 : -1)),
    },
  ],
  followUp: {
    time: Float64Array.from(
      { length: rows },
      (_, row) => 1 + (((row * 7919) % rows) / rows) * (isLate(row) ? 8 : 24),
    ),
    event: Uint8Array.from({ length: rows }, (_, row) => Number(row % 11 === 0)),
  },
};

describe('what is missing', () => {
  it('tells of censoring where it dates the row, and is named', () => {
    expect(columnsTellingOfCensoring(table).map(({ name }) => name)).toEqual(['on the old form only']);
  });

  it('is neither a number nor a text', () => {
    expect([0, 1].map((row) => isMissing(table.columns[3]!, row))).toEqual([false, true]);
  });
});

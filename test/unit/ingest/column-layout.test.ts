import { describe, expect, it } from 'vitest';
import { layOutColumns } from '../../../functions/core/delivered-files/column-layout.ts';

const fields = [
  { name: 'clientIdentifier', isRequired: true },
  { name: 'eventId', isRequired: true },
  { name: 'unit', isRequired: false },
];

describe('the columns of a file', () => {
  it('may come in any order, with optional ones absent', () => {
    const { positions, faults } = layOutColumns(['eventId', ' clientIdentifier '], fields);
    expect({ positions, faults }).toEqual({ positions: [1, 0, -1], faults: [] });
  });

  it('must be there when required, and once', () => {
    const { faults } = layOutColumns(['eventId', 'unit', 'unit'], fields);
    expect(faults).toEqual([
      { field: 'clientIdentifier', rule: 'missing-column' },
      { field: 'unit', rule: 'repeated-column' },
    ]);
  });

  it('beyond the contract are told by name only where the first line is a header', () => {
    const header = ['clientIdentifier', 'eventId', 'weight', 'Meikäläinen Maija'];
    expect(layOutColumns(header, fields).extraColumns).toEqual(['weight', '(unnamed)']);
    expect(layOutColumns(['Virtanen', 'Maija'], fields).extraColumns).toEqual([]);
  });
});

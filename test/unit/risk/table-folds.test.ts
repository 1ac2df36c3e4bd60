import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededFolds, seededTest } from '../../../functions/core/risk/table-folds.ts';

const someIds = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 10, maxLength: 60 });

describe('folds by seed', () => {
  it('keep the rows of an id together, and hold equal numbers of ids within one', () => {
    fc.assert(
      fc.property(someIds, fc.nat(1000), (ids, seed) => {
        const { foldOfRow, predicted } = seededFolds(ids, 5, seed);
        const folds = new Map(ids.map((id, row) => [id, foldOfRow[row]]));
        ids.forEach((id, row) => {
          expect(foldOfRow[row]).toBe(folds.get(id));
        });
        const sizes = predicted.map((fold) => [...folds.values()].filter((one) => one === fold).length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('do not depend on the order of rows, but on the seed', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `row ${at}`);
    const dealt = (order: readonly string[], seed: number) => {
      const { foldOfRow } = seededFolds(order, 5, seed);
      return new Map(order.map((id, row) => [id, foldOfRow[row]!]));
    };
    expect(Object.fromEntries(dealt(ids.toReversed(), 1))).toEqual(Object.fromEntries(dealt(ids, 1)));
    expect(Object.fromEntries(dealt(ids, 2))).not.toEqual(Object.fromEntries(dealt(ids, 1)));
  });

  it('draw a share of the ids for a test', () => {
    const { foldOfRow, predicted } = seededTest(
      Array.from({ length: 50 }, (_, at) => `${at}`),
      0.3,
      1,
    );
    expect(predicted).toEqual(['test']);
    expect(foldOfRow.filter((fold) => fold === 'test').length).toBe(15);
  });
});

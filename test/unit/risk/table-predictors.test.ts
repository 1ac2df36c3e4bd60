import { describe, expect, it } from 'vitest';
import { learnPredictors, type MixedColumn } from '../../../functions/core/risk/table-predictors.ts';

function column(cells: readonly (number | string | null)[]): MixedColumn {
  const texts = [...new Set(cells.filter((cell) => typeof cell === 'string'))];
  return {
    name: 'x',
    numbers: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
    texts,
    textOfRow: Int32Array.from(cells, (cell) => (typeof cell === 'string' ? texts.indexOf(cell) : -1)),
  };
}

const all = (length: number) => Int32Array.from({ length }, (_, row) => row);
const repeated = <Cell>(cell: Cell, times: number) => new Array<Cell>(times).fill(cell);

describe('predictors of a table', () => {
  it('are the numbers as they are, missing ones missing', () => {
    const { columns } = learnPredictors([column([1, null, 3])], all(3))(all(3));
    expect(columns).toEqual([Float64Array.of(1, Number.NaN, 3)]);
  });

  it('are one 0/1 column a common text but the commonest, and one for all that are rare or unseen', () => {
    const cells = [
      ...repeated('a', 9),
      ...repeated('b', 8),
      ...repeated('c', 3),
      ...repeated(null, 3),
      'new',
    ];
    const { columns } = learnPredictors([column(cells)], all(23))(Int32Array.of(0, 9, 17, 20, 23));
    expect(columns).toEqual([Float64Array.of(0, 1, 0, 0, 0), Float64Array.of(0, 0, 1, 1, 1)]);
  });

  it('take missing for a text like another where a column has no numbers', () => {
    const cells = [...repeated('a', 9), ...repeated(null, 8)];
    const { columns } = learnPredictors([column(cells)], all(17))(Int32Array.of(0, 9));
    expect(columns).toEqual([Float64Array.of(0, 1)]);
  });

  it('keep the numbers of a column in which some rows have a text', () => {
    const cells = [...repeated('unknown', 6), 5, 7, null];
    const { columns } = learnPredictors([column(cells)], all(9))(Int32Array.of(0, 6, 7, 8));
    expect(columns).toEqual([Float64Array.of(Number.NaN, 5, 7, Number.NaN), Float64Array.of(1, 0, 0, 0)]);
  });

  it('are learnt from training rows alone, whatever the others hold', () => {
    const training = [...repeated('a', 9), ...repeated('b', 9)];
    const ofTraining = (others: readonly (string | number)[]) => {
      const given = column([...others, ...training]);
      const rows = all(18).map((row) => row + others.length);
      return learnPredictors([given], rows)(rows).columns;
    };
    expect(ofTraining(repeated('b', 9))).toEqual(ofTraining(repeated('z', 9)));
    expect(ofTraining(repeated(3, 9))).toEqual(ofTraining([]));
  });
});

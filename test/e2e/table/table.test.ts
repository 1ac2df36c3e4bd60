import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFolds } from '../../../runner/table/read-folds.ts';
import { readSurvivalTable, readWithTest } from '../../../runner/table/read-survival-table.ts';
import { runHere } from '../run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const header = 'who,months,event,age,status';
const named = { id: 'who', time: 'months', event: 'event' };
const words = ['--id', 'who', '--time', 'months', '--event', 'event', '--horizons', '6,12'];

describe('ennakko table', () => {
  it('ends with one line and exit code 1 when a cell is wrong', async () => {
    const rows = ['p0,9.5,1,NA,married', 'p1,24,0,87,widowed', 'p2,soon,1,70,married'];
    const data = written('wrong.csv', [header, ...rows]);
    const ended = await runHere(['table', '--data', data, ...words, '--out', join(folder, 'none.csv')]);
    expect(ended.code).toBe(1);
    expect(ended.err).toBe(`ennakko: ${data} line 4, months: expected a number from 0 up\n`);
  });
});

describe('a table', () => {
  const wrong = [
    ['a column is missing', ['who,months,age', 'a,1,70'], 'line 1, event: expected a column of this name'],
    ['a column comes twice', ['who,months,event,age,age', 'a,1,0,1,1'], 'line 1, age: expected one column'],
    ['nothing predicts', ['who,months,event', 'a,1,0'], 'line 1, header: expected a predictor'],
    ['a time is below 0', [header, 'a,-1,0,70,x'], 'line 2, months: expected a number from 0 up'],
    ['an event is no whole number', [header, 'a,1,0,70,x', 'b,1,.5,70,x'], 'line 3, event: expected a whole'],
    ['an id is empty', [header, ',1,0,70,x'], 'line 2, who: expected an id'],
    ['a row is short', [header, 'a,1,0,70,x', 'b,1,0'], 'line 3, row: expected the header’s fields'],
    ['there are no rows', [header], 'rows: expected at least one'],
  ] as const;
  for (const [what, lines, message] of wrong) {
    it(`is refused when ${what}`, async () => {
      await expect(readSurvivalTable(written('table.csv', lines), named)).rejects.toThrow(message);
    });
  }

  it('says whose a row is by a column of its own, which is then no predictor', async () => {
    const table = await readSurvivalTable(written('table.csv', [header, 'a,1,0,70,x', 'b,1,1,70,x']), {
      ...named,
      person: 'status',
    });
    expect(table.ids).toEqual(['a', 'b']);
    expect(table.people).toEqual(['x', 'x']);
    expect(table.columns.map(({ name }) => name)).toEqual(['age']);
  });

  it('has a test of its own columns alone, whose order is no matter', async () => {
    const data = written('data.csv', [header, 'a,1,0,70,x', 'b,2,1,80,y']);
    const test = written('test.csv', ['status,age,event,months,who', 'z,60,0,3,c']);
    const { ids, places, columns, followUp } = await readWithTest(data, test, named);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(places.map(({ line }) => line)).toEqual([2, 3, 2]);
    expect([...columns[0]!.numbers]).toEqual([70, 80, 60]);
    expect(columns[1]).toMatchObject({ texts: ['x', 'y', 'z'] });
    expect([...followUp.time]).toEqual([1, 2, 3]);
    const refusals = [
      [
        ['who,months,event,age', 'c,3,0,60'],
        'test.csv line 1, status: expected a column of this name, got none',
      ],
      [[`${header},sex`, 'c,3,0,60,z,f'], `test.csv line 1, sex: expected a column of ${data}`],
      [[header], 'test.csv, rows: expected at least one'],
      [[header, 'a,3,0,60,z'], `test.csv line 2, who: expected nobody who is in ${data}`],
    ] as const;
    for (const [lines, message] of refusals)
      await expect(readWithTest(data, written('test.csv', lines), named)).rejects.toThrow(message);
    await expect(readWithTest(data, data, named)).rejects.toThrow('expected another file than --data');
  });

  it('is refused when there is no such file', async () => {
    const lost = join(folder, 'lost.csv');
    await expect(readSurvivalTable(lost, named)).rejects.toThrow(/lost\.csv, file: .*ENOENT/);
  });
});

describe('folds', () => {
  const rows = ['a,1,0,70,x', 'b,1,1,70,x'];
  const wrong = [
    ['an id is not in the data', rows, ['a,1,1', 'b,1,2', 'c,1,2'], 'folds.csv line 4, row_id'],
    [
      'an id has none',
      rows,
      ['a,1,1', 'b,1,2', 'a,2,1'],
      'table.csv line 3, who: expected a fold in repetition 2',
    ],
    ['an id has two', rows, ['a,1,1', 'b,1,2', 'a,1,2'], 'folds.csv line 4, row_id: expected once'],
    ['an id of the data comes twice', [...rows, 'a,2,0,1,x'], ['a,1,1', 'b,1,2'], 'table.csv line 4, who'],
    ['a repetition has one only', rows, ['a,1,1', 'b,1,1'], 'fold: expected two or more in repetition 1'],
    ['a fold is empty', rows, ['a,1,', 'b,1,1'], 'folds.csv line 2, fold: expected a fold'],
  ] as const;
  for (const [what, data, folds, message] of wrong) {
    it(`are refused when ${what}`, async () => {
      const table = await readSurvivalTable(written('table.csv', [header, ...data]), named);
      const file = written('folds.csv', ['row_id,rep,fold', ...folds]);
      await expect(readFolds(file, table)).rejects.toThrow(message);
    });
  }

  it('keep the rows of a person together, and are refused where they do not', async () => {
    const data = written('table.csv', ['row,who,months,event,age', '1,a,1,0,70', '2,a,2,1,71', '3,b,1,0,60']);
    const table = await readSurvivalTable(data, { ...named, id: 'row', person: 'who' });
    const together = written('folds.csv', ['row_id,rep,fold', '1,1,x', '2,1,x', '3,1,y']);
    expect((await readFolds(together, table))[0]!.foldOfRow).toEqual(['x', 'x', 'y']);
    const parted = written('folds.csv', ['row_id,rep,fold', '1,1,x', '2,1,y', '3,1,y']);
    await expect(readFolds(parted, table)).rejects.toThrow(
      'table.csv line 3, who: expected one fold for all rows of a person in repetition 1',
    );
  });

  it('are obeyed as they stand', async () => {
    const table = await readSurvivalTable(written('table.csv', [header, ...rows]), named);
    const file = written('folds.csv', ['fold,row_id,rep', '2,b,1', '1,a,1', '1,b,x', '0,a,x']);
    expect(await readFolds(file, table)).toEqual([
      { rep: '1', foldOfRow: ['1', '2'], predicted: ['1', '2'] },
      { rep: 'x', foldOfRow: ['0', '1'], predicted: ['0', '1'] },
    ]);
  });
});

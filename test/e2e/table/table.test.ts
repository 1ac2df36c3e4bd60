import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFolds } from '../../../runner/table/read-folds.ts';
import { readSurvivalTable } from '../../../runner/table/read-survival-table.ts';
import { runEnnakko } from '../killed/run-ennakko.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** People of whom the old and the widowed have the outcome sooner; some cells are missing, one has a comma. */
const people = Array.from({ length: 200 }, (_, at) => {
  const [age, luck] = [50 + ((at * 37) % 50), (1 + ((at * at * 31 + at * 17) % 101)) / 102];
  const status = ['married', 'widowed', '"alone, never married"', ''][(at * 7) % 4];
  const hazard = 0.01 * Math.exp((age - 50) / 15 + (status === 'widowed' ? 1.5 : 0));
  const eventAt = -Math.log(luck) / hazard;
  const event = eventAt > 24 ? 0 : at % 15 === 0 ? 2 : 1;
  const end = at === 5 ? '0' : Math.min(24, eventAt).toFixed(1);
  return [`p${at}`, end, event, at % 9 === 0 ? 'NA' : age, status].join(',');
});
const header = 'who,months,event,age,status';
const named = { id: 'who', time: 'months', event: 'event' };
const words = ['--id', 'who', '--time', 'months', '--event', 'event', '--horizons', '6,12'];

describe('ennakko table', () => {
  it('predicts each row out of fold, and judges the network beside the logistic', async () => {
    const data = written('people.csv', [header, ...people]);
    const out = join(folder, 'predictions.csv');
    const ended = await runEnnakko(['table', '--data', data, ...words, '--out', out]);
    expect(ended.err).not.toContain('ennakko:');
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('2 rows end at time 0: in training it is the smallest time above 0');
    const [first, ...rows] = readFileSync(out, 'utf8').trim().split('\n');
    expect(first).toBe('row_id,rep,p1,p2');
    expect(rows.map((row) => row.split(',')[0])).toEqual(people.map((row) => row.split(',')[0]));
    for (const row of rows) {
      const [, rep, p1, p2] = row.split(',').map(Number) as [number, number, number, number];
      expect(rep).toBe(1);
      expect(0 < p1 && p1 <= p2 && p2 < 1).toBe(true);
    }

    expect(ended.out.match(/Risk network +│ +0\.[78]/g)?.length).toBe(2);
    expect(ended.out.match(/logistic regression +│ +0\.[78]/g)?.length).toBe(2);
  }, 600_000);

  it('ends with one line and exit code 1 when a cell is wrong', async () => {
    const data = written('wrong.csv', [header, ...people.slice(0, 3), 'p3,soon,1,70,married']);
    const ended = await runEnnakko(['table', '--data', data, ...words, '--out', join(folder, 'none.csv')]);
    expect(ended.code).toBe(1);
    expect(ended.err).toBe(`ennakko: ${data} line 5, months: expected a number from 0 up\n`);
  }, 240_000);
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

  it('are obeyed as they stand', async () => {
    const table = await readSurvivalTable(written('table.csv', [header, ...rows]), named);
    const file = written('folds.csv', ['fold,row_id,rep', '2,b,1', '1,a,1', '1,b,x', '0,a,x']);
    expect(await readFolds(file, table)).toEqual([
      { rep: '1', foldOfRow: ['1', '2'], predicted: ['1', '2'] },
      { rep: 'x', foldOfRow: ['0', '1'], predicted: ['0', '1'] },
    ]);
  });
});

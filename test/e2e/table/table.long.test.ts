import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runHere } from '../run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

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
const words = ['--id', 'who', '--time', 'months', '--event', 'event', '--horizons', '6,12'];

describe('ennakko table', () => {
  it('predicts each row out of fold, and judges the network beside the logistic', async () => {
    const data = join(folder, 'people.csv');
    writeFileSync(data, `${['who,months,event,age,status', ...people].join('\n')}\n`);
    const out = join(folder, 'predictions.csv');
    const ended = await runHere(['table', '--data', data, ...words, '--out', out]);
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
  });
});

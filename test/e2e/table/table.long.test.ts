import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runEnnakko } from '../killed/run-ennakko.ts';
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
const header = 'who,months,event,age,status';
function written(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const words = ['--id', 'who', '--time', 'months', '--event', 'event', '--horizons', '6,12'];

describe('ennakko table', () => {
  it('predicts each row out of fold, and judges the network beside the logistic', async () => {
    const data = written('people.csv', [header, ...people]);
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

  it('goes on where it was stopped: killed after a fit and started again, it ends with the same bytes', async () => {
    const data = written('people.csv', [header, ...people]);
    const out = join(folder, 'killed.csv');
    const asked = ['table', '--data', data, ...words, '--out', out];
    const cut = new AbortController();
    const watch = setInterval(() => finishedFits(`${out}.unfinished`) > 0 && cut.abort(), 20);
    const killed = await runEnnakko(asked, { killAt: cut.signal });
    clearInterval(watch);
    expect(killed.wasKilled).toBe(true);
    expect(existsSync(out)).toBe(false);
    const ended = await runEnnakko(asked);
    expect(ended.code).toBe(0);
    expect(ended.err).toMatch(/Training the model 1\/5 +0\.\d s\n/);
    expect(ended.err).toMatch(/Training the model 5\/5 +\d+\.\d s\n/);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(join(folder, 'predictions.csv'), 'utf8'));
    expect(existsSync(`${out}.unfinished`)).toBe(false);
  });

  it('predicts rows that are kept apart, by a model of the others, and says so of nobody who is in both', async () => {
    const data = written('learn.csv', [header, ...people.slice(0, 150)]);
    const turned = (row: string) => {
      const [who, months, event, age, ...status] = row.split(',');
      return [age, ...status, event, months, who].join(',');
    };
    const test = written('test.csv', ['age,status,event,months,who', ...people.slice(150).map(turned)]);
    const out = join(folder, 'tested.csv');
    const asked = ['table', '--data', data, ...words, '--out', out, '--test'];
    const ended = await runHere([...asked, test]);
    expect(ended.err).not.toContain('ennakko:');
    const ids = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[0]);
    expect(ids).toEqual(people.slice(150).map((row) => row.split(',')[0]));
    const both = written('both.csv', [header, ...people.slice(150), people[3]!]);
    const refused = await runHere([...asked, both]);
    expect(refused.code).toBe(1);
    expect(refused.err).toBe(`ennakko: ${both} line 52, who: expected nobody who is in ${data}\n`);
  });
});

/** Fits of which a run has kept the predictions. */
const finishedFits = (place: string) =>
  existsSync(place)
    ? readdirSync(place).filter((fit) => existsSync(join(place, fit, 'predicted.json'))).length
    : 0;

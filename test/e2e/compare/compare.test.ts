import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { readDraws, readParameters } from '../../../runner/table/read-draws.ts';
import { readStrategies } from '../../../runner/table/read-strategies.ts';
import { runEnnakko } from '../killed/run-ennakko.ts';
import { runHere } from '../run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, lines: readonly string[], end = '\n'): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join(end)}${end}`);
  return path;
}

const rowsOf = (path: string): Record<string, string>[] => parse(readFileSync(path), { columns: true });

const drawHeader = 'draw,strategy,cost,effect';
/** Two hundred draws of three strategies, one of them with a comma in its name. */
const draws = Array.from({ length: 200 }, (_, draw) => {
  const [one, other] = [((draw * 37) % 101) / 101, ((draw * 53) % 97) / 97];
  return [
    `${draw},usual care,${1000 + 100 * one},${other}`,
    `${draw},"home rehabilitation, 12 weeks",${1500 + 400 * other},${other + 0.3 * one}`,
    `${draw},worse,${2000 + 100 * one},${other - 0.1}`,
  ];
}).flat();

describe('ennakko compare --strategies', () => {
  const table = written(
    'strategies.csv',
    [
      '\uFEFFeffect,strategy,cost',
      '5,"E, ""the last""",5.5e4',
      '4,D,35000',
      '3,C,25000',
      '2,B,1e4',
      '1.5,A,12000',
      '1,UC,5000',
    ],
    '\r\n',
  );
  const expected = [
    'strategy,cost,effect,incrementalCost,incrementalEffect,icer,status',
    'UC,5000,1,,,,non-dominated',
    'B,10000,2,5000,1,5000,non-dominated',
    'D,35000,4,25000,2,12500,non-dominated',
    '"E, ""the last""",55000,5,20000,1,20000,non-dominated',
    'C,25000,3,,,,extended-dominated',
    'A,12000,1.5,,,,dominated',
    '',
  ].join('\n');

  it('writes the incremental table to a file, and shows it in words', async () => {
    const out = join(folder, 'table.csv');
    const ended = await runEnnakko(['--language', 'fi', 'compare', '--strategies', table, '--out', out]);
    expect(ended.err).toBe('');
    expect(ended.code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(expected);
    expect(ended.out).toContain('laajennetusti dominoitu');
  }, 60_000);

  it('is the CSV itself on standard output without --out', async () => {
    const ended = await runHere(['compare', '--strategies', table]);
    expect(ended.out).toBe(expected);
  }, 60_000);
});

describe('ennakko compare --draws', () => {
  it('gives tables and pictures, the same bytes whatever the order of rows', async () => {
    const parameters = written('parameters.csv', [
      'draw,luck',
      ...Array.from({ length: 200 }, (_, draw) => `${draw},${((draw * 37) % 101) / 101}`),
    ]);
    const [file, turned] = [
      written('draws.csv', [drawHeader, ...draws]),
      written('turned.csv', [drawHeader, ...draws.toReversed()]),
    ];
    const out = join(folder, 'out');
    const words = ['--wtp', '0,1000,2000,5000', '--parameters', parameters];
    const ended = await runHere(['compare', '--draws', file, ...words, '--out', out]);
    expect(ended.err).toBe('');
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('Saving and harm beside usual care');
    expect(readdirSync(out).sort()).toEqual([
      'acceptability.csv',
      'acceptability.svg',
      'beside-reference.csv',
      'comparison.json',
      'cost-effectiveness-plane.svg',
      'evpi.csv',
      'evppi.csv',
      'expected-loss.csv',
      'expected-loss.svg',
      'frontier.csv',
      'incremental-net-benefit.csv',
      'means.csv',
      'net-benefit.csv',
      'pairwise.csv',
    ]);
    const again = await runHere(['compare', '--draws', turned, ...words, '--out', `${out}-turned`]);
    expect(again.out.replaceAll(`${out}-turned`, out)).toBe(ended.out);
    for (const name of readdirSync(out)) {
      expect(readFileSync(join(`${out}-turned`, name), 'utf8')).toBe(readFileSync(join(out, name), 'utf8'));
    }
    expectConsistent(out);
  }, 120_000);

  it('ends with code 2 and the reason when the words are wrong', async () => {
    const file = written('any.csv', [drawHeader, ...draws]);
    const wrong: [string[], string][] = [
      [[], 'expected --strategies or --draws'],
      [['--draws', file, '--wtp', '0,-5'], 'expected numbers from 0'],
      [['--draws', file, '--wtp', '0,,5'], 'expected numbers from 0'],
      [['--draws', file, '--strategies', file], 'cannot be used with'],
      [['--strategies', file, '--wtp', '0'], 'cannot be used with'],
    ];
    for (const [words, message] of wrong) {
      const ended = await runHere(['compare', ...words]);
      expect(ended.code).toBe(2);
      expect(ended.err).toContain(message);
    }
  }, 120_000);

  it('ends with one line and code 1 when a cell is wrong', async () => {
    const file = written('wrong.csv', [drawHeader, '1,a,1,1', '1,b,1,one']);
    const ended = await runHere(['compare', '--draws', file]);
    expect(ended.code).toBe(1);
    expect(ended.err).toBe(`ennakko: ${file} line 3, effect: expected a finite number\n`);
    const unknown = await runHere([
      'compare',
      '--draws',
      written('one.csv', [drawHeader, '1,a,1,1']),
      '--reference',
      'b',
    ]);
    expect(unknown.err).toContain('one.csv, strategy: expected a row for the reference b, got none');
  }, 60_000);
});

/** What must hold among the files, whoever computed them. */
function expectConsistent(out: string): void {
  const [acceptability, loss, frontier, evpi, evppi] = [
    'acceptability',
    'expected-loss',
    'frontier',
    'evpi',
    'evppi',
  ].map((name) => rowsOf(join(out, `${name}.csv`))) as [
    Record<string, string>[],
    Record<string, string>[],
    Record<string, string>[],
    Record<string, string>[],
    Record<string, string>[],
  ];
  const json = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8'));
  expect(frontier.map(({ wtp }) => wtp)).toEqual(['0', '1000', '2000', '5000']);
  frontier.forEach(({ wtp, strategy }, at) => {
    const own = acceptability.filter((row) => row.wtp === wtp);
    expect(own.reduce((sum, row) => sum + Number(row.acceptability), 0)).toBeCloseTo(1, 12);
    const losses = loss.filter((row) => row.wtp === wtp);
    const least = Math.min(...losses.map((row) => Number(row.expectedLoss)));
    expect(Number(evpi[at]!.evpi)).toBe(least);
    expect(Number(losses.find((row) => row.strategy === strategy)!.expectedLoss)).toBe(least);
    expect(Number(evppi[at]!.evppi)).toBeLessThanOrEqual(least);
    expect(json.willingnessToPay[at]).toMatchObject({ wtp: Number(wtp), frontier: strategy, evpi: least });
  });
  const means = rowsOf(join(out, 'means.csv'));
  expect(means.map(({ strategy, status }) => [strategy, status])).toEqual([
    ['usual care', 'non-dominated'],
    ['home rehabilitation, 12 weeks', 'non-dominated'],
    ['worse', 'dominated'],
  ]);
  expect(means[2]).toMatchObject({ probabilitySavesMoney: '0', probabilityHarm: '1' });
}

describe('a table of strategies', () => {
  const header = 'strategy,cost,effect';
  const wrong = [
    ['a column is missing', ['strategy,cost', 'a,1'], 'line 1, effect: expected a column of this name'],
    [
      'there is another column',
      [`${header},weight`, 'a,1,1,-1'],
      'line 1, weight: expected no column but strategy, cost, effect',
    ],
    [
      'a cost is no number',
      [header, 'a,1,1', 'b,"1,000",1'],
      'line 3, cost: expected a number, got one that may be',
    ],
    ['an effect is infinite', [header, 'a,1,Infinity'], 'line 2, effect: expected a finite number'],
    ['an effect is missing', [header, 'a,1,'], 'line 2, effect: expected a finite number'],
    ['a strategy comes twice', [header, 'a,1,1', 'a,2,2'], 'line 3, strategy: expected each strategy once'],
    ['a strategy has no name', [header, ',1,1'], 'line 2, strategy: expected a name'],
    ['a row is short', [header, 'a,1'], 'line 2, row: expected 3 cells, as the header has, got 2'],
    ['there are no rows', [header], 'rows: expected at least one'],
  ] as const;
  for (const [what, lines, message] of wrong) {
    it(`is refused when ${what}`, async () => {
      await expect(readStrategies(written('table.csv', lines))).rejects.toThrow(message);
    });
  }

  it('is refused when it is empty', async () => {
    const empty = join(folder, 'empty.csv');
    writeFileSync(empty, '');
    await expect(readStrategies(empty)).rejects.toThrow('header: expected names of columns');
  });
});

describe('a table of draws', () => {
  const rows = ['1,a,1,1', '1,b,2,2', '2,b,1,1'];
  const wrong = [
    ['a draw lacks a strategy', rows, 'line 4, strategy: expected a row for a in the draw that begins here'],
    [
      'a draw has a strategy twice',
      [...rows, '2,a,1,1', '1,b,2,2'],
      'line 6, strategy: expected once in a draw',
    ],
    ['a cost is no number', ['1,a,-,1'], 'line 2, cost: expected a finite number'],
    ['a draw has no name', [',a,1,1'], 'line 2, draw: expected a draw'],
    ['there are no rows', [], 'rows: expected at least one'],
  ] as const;
  for (const [what, lines, message] of wrong) {
    it(`is refused when ${what}`, async () => {
      await expect(readDraws(written('table.csv', [drawHeader, ...lines]))).rejects.toThrow(message);
    });
  }

  it('is put in the order of its names', async () => {
    const drawn = await readDraws(
      written('table.csv', [drawHeader, '2,b,4,-4', '1,b,3,3e-1', '2,a,2,2', '1,a,1,1']),
    );
    expect(drawn).toMatchObject({ strategies: ['a', 'b'], drawNames: ['1', '2'], draws: 2 });
    expect([...drawn.cost]).toEqual([1, 3, 2, 4]);
    expect([...drawn.effect]).toEqual([1, 0.3, 2, -4]);
  });

  it('has parameters for each draw, once', async () => {
    const drawn = await readDraws(written('table.csv', [drawHeader, '2,a,1,1', '1,a,1,1']));
    const read = (lines: readonly string[]) => readParameters(written('parameters.csv', lines), drawn);
    expect(await read(['x,draw,y', '5,2,7', '3,1,4'])).toEqual({
      x: Float64Array.of(3, 5),
      y: Float64Array.of(4, 7),
    });
    await expect(read(['draw,x', '1,5'])).rejects.toThrow('draw: expected a row for draw 2');
    await expect(read(['draw,x', '1,5', '1,5'])).rejects.toThrow('line 3, draw: expected once');
    await expect(read(['draw,x', '9,5'])).rejects.toThrow('line 2, draw: expected a draw of');
    await expect(read(['draw,x', '1,much'])).rejects.toThrow('line 2, x: expected a finite number');
    await expect(read(['draw', '1'])).rejects.toThrow('header: expected a parameter');
  });
});

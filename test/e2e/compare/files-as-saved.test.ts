import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { readCostsAndEffects, readDraws, readParameters } from '../../../runner/table/read-draws.ts';
import { readStrategies } from '../../../runner/table/read-strategies.ts';
import { runHere } from '../run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const strategiesIn = async (content: string | Buffer) =>
  (await readStrategies(written('strategies.csv', content))).strategies;

describe('strategies as people save them', () => {
  const two = [
    { strategy: 'Nykyhoito', cost: 1234.56, effect: 2.5 },
    { strategy: 'Kuntoutus', cost: 2345.67, effect: 3.1 },
  ];
  const saved: Record<string, string | Buffer> = {
    'with semicolons and decimal commas':
      'strategy;cost;effect\nNykyhoito;1234,56;2,5\nKuntoutus;2345,67;3,1\n',
    'with Finnish headers and spaced thousands':
      'Strategia;Kustannukset;Vaikutus\r\nNykyhoito;1 234,56;2,5\r\nKuntoutus;2\u00a0345,67;3,1\r\n',
    'with Swedish headers and tabs':
      'Strategi\tKostnad\tEffekt\nNykyhoito\t1234,56\t2,5\nKuntoutus\t2345,67\t3,1\n',
    'with quoted decimal commas':
      'strategy,cost,effect\nNykyhoito,"1234,56","2,5"\nKuntoutus,"2345,67","3,1"\n',
    'with a line that says what parts cells':
      'sep=;\nStrategy;COST;QALYs\nNykyhoito;1234.56;2.5\nKuntoutus;2345.67;3.1\n',
    'with a unit in the header and empty columns at the end':
      'Alternative;Cost (€);QALYs;;\nNykyhoito;1234.56;2.5;;\nKuntoutus;2345.67;3.1;;\n;;;;\n',
    'in UTF-16': Buffer.from(
      '\ufeffstrategy\tcost\teffect\nNykyhoito\t1234.56\t2.5\nKuntoutus\t2345.67\t3.1\n',
      'utf16le',
    ),
    'with another sign for minus': 'strategy,cost,effect\nNykyhoito,1234.56,2.5\nKuntoutus,2345.67,3.1\n',
  };
  for (const [how, content] of Object.entries(saved)) {
    it(`are read ${how}`, async () => expect(await strategiesIn(content)).toEqual(two));
  }

  it('are read in Windows-1252, with their letters, and it is said', async () => {
    const table = Buffer.from(
      'strategy;cost;effect\nHoito-ohjelma \xc4\xc5;1;1\nH\xe4mme;\x2d2;2\n',
      'latin1',
    );
    expect((await strategiesIn(table)).map(({ strategy }) => strategy)).toEqual([
      'Hoito-ohjelma ÄÅ',
      'Hämme',
    ]);
    const ended = await runHere(['--language', 'fi', 'compare', '--strategies', written('old.csv', table)]);
    expect(ended.err).toContain('Windows-1252');
    expect(ended.out).toContain('Hoito-ohjelma ÄÅ');
  });

  it('are never garbled: bytes of two encodings, or of none, are refused with their line', async () => {
    const mixed = Buffer.concat([
      Buffer.from('strategy,cost,effect\nÄ,1,1\n'),
      Buffer.from('\xc4,2,2\n', 'latin1'),
    ]);
    await expect(strategiesIn(mixed)).rejects.toThrow('line 2, text: expected letters in UTF-8');
    await expect(
      strategiesIn(Buffer.from('strategy,cost,effect\na,1,1\n\x81,2,2\n', 'latin1')),
    ).rejects.toThrow('line 3, text');
  });

  it('are one where their names look alike', async () => {
    const alike = ['\u00c4', 'A\u0308', ' \u00c4\u200b', '\u00c4\u00a0'];
    for (const other of alike.slice(1))
      await expect(strategiesIn(`strategy,cost,effect\n${alike[0]},1,1\n"${other}",2,2\n`)).rejects.toThrow(
        'line 3, strategy: expected each strategy once',
      );
  });

  it('are refused with line, column and a sentence where a number could mean two things, or none', async () => {
    const wrong: [string, string][] = [
      ['a,"1,000",1', 'line 2, cost: expected a number, got one that may be a thousand or a fraction'],
      ['a,"1.000,5",1', 'line 2, cost: expected one decimal sign, got two'],
      ['a,0x10,1', 'line 2, cost: expected a finite number'],
      ['a,€5,1', 'line 2, cost: expected a finite number'],
      ['a,1e300,1', 'line 2, cost: expected 0 or a number of a size from 1e-100'],
      ['a,1,1,1', 'line 2, row: expected 3 cells, as the header has, got 4'],
      ['"a,1,1', 'row: expected quotes around whole cells, got a quote that is never closed'],
    ];
    for (const [row, message] of wrong)
      await expect(strategiesIn(`strategy,cost,effect\n${row}\n`)).rejects.toThrow(message);
    await expect(strategiesIn('strategy;cost;effect\na;1,5;1\nb;1.5;1\n')).rejects.toThrow(
      'line 3, cost: expected a comma for decimals as in the cells before, got a point',
    );
  });

  it('take minus as it is printed, and never go out as a formula', async () => {
    const table = written('formula.csv', "strategy;cost;effect\n=1+2;\u22125;1\n'@cmd;3;2\n");
    const { strategies } = await readStrategies(table);
    expect(strategies.map(({ cost }) => cost)).toEqual([-5, 3]);
    const ended = await runHere(['compare', '--strategies', table, '--reference', '@cmd']);
    const [, first, second] = ended.out.split('\n');
    expect(first).toMatch(/^'=1\+2,-5,1,,,,non-dominated,-8,-1,8$/);
    expect(second).toMatch(/^'@cmd,3,2,8,1,8,non-dominated,,,$/);
    const again = written(
      'again.csv',
      ended.out
        .split('\n')
        .map((line) => line.split(',').slice(0, 3).join())
        .join('\n'),
    );
    expect((await readStrategies(again)).strategies).toEqual(strategies);
  });
});

describe('draws as programs save them', () => {
  const expected = { strategies: ['A', 'B'], draws: 2, drawNames: ['1', '2'] };
  const cells = { cost: [1, 2, 1, 3], effect: [0.1, 0.2, 0.1, 0.2] };
  const shapes = {
    'with a name before': 'draw,cost_A,cost_B,effect_A,effect_B\n1,1,2,.1,.2\n2,1,3,.1,.2\n',
    'with a name behind, without draws': 'A cost;B cost;A QALY;B QALY\n1;2;0,1;0,2\n1;3;0,1;0,2\n',
    'with letters, and row numbers of R': '"","c.A","e.A","c.B","e.B"\n"1",1,0.1,2,0.2\n"2",1,0.1,3,0.2\n',
  };
  for (const [how, content] of Object.entries(shapes)) {
    it(`are read from one wide file ${how}`, async () => {
      const drawn = await readDraws(written('wide.csv', content));
      expect(drawn).toMatchObject(expected);
      expect([[...drawn.cost], [...drawn.effect]]).toEqual([cells.cost, cells.effect]);
    });
  }

  it('are read from a file of costs and one of effects', async () => {
    const costs = written('costs.csv', 'A,B\n1,2\n1,3\n');
    const drawn = await readCostsAndEffects(costs, written('effects.csv', 'B,A\n.2,.1\n.2,.1\n'));
    expect(drawn).toMatchObject(expected);
    expect([[...drawn.cost], [...drawn.effect]]).toEqual([cells.cost, cells.effect]);
    const parameters = await readParameters(written('parameters.csv', 'x,y\n5,2\n3,1\n'), drawn);
    expect(parameters).toEqual({ x: Float64Array.of(5, 3), y: Float64Array.of(2, 1) });
    await expect(readCostsAndEffects(costs, written('other.csv', 'A,C\n1,2\n1,3\n'))).rejects.toThrow(
      'line 2, C: expected a draw and a strategy of',
    );
    await expect(readCostsAndEffects(costs, written('short.csv', 'A,B\n1,2\n'))).rejects.toThrow(
      'rows: expected every draw and strategy of',
    );
  });

  it('are refused where a strategy has no effect, or a column is neither', async () => {
    await expect(readDraws(written('wide.csv', 'cost_A,cost_B,effect_A\n1,2,1\n'))).rejects.toThrow(
      'line 1, B: expected a column of its effect, got none',
    );
    await expect(readDraws(written('wide.csv', 'cost_A,effect_A,weight\n1,2,1\n'))).rejects.toThrow(
      'line 1, draw: expected a column of this name',
    );
  });

  it('tell every strategy beside the chosen one with intervals, each pair, and what sets of parameters are worth', async () => {
    const at = (draw: number, of: number) => ((draw * of) % 101) / 101;
    const rows = Array.from({ length: 300 }, (_, draw) =>
      [
        1000 + 300 * at(draw, 37),
        1500 + 300 * at(draw, 53),
        at(draw, 29),
        0.5 + at(draw, 29) + 0.2 * at(draw, 17),
      ].join(),
    );
    const draws = written('draws.csv', `cost_usual,cost_new,effect_usual,effect_new\n${rows.join('\n')}\n`);
    const parameters = written(
      'known.csv',
      `a,b\n${Array.from({ length: 300 }, (_, draw) => `${at(draw, 37)},${at(draw, 53)}`).join('\n')}\n`,
    );
    const out = join(folder, 'beside');
    const words = ['--reference', 'new', '--wtp', '0;1 000', '--parameters', parameters, '--together', 'a,b'];
    const ended = await runHere(['compare', '--draws', draws, ...words, '--out', out]);
    expect(ended.err).toBe('');
    expect(ended.out).toContain('Beside new');
    expect(readdirSync(out)).toContain('pairwise.csv');
    const rowsOf = (name: string): Record<string, string>[] =>
      parse(readFileSync(join(out, name)), { columns: true });
    const [usual] = rowsOf('beside-reference.csv');
    expect(usual).toMatchObject({ strategy: 'usual', reference: 'new' });
    expect(Number(usual!.incrementalCostLower95)).toBeLessThan(Number(usual!.incrementalCost));
    expect(Number(usual!.icer)).toBeCloseTo(
      Number(usual!.incrementalCost) / Number(usual!.incrementalEffect),
      9,
    );
    expect(Number(usual!.icerUpper95)).toBeGreaterThan(Number(usual!.icer));
    const net = rowsOf('incremental-net-benefit.csv');
    expect(Number(net[1]!.incrementalNetBenefit)).toBeCloseTo(
      1000 * Number(usual!.incrementalEffect) - Number(usual!.incrementalCost),
      6,
    );
    const pairs = rowsOf('pairwise.csv');
    expect(pairs.map(({ position }) => position)).toEqual(['saves-does-less', 'costs-more-does-more']);
    expect(new Set(rowsOf('evppi.csv').map(({ parameter }) => parameter))).toEqual(
      new Set(['a', 'b', 'a + b']),
    );
  });
});

/** A folder of files that once failed, where there is one. */
const cases = process.env.ENNAKKO_ECONOMICS_CASES;

describe.skipIf(!cases)('the cases in ENNAKKO_ECONOMICS_CASES (skipped where it is not set)', () => {
  const path = (name: string) => join(cases!, name);
  const read = async (name: string) => (await readStrategies(path(name))).strategies.map(Object.values);

  it('end as they should', async () => {
    const finnish = [
      ['Nykyhoito', 1234.56, 2.5],
      ['Kuntoutus', 2345.67, 3.1],
    ];
    for (const name of ['09-finnish', '10-finnish-en-headers', '11-decimal-comma-quoted'])
      expect((await read(`${name}.csv`)).slice(0, 2), name).toEqual(finnish);
    for (const name of ['20-header-case', '21-qalys-header', '25-tab', '32-semicolon-plain'])
      expect(await read(`${name}.csv`), name).toEqual([
        ['A', 1, 1],
        ['B', 2, 2],
      ]);
    expect((await read('13-latin1.csv')).join()).not.toMatch(/\ufffd/);
    expect((await read('31-latin1-collision.csv')).map(([name]) => name)).toEqual(['Hoito Ä', 'Hoito Å']);
    await expect(read('15-scientific.csv')).rejects.toThrow('line 4, cost: expected a finite number');
    await expect(read('16-thousands.csv')).rejects.toThrow('line 2, cost');
    await expect(read('23-huge.csv')).rejects.toThrow('line 2, cost');
    expect(await readDraws(path('46-wide.csv'))).toMatchObject({ strategies: ['A', 'B'], draws: 2 });
    const drawn = await readDraws(path('47-draws.csv'));
    const out = join(folder, 'case-47');
    const words = ['--wtp', '0', '--parameters', path('47-par-constant.csv'), '--out', out];
    const ended = await runHere(['compare', '--draws', path('47-draws.csv'), ...words]);
    expect(ended.code).toBe(0);
    const evppi: Record<string, string>[] = parse(readFileSync(join(out, 'evppi.csv')), { columns: true });
    const of = (name: string) => evppi.find(({ parameter }) => parameter === name)!;
    expect(drawn.draws).toBeGreaterThan(100);
    expect(Number(of('const').evppi)).toBe(0);
    expect(Number(of('y').evppi)).toBeLessThanOrEqual(1.96 * Number(of('y').standardError));
    expect(Math.abs(Number(of('x').evppi) - 119.7)).toBeLessThanOrEqual(2.58 * Number(of('x').standardError));
  }, 60_000);
});

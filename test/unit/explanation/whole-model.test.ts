import { describe, expect, it } from 'vitest';
import type { AskedModel } from '../../../models/explanation/asked-model.ts';
import { clearContributions } from '../../../models/explanation/clear-contributions.ts';
import { curveEdges } from '../../../models/explanation/curve-edges.ts';
import { faithfulness } from '../../../models/explanation/faithfulness.ts';
import { featureCurve } from '../../../models/explanation/feature-curve.ts';
import { groupImportance } from '../../../models/explanation/group-importance.ts';
import { typicalValues } from '../../../models/explanation/typical-values.ts';
import { simulatedStudy } from '../risk/simulated-study.ts';

const { predictors, followUp, person } = simulatedStudy(2000, 3);
const { names, rows } = predictors;
const groups = {
  age: 'age',
  cost: 'services',
  falls: 'falls',
  scale: 'ability',
  noise: 'noise',
  constant: 'noise',
};
const groupNames = [...new Set(Object.values(groups))];
const horizons = [12, 36];

/** A model that is known: linear in age and scale, a lift where scale is missing; noise is not looked at. */
const known: AskedModel = async ({ columns, rows: asked }) => {
  const of = (name: string) => columns[names.indexOf(name)]!;
  return Float64Array.from({ length: asked * 2 }, (_, cell) => {
    const row = cell >> 1;
    const scale = of('scale')[row]!;
    const p = 0.2 + 0.005 * (of('age')[row]! - 75) + (Number.isNaN(scale) ? 0.05 : 0.01 * scale);
    return Math.min(0.9, Math.max(0.01, p * (1 + (cell % 2))));
  });
};
const probability = await known(predictors);
const curveOf = (feature: string) => featureCurve({ table: predictors, probability, ask: known }, feature);

describe('the curve along a feature', () => {
  it('has the slope of a model that is linear in it, at both horizons', async () => {
    const { points } = await curveOf('scale');
    const [first, last] = [points[1]!, points.at(-2)!];
    const run = last.value - first.value;
    expect((last.effects[0]! - first.effects[0]!) / run).toBeCloseTo(0.01, 3);
    expect((last.effects[1]! - first.effects[1]!) / run).toBeCloseTo(0.02, 3);
  });

  it('is flat along what the model does not look at, and a point along what does not vary', async () => {
    for (const { effects } of (await curveOf('noise')).points)
      for (const own of effects) expect(own).toBeCloseTo(0, 12);
    expect((await curveOf('constant')).points).toEqual([{ value: 4, rows: 2000, effects: [0, 0] }]);
  });

  it('has a place of its own for rows that lack the feature', async () => {
    const { missing, points } = await curveOf('scale');
    const middle = points.reduce((a, b) => (Math.abs(a.value) < Math.abs(b.value) ? a : b));
    expect(missing!.effects[0]! - middle.effects[0]! + 0.01 * middle.value).toBeCloseTo(0.05, 2);
    expect(missing!.rows).toBe(10 * Math.round(predictors.columns[3]!.filter(Number.isNaN).length / 10));
    expect((await curveOf('age')).missing).toBeNull();
  });

  it('asks about nobody far from where they are', async () => {
    const age = predictors.columns[0]!;
    let furthest = 0;
    await featureCurve(
      {
        table: predictors,
        probability,
        ask: async (table) => {
          const scale = table.columns[3]!;
          table.columns[0]!.forEach((asked, at) => {
            const own = predictors.columns[3]!.indexOf(scale[at]!);
            if (own >= 0) furthest = Math.max(furthest, Math.abs(asked - age[own]!));
          });
          return known(table);
        },
      },
      'age',
    );
    const sorted = [...age].sort((a, b) => a - b);
    expect(furthest).toBeGreaterThan(0);
    expect(furthest).toBeLessThan((sorted.at(-1)! - sorted[0]!) / 2);
  });
});

describe('the values at which a curve is drawn', () => {
  it('tell no single person’s value: neither the outermost of many, nor a rare one of few', () => {
    const many = Float64Array.from({ length: 500 }, (_, row) => row);
    const edges = curveEdges(many);
    expect([edges[0]! >= 5, edges.at(-1)! <= 494]).toEqual([true, true]);
    const few = Float64Array.from({ length: 500 }, (_, row) => (row === 0 ? 9 : row % 3));
    expect(curveEdges(few)).toEqual([0, 1, 2]);
  });

  it('show the commonest value and what lies beside it, where most have it', () => {
    const mostlyNone = Float64Array.from({ length: 500 }, (_, row) => (row < 400 ? 0 : row - 399));
    const edges = curveEdges(mostlyNone);
    expect(edges[0]).toBe(0);
    expect(edges.length).toBeGreaterThan(4);
    expect(edges.at(-1)).toBeLessThanOrEqual(96);
  });

  it('are none, or the commonest alone, where too few have the feature', () => {
    const three = Float64Array.from({ length: 500 }, (_, row) => (row < 3 ? row : Number.NaN));
    expect(curveEdges(three)).toEqual([]);
    const nearlyAll = Float64Array.from({ length: 500 }, (_, row) => (row < 12 ? 1000 + row : 0));
    expect(curveEdges(nearlyAll).filter((edge) => edge > 1010)).toEqual([]);
  });

  it('tell how many people stand there in tens, and of under five nothing', async () => {
    const rare = predictors.columns.map((column, at) =>
      at === 2 ? column.map((_, row) => Number(row < 3)) : column,
    );
    const table = { ...predictors, columns: rare };
    const { points } = await featureCurve({ table, probability, ask: known }, 'falls');
    expect(points.map((point) => point.rows)).toEqual([2000, 'suppressed']);
  });
});

const contributionsOf = (sizes: Readonly<Record<string, (row: number) => number>>) =>
  Float64Array.from({ length: rows * 2 * groupNames.length }, (_, at) => {
    const row = Math.floor(at / (2 * groupNames.length));
    return sizes[groupNames[at % groupNames.length]!]?.(row) ?? 0;
  });
const truthful = contributionsOf({
  age: (row) => 0.005 * (predictors.columns[0]![row]! - 75),
  ability: (row) =>
    Number.isNaN(predictors.columns[3]![row]!) ? 0.04 : 0.01 * predictors.columns[3]![row]! - 0.01,
});
const untruthful = contributionsOf({ noise: () => 0.1, falls: () => 0.05 });
const shared = { predictors, horizons, groupNames, groups, probability };

describe('importance', () => {
  it('is what a group’s values are worth: most where the outcome follows, none where nobody looks', async () => {
    const input = { ...shared, followUp, person, contributions: truthful, seed: 5 };
    const found = await groupImportance(input, known);
    const of = (group: string) => found.find((own) => own.group === group)!.horizons[1]!;
    expect(of('age').aucFall).toBeGreaterThan(0.05);
    expect(of('age').brierRise).toBeGreaterThan(0.002);
    expect(of('age').meanAbsoluteContribution).toBeGreaterThan(of('ability').meanAbsoluteContribution);
    expect([of('noise').aucFall, of('noise').brierRise, of('noise').meanAbsoluteContribution]).toEqual([
      0, 0, 0,
    ]);
    expect(await groupImportance(input, known)).toEqual(found);
    expect(await groupImportance({ ...input, seed: 6 }, known)).not.toEqual(found);
  });

  it('deals whole people: rows of one person take the values of one other person', async () => {
    const taken = new Map<number, Set<number>>();
    const byPerson = predictors.columns.map((column, at) =>
      at === 4 ? column.map((_, row) => person[row]!) : column,
    );
    const table = { ...predictors, columns: byPerson };
    await groupImportance(
      { ...shared, predictors: table, followUp, person, contributions: truthful, seed: 5 },
      async (asked) => {
        const dealt = asked.columns[4]!;
        if (dealt[0] !== person[0])
          dealt.forEach((from, row) => {
            taken.set(person[row]!, (taken.get(person[row]!) ?? new Set()).add(from));
          });
        return known(asked);
      },
    );
    expect(taken.size).toBe(1000);
    for (const [own, from] of taken) expect([from.size, from.has(own)]).toEqual([1, false]);
  });
});

describe('faithfulness', () => {
  const typical = typicalValues(predictors);

  it('is high where contributions say what moves the prediction, low where they point elsewhere', async () => {
    const [good] = await faithfulness({ ...shared, contributions: truthful, typical }, known);
    const [bad] = await faithfulness({ ...shared, contributions: untruthful, typical }, known);
    expect(good!.topOverMiddle).toBeGreaterThan(0.95);
    expect(good!.topOverOthers).toBeGreaterThan(0.85);
    expect(bad!.topOverOthers).toBeLessThan(0.5);
    expect(bad!.topIsMost).toBe(0);
  });

  it('takes the median as typical, and missing where most lack it', () => {
    const columns = [
      Float64Array.of(1, 5, 9),
      Float64Array.of(Number.NaN, Number.NaN, 3),
      Float64Array.of(0, 1, 1),
    ];
    expect([...typicalValues({ names: ['a', 'b', 'c'], rows: 3, columns })]).toEqual([5, Number.NaN, 1]);
  });
});

describe('a clear contribution', () => {
  const agreedFrom = (least: number, count = 100) => ({
    horizons: 1,
    groups: 1,
    contributions: Float64Array.from({ length: count }, (_, at) => (at % 2 ? 1 : -1) * at * 0.001),
    agreement: Float64Array.from({ length: count }, (_, at) => (at * 0.001 >= least ? 1 : 0.5)),
  });

  it('is one of a size at which the model’s parts agree which way it points', () => {
    const [[size]] = clearContributions(agreedFrom(0.05)) as [[number]];
    expect(size).toBeGreaterThan(0.046);
    expect(size).toBeLessThanOrEqual(0.05);
  });

  it('is not to be had where the parts disagree, nor from fewer than twenty', () => {
    expect(clearContributions(agreedFrom(1))).toEqual([[null]]);
    expect(clearContributions(agreedFrom(0, 19))).toEqual([[null]]);
  });
});

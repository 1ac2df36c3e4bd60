import { describe, expect, it } from 'vitest';
import type { AskedModel } from '../../../models/explanation/asked-model.ts';
import { clearContributions } from '../../../models/explanation/clear-contributions.ts';
import { contributionCurve } from '../../../models/explanation/contribution-curve.ts';
import { curveEdges, placeAmong } from '../../../models/explanation/curve-edges.ts';
import { faithfulness } from '../../../models/explanation/faithfulness.ts';
import { groupImportance } from '../../../models/explanation/group-importance.ts';
import { typicalValues } from '../../../models/risk/typical-values.ts';
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

describe('the curve along a feature', () => {
  const scale = predictors.columns[3]!;
  const effects = Float64Array.from({ length: rows * 2 }, (_, cell) => {
    const value = scale[cell >> 1]!;
    return (Number.isNaN(value) ? 0.05 : 0.01 * value) * (1 + (cell % 2));
  });
  const { points, missing } = contributionCurve('scale', scale, effects);

  it('has the slope of the contributions that it is made of, at both horizons', () => {
    const [first, last] = [points[1]!, points.at(-2)!];
    const run = last.value - first.value;
    expect((last.effects[0]! - first.effects[0]!) / run).toBeCloseTo(0.01, 2);
    expect((last.effects[1]! - first.effects[1]!) / run).toBeCloseTo(0.02, 2);
  });

  it('says at every place what reasons say of those who stand there, on average', () => {
    const edges = curveEdges(scale);
    points.forEach((point, place) => {
      const there = [...scale.keys()].filter((row) => placeAmong(edges, scale[row]!) === place);
      const own = there.filter((row) => !Number.isNaN(scale[row]!));
      const mean = own.reduce((sum, row) => sum + effects[row * 2]!, 0) / own.length;
      expect(point.effects[0]).toBeCloseTo(mean, 12);
    });
  });

  it('has a place of its own for rows that lack the feature', () => {
    expect(missing!.effects[0]).toBeCloseTo(0.05, 12);
    expect(missing!.effects[1]).toBeCloseTo(0.1, 12);
    expect(missing!.rows).toBe(10 * Math.round(scale.filter(Number.isNaN).length / 10));
    expect(contributionCurve('age', predictors.columns[0]!, effects).missing).toBeNull();
  });

  it('is a point along what does not vary, and nothing where nobody has the feature', () => {
    const none = new Float64Array(rows * 2);
    const { points: one } = contributionCurve('constant', predictors.columns[5]!, none);
    expect(one).toEqual([{ value: 4, rows: 2000, effects: [0, 0] }]);
    const lacking = new Float64Array(rows).fill(Number.NaN);
    expect(contributionCurve('nothing', lacking, none)).toEqual({
      feature: 'nothing',
      points: [],
      missing: { rows: 2000, effects: [0, 0] },
    });
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

  it('tell how many people stand there in tens, and of under five nothing', () => {
    const rare = predictors.columns[2]!.map((_, row) => Number(row < 3));
    const { points } = contributionCurve('falls', rare, new Float64Array(rows * 2));
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
  const medians = typicalValues(predictors);
  const columns = predictors.columns.map((column, at) => new Float64Array(column.length).fill(medians[at]!));
  const typical = { ...predictors, columns };

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

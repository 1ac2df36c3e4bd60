import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundSize, roundsOf, type TreesRound, treeOutputs } from '../../../models/risk/boosted-trees.ts';
import { encode, encodedWidth, learnEncoding } from '../../../models/risk/encoding.ts';
import { growTree } from '../../../models/risk/grow-tree.ts';
import { hazardHead, headLoss } from '../../../models/risk/hazard-head.ts';
import { intervalExposure } from '../../../models/risk/interval-exposure.ts';
import { binInputs } from '../../../models/risk/threshold-bins.ts';
import { trainTrees } from '../../../models/risk/train-trees.ts';
import { TreePath } from '../../../models/risk/tree-member.ts';
import { simulatedStudy } from './simulated-study.ts';

const values = (length: number) =>
  fc
    .array(fc.integer({ min: -4, max: 4 }), { minLength: length, maxLength: length })
    .map((list) => Float32Array.from(list));

describe('thresholds', () => {
  it('part every input so that a value is above as many of them as its place says', () => {
    fc.assert(
      fc.property(values(60), (inputs) => {
        const { thresholds, places } = binInputs(inputs, 2);
        inputs.forEach((value, at) => {
          const own = thresholds[at % 2]!;
          expect(places[at % 2]![Math.floor(at / 2)]).toBe(own.filter((one) => value > one).length);
        });
      }),
    );
  });

  it('hold every difference there is when there are few, and never more than 63', () => {
    const few = binInputs(Float32Array.of(3, 1, 1, 2, 3, 1), 1);
    expect([...few.thresholds[0]!]).toEqual([1, 2]);
    const many = binInputs(
      Float32Array.from({ length: 5000 }, (_, at) => Math.sqrt(at)),
      1,
    );
    expect(many.thresholds[0]!.length).toBe(63);
  });

  it('leave the rest of the bins to the other values where most rows have one', () => {
    const mostlyZero = Float32Array.from({ length: 5000 }, (_, at) => Math.max(0, at - 4000));
    expect(binInputs(mostlyZero, 1).thresholds[0]!.length).toBeGreaterThan(60);
  });
});

const row = fc.record({
  x: fc.integer({ min: 0, max: 3 }),
  y: fc.integer({ min: 0, max: 3 }),
  excess: fc.double({ min: -1, max: 1, noNaN: true }),
  curvature: fc.double({ min: 0.01, max: 0.25, noNaN: true }),
});

describe('a tree', () => {
  it('asks the question that a plain search finds, and answers with the Newton step of each side', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), (rows) => {
        const binned = binInputs(Float32Array.from(rows.flatMap(({ x, y }) => [x, y])), 2);
        const residuals = {
          excess: Float32Array.from(rows, ({ excess }) => excess),
          curvature: Float32Array.from(rows, ({ curvature }) => curvature),
        };
        const tree = {
          inputs: new Float32Array(1),
          thresholds: new Float32Array(1),
          leaves: new Float32Array(4),
        };
        const seen = { inputs: Int32Array.of(0, 1), start: 0, end: rows.length };
        const settings = { rate: 0.5, ridge: 2 };
        growTree(tree, binned, seen, { level: residuals, trend: residuals }, settings);
        const total = (some: typeof rows, of: 'excess' | 'curvature') =>
          some.reduce((sum, one) => sum + Math.fround(one[of]), 0);
        const worth = (some: typeof rows) => total(some, 'excess') ** 2 / (total(some, 'curvature') + 1);
        const sides = (name: 'x' | 'y', limit: number) => [
          rows.filter((one) => one[name] <= limit),
          rows.filter((one) => one[name] > limit),
        ];
        const gain = (name: 'x' | 'y', limit: number) =>
          sides(name, limit).reduce((sum, side) => sum + worth(side), 0) - worth(rows);
        const best = Math.max(0, ...[0, 1, 2].flatMap((limit) => [gain('x', limit), gain('y', limit)]));
        const name = tree.inputs[0] === 0 ? 'x' : 'y';
        expect(gain(name, tree.thresholds[0]!)).toBeCloseTo(best, 5);
        sides(name, tree.thresholds[0]!).forEach((side, leaf) => {
          const step = (0.5 * total(side, 'excess')) / (total(side, 'curvature') + 2);
          expect(tree.leaves[2 * leaf]).toBeCloseTo(step, 5);
          expect(tree.leaves[2 * leaf + 1]).toBeCloseTo(step, 5);
        });
      }),
    );
  });
});

const { predictors, followUp } = simulatedStudy(3000, 3);
const ends = [6, 12, 24, 36];
const encoding = learnEncoding(predictors, 8);
const study = {
  width: encodedWidth(encoding, 'plain'),
  exposure: intervalExposure(followUp, ends),
  inputsOf: (rows: Int32Array) => encode(encoding, predictors, 'plain', rows),
};
const rows = Int32Array.from({ length: 2000 }, (_, at) => at);
const others = Int32Array.from({ length: 1000 }, (_, at) => 2000 + at);
const head = hazardHead(ends, 2, 0.3);
const settings = { depth: 3, rate: 0.1, ridge: 10, rowShare: 0.5, mostRows: 1e5, inputShare: 0.5 };
const shape = { depth: 3, causes: 2, intervals: 4 };
const grown = (rounds: number, seed = 1) => trainTrees({ study, rows, head, settings, rounds, seed });
const lossOf = (rounds: readonly TreesRound[]) =>
  headLoss(
    head,
    rounds.at(-1)!.baseline,
    treeOutputs(rounds, study.inputsOf(others), study.width),
    study.exposure,
    others,
  );

describe('boosted trees', () => {
  it('learn what holds for people not learnt from', () => {
    const rounds = roundsOf(shape, grown(40));
    expect(lossOf(rounds)).toBeLessThan(lossOf(rounds.slice(0, 1)) - 0.02);
  });

  it('begin with the same rounds however many there are, and are others with another seed', () => {
    const many = grown(8);
    expect(many.subarray(0, 3 * roundSize(shape))).toEqual(grown(3));
    expect(many).not.toEqual(grown(8, 2));
  });

  it('expect as many events of each cause as there were, in the end', () => {
    const rounds = roundsOf(shape, grown(60));
    const outputs = treeOutputs(rounds, study.inputsOf(rows), study.width);
    const gradient = { outputs: new Float32Array(outputs.length), baseline: new Float64Array(8) };
    headLoss(head, rounds.at(-1)!.baseline, outputs, study.exposure, rows, gradient);
    const events = rows.filter((at) => study.exposure.cause[at]! > 0).length / rows.length;
    for (const excess of gradient.baseline) expect(Math.abs(excess)).toBeLessThan(0.02 * events);
  });
});

describe('the way to a row through trees', () => {
  const rounds = roundsOf(shape, grown(20));
  const inputs = study.inputsOf(others.subarray(0, 50));
  const from = study.inputsOf(others.subarray(50, 100));
  const featureOfInput = Int32Array.from({ length: study.width }, (_, input) => input);
  const stretches = [0.2, 0.5, 0.3];
  const walked = (slopeOf: (stretch: number) => number) => {
    const path = new TreePath(rounds, from, inputs, featureOfInput);
    stretches.forEach((stretch, at) => {
      path.addSlopes([new Float32Array(50 * 4).fill(stretch * slopeOf(at))], stretch);
    });
    const contributions = new Float64Array(50 * study.width);
    path.writeContributions(study.width, contributions);
    return contributions;
  };
  const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0);

  it('starts where it is from and ends at the row', () => {
    const path = new TreePath(rounds, from, inputs, featureOfInput);
    expect(path.outputsAt(1)).toEqual(treeOutputs(rounds, inputs, study.width));
    expect(path.outputsAt(0)).toEqual(treeOutputs(rounds, from, study.width));
  });

  it('shares out the whole difference between the two, where slopes are 1', () => {
    const contributions = walked(() => 1);
    const [start, end] = [from, inputs].map((each) => treeOutputs(rounds, each, study.width));
    const summed = (outputs: Float32Array, at: number) => sumOf(outputs.subarray(4 * at, 4 * at + 4));
    for (let at = 0; at < 50; at++) {
      const parts = contributions.subarray(at * study.width, (at + 1) * study.width);
      expect(sumOf(parts)).toBeCloseTo(summed(end!, at) - summed(start!, at), 5);
    }
  });

  it('gives nothing to an input that the row has in common with the start', () => {
    const alike = inputs.map((value, at) => (at % study.width === 0 ? from[at]! : value));
    const path = new TreePath(rounds, from, alike, featureOfInput);
    path.addSlopes([new Float32Array(50 * 4).fill(1)], 1);
    const contributions = new Float64Array(50 * study.width);
    path.writeContributions(study.width, contributions);
    contributions.forEach((part, at) => {
      if (at % study.width === 0) expect(part).toBe(0);
    });
  });

  it('counts every jump by the slope of the stretch that it happens on', () => {
    const parts = stretches.map((_, which) => walked((at) => (at === which ? 1 : 0)));
    walked(() => 1).forEach((whole, at) => {
      expect(parts.reduce((sum, part) => sum + part[at]!, 0)).toBeCloseTo(whole, 9);
    });
    for (const part of parts) expect(part.some((one) => one !== 0)).toBe(true);
  });
});

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { beforeAll, describe, expect, it } from 'vitest';
import { artefactOf, restoreArtefact } from '../../../models/risk/artefact.ts';
import { fitKindLevels, stretchesOfKinds } from '../../../models/risk/calibrate-kinds.ts';
import {
  type CalibrationKinds,
  type KindStretch,
  kindCount,
  kindOfEachRow,
  putRight,
} from '../../../models/risk/calibration-kinds.ts';
import { contributionsAlong } from '../../../models/risk/explanation.ts';
import { causeIncidence, hazardHead } from '../../../models/risk/hazard-head.ts';
import { intervalExposure } from '../../../models/risk/interval-exposure.ts';
import type { MemberPath } from '../../../models/risk/member.ts';
import { drawsFor, normalDraw } from '../../../models/risk/random-draws.ts';
import { RiskModel } from '../../../models/risk/risk-model.ts';
import { type TrainedModels, trainRiskModel } from '../../../models/risk/train-risk-model.ts';
import { quickSettings, simulatedStudy, startWasm } from './simulated-study.ts';

const kinds: CalibrationKinds = {
  rules: [{ anyOf: [{ predictor: 'falls', atLeast: 1 }] }, { anyOf: [{ predictor: 'cost', atLeast: 5 }] }],
  beside: { predictor: 'age', atLeast: 75 },
};

describe('the kind of a row', () => {
  const table = {
    names: ['age', 'falls', 'cost'],
    rows: 5,
    columns: [
      Float64Array.of(80, 70, 80, 70, Number.NaN),
      Float64Array.of(1, 1, 0, 0, 0),
      Float64Array.of(9, 9, 9, 2, Number.NaN),
    ],
  };

  it('is of the first rule that holds, or of none, and of the other condition; what is missing holds nothing', () => {
    expect([...kindOfEachRow(kinds, table)]).toEqual([1, 0, 3, 4, 4]);
    expect(kindCount(kinds)).toBe(6);
  });

  it('is not told by a table that lacks what a rule looks at', () => {
    expect(() => kindOfEachRow(kinds, { ...table, names: ['age', 'falls', 'other'] })).toThrow(RangeError);
  });
});

const ends = [3, 6, 12, 24, 36];
const head = hazardHead(ends, 2, 1);
const baseline = Float32Array.from(ends.flatMap(() => [-3, -3]));
const true_ = [
  { slopes: [1.25, 1], levels: [-0.4, 0], trends: [0.1, 0] },
  { slopes: [0.8, 1], levels: [0.3, 0.2], trends: [-0.1, 0] },
];

/** What is found of two kinds whose outputs, put right so, are the true ones. */
const found = (count: number) =>
  foundOf(
    Uint8Array.from({ length: count }, (_, row) => row % 2),
    true_,
  );

/** What is found of kinds whose outputs, put right so, are the true ones; the first output is higher by `above`. */
function foundOf(kindOfRow: Uint8Array, true_: readonly KindStretch[], above: readonly number[] = []) {
  const count = kindOfRow.length;
  const draws = drawsFor(5, 1);
  const outputs = Float32Array.from(
    { length: count * 4 },
    (_, at) => 0.7 * normalDraw(draws) + (at % 4 === 0 ? (above[kindOfRow[at >> 2]!] ?? 0) : 0),
  );
  const truth = putRight(outputs.slice(), { ofRow: kindOfRow, stretches: true_ });
  const { outcome, competing } = causeIncidence(head, baseline, truth);
  const time = new Float64Array(count).fill(36);
  const event = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const drawn = uniformFloat64(draws);
    const at = ends.findIndex((_, end) => drawn < outcome[row * 5 + end]! + competing[row * 5 + end]!);
    if (at < 0) continue;
    const before = at === 0 ? 0 : outcome[row * 5 + at - 1]! + competing[row * 5 + at - 1]!;
    const own = outcome[row * 5 + at]! - (at === 0 ? 0 : outcome[row * 5 + at - 1]!);
    time[row] = ends[at]!;
    event[row] = drawn - before < own ? 1 : 2;
  }
  const exposure = intervalExposure({ time, event }, ends);
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  const judged = [{ baseline, outputs, rows }];
  const slopes = stretchesOfKinds({
    head,
    judged,
    exposure,
    kindOfRow,
    kinds: true_.length + 1,
    person: rows,
  });
  const stretched = putRight(outputs.slice(), { ofRow: kindOfRow, stretches: slopes });
  const rowsToLevel = { head, baseline, outputs: stretched, exposure, kindOfRow, people: count };
  return fitKindLevels({ ...rowsToLevel, stretches: slopes }).stretches;
}

describe('what puts a kind right', () => {
  it('is found from its own people, and of a kind without any from what all show', () => {
    const [first, second, nobody] = found(120_000);
    for (const [kind, one] of [first!, second!].entries())
      expect(Math.abs(one.slopes[0]! - true_[kind]!.slopes[0]!)).toBeLessThan(0.06);
    // what both kinds share is the baseline's
    for (const what of ['levels', 'trends'] as const) {
      const apart = true_[1]![what][0]! - true_[0]![what][0]!;
      expect(Math.abs(second![what][0]! - first![what][0]! - apart)).toBeLessThan(0.06);
    }
    expect(nobody).toMatchObject({ levels: [0, 0], trends: [0, 0] });
    for (const [cause, slope] of nobody!.slopes.entries())
      expect(slope).toBeCloseTo((first!.slopes[cause]! + second!.slopes[cause]!) / 2, 1);
  });

  it('leans, where its people are few, on how slopes change from kinds of low to kinds of high hazards', () => {
    const falling = [-1, -0.3, 0.4, 1.2].map((above) => ({
      slopes: [1 - 0.25 * above, 1],
      levels: [0, 0],
      trends: [0, 0],
    }));
    const few = 40;
    const kindOfRow = Uint8Array.from({ length: 60_000 }, (_, row) => (row < few ? 3 : row % 3));
    const [low, , high, rare] = foundOf(kindOfRow, falling, [-1, -0.3, 0.4, 1.2]);
    expect(low!.slopes[0]).toBeGreaterThan(1.1);
    expect(high!.slopes[0]).toBeLessThan(1);
    expect(rare!.slopes[0]).toBeGreaterThan(0.55);
    expect(rare!.slopes[0]).toBeLessThan(0.88);
  });

  it('changes little on the word of few', () => {
    for (const { slopes, levels } of found(60).slice(0, 2)) {
      expect(Math.abs(slopes[0]! - 1)).toBeLessThan(0.1);
      expect(Math.abs(levels[0]!)).toBeLessThan(0.35);
    }
  });

  it('is in the slopes that contributions are made of', () => {
    const outputs = Float32Array.of(0.4, -0.2, 0.3, 0.6);
    const rowKinds = { ofRow: Uint8Array.of(1), stretches: true_ };
    const probability = (own: Float32Array) =>
      causeIncidence(head, baseline, putRight(own.slice(), rowKinds)).outcome[2]!;
    let seen: Float64Array | undefined;
    const path: MemberPath = {
      outputsAt: () => outputs.slice(),
      addSlopes: ([slopes], stretch) => {
        seen = Float64Array.from(slopes!, (slope) => slope / stretch);
      },
      writeContributions: () => {},
    };
    contributionsAlong({
      head,
      baseline,
      paths: [path],
      weights: [Float64Array.of(1, 1, 1, 1)],
      drifts: [0, 0],
      kinds: rowKinds,
      features: 1,
      horizonIntervals: [2],
      probability: Float64Array.of(0),
      startProbability: Float64Array.of(0),
    });
    outputs.forEach((_, at) => {
      const moved = (by: number) => probability(outputs.map((one, other) => (other === at ? one + by : one)));
      expect(seen![at]).toBeCloseTo((moved(0.01) - moved(-0.01)) / 0.02, 4);
    });
  });
});

describe('a model whose kinds are put right', () => {
  const study = simulatedStudy(6000, 6);
  const others = simulatedStudy(6000, 7);
  let alike: TrainedModels;
  let byKind: TrainedModels;
  beforeAll(async () => {
    await startWasm();
    alike = await trainRiskModel(study, quickSettings);
    byKind = await trainRiskModel({ ...study, kinds }, quickSettings);
  });

  it('has the same members as one without', () => {
    expect(byKind.blend!.fitted.members).toEqual(alike.blend!.fitted.members);
    expect(alike.blend!.fitted.calibration).not.toHaveProperty('kinds');
  });

  it('is nearer to the true risks of the kind that the additive model misjudges, and no worse in all', () => {
    const ofRow = kindOfEachRow(kinds, others.predictors);
    const ratioOf = (model: RiskModel, isIn: (kind: number) => boolean) => {
      const { probability } = model.probabilities(others.predictors);
      const sums = [others.truth, probability].map((values) =>
        values.reduce((sum, p, at) => sum + (at % 2 === 1 && isIn(ofRow[at >> 1]!) ? p : 0), 0),
      );
      return sums[0]! / sums[1]!;
    };
    const offOf = (model: RiskModel) =>
      [0, 1, 2, 3, 4, 5].map((kind) => Math.abs(Math.log(ratioOf(model, (own) => own === kind))));
    expect(Math.max(...offOf(byKind.additive))).toBeLessThan(Math.max(...offOf(alike.additive)));
    expect(Math.abs(ratioOf(byKind.additive, () => true) - 1)).toBeLessThan(0.06);
  });

  it.each(['additive', 'blend'] as const)('explains every row of the %s exactly', (which) => {
    const model = byKind[which]!;
    const { probability, typicalProbability, contributions } = model.explained(others.predictors);
    const features = model.fitted.predictors.length;
    probability.forEach((p, cell) => {
      const parts = contributions.subarray(cell * features, (cell + 1) * features);
      const sum = parts.reduce((total, part) => total + part, 0);
      expect(Math.abs(sum - (p - typicalProbability[cell]!))).toBeLessThan(1e-6);
    });
  });

  it('comes back from its files with the same predictions to the bit', () => {
    const model = byKind.blend!;
    const { description, weights } = artefactOf(model);
    const restored = restoreArtefact({ description: JSON.parse(JSON.stringify(description)), weights });
    expect(restored).toBeInstanceOf(RiskModel);
    expect(restored.probabilities(others.predictors).probability).toEqual(
      model.probabilities(others.predictors).probability,
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { additiveParameters } from '../../../models/risk/additive-member.ts';
import { hazardHead, outcomeLossOfRows } from '../../../models/risk/hazard-head.ts';
import { makePart, type TrainingPart } from '../../../models/risk/make-part.ts';
import { allRows, type PreparedStudy, prepareStudy } from '../../../models/risk/prepare-study.ts';
import { type Penalty, trainAdditive } from '../../../models/risk/train-additive.ts';
import { TrainingParts } from '../../../models/risk/training-parts.ts';
import { settingsFor, type TrainingSettings } from '../../../models/risk/training-settings.ts';
import { type WeighedAdditive, weighPenalties } from '../../../models/risk/weigh-penalties.ts';
import { simulatedStudy, startWasm } from './simulated-study.ts';

const penalties: readonly Penalty[] = [
  { ridge: 100_000, bend: 1 },
  { ridge: 30, bend: Number.POSITIVE_INFINITY },
  { ridge: 30, bend: 10 },
];

let settings: TrainingSettings;
let prepared: PreparedStudy;
let weighed: WeighedAdditive;
beforeAll(async () => {
  await startWasm();
  settings = { ...settingsFor(1200), penalties, innerSplits: 3, choosingSplits: 2 };
  prepared = prepareStudy(simulatedStudy(1200, 11), settings);
  const make = async (part: TrainingPart) => makePart(prepared, settings, part);
  weighed = await weighPenalties(prepared, settings, new TrainingParts(make, { isSideBySide: false }));
});

describe('penalties of the additive model', () => {
  it('weigh 1 together, the one that loses least most, and one that forgets all predictors nothing', () => {
    const { tried } = weighed;
    const [forgetful, ...others] = tried;
    expect(tried.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(forgetful!.weight).toBe(0);
    const best = others.reduce((found, one) => (one.loss < found.loss ? one : found));
    expect(best.weight).toBe(Math.max(...tried.map(({ weight }) => weight)));
  });

  it('make one model: the mean of theirs by weight', () => {
    const { gridEnds, causes, study, forAdditive } = prepared;
    const head = hazardHead(gridEnds, causes, settings.additiveTimeScale);
    const kept = weighed.tried.filter(({ weight }) => weight > 0);
    const models = trainAdditive(
      forAdditive,
      allRows(study),
      head,
      kept.map(({ penalty }) => penalty),
    );
    const { pulls } = additiveParameters(weighed.ofAll, gridEnds.length * causes);
    pulls.forEach((pull, at) => {
      const mean = kept.reduce((sum, { weight }, model) => sum + weight * models[model]!.pulls[at]!, 0);
      expect(pull).toBeCloseTo(mean, 5);
    });
  });

  it('hold bends at nothing when they are held for good, and leave the straight lines', () => {
    const { gridEnds, causes, study, forAdditive } = prepared;
    const head = hazardHead(gridEnds, causes, settings.additiveTimeScale);
    const [bent, straight] = trainAdditive(forAdditive, allRows(study), head, [
      { ridge: 30, bend: 1 },
      { ridge: 30, bend: Number.POSITIVE_INFINITY },
    ]);
    const width = 2 * causes;
    const ofCurves = (pulls: Float32Array) =>
      pulls.filter((_, at) => forAdditive.isCurve[Math.floor(at / width)]);
    expect(ofCurves(bent!.pulls).some((pull) => pull !== 0)).toBe(true);
    expect(ofCurves(straight!.pulls).every((pull) => pull === 0)).toBe(true);
    expect(straight!.pulls.some((pull) => Math.abs(pull) > 0.1)).toBe(true);
  });
});

describe('the loss of the outcome alone', () => {
  const head = hazardHead([3, 6, 12], 2, 0.3);
  const exposure = {
    interval: Uint8Array.of(1, 3, 0),
    share: Float32Array.of(1, 1, 1),
    cause: Uint8Array.of(1, 0, 2),
  };
  const rows = Int32Array.of(0, 1, 2);
  const outputs = new Float32Array(3 * 4).fill(0.2);
  const lossAt = (outcome: number, competing: number) =>
    outcomeLossOfRows(
      head,
      Float32Array.of(outcome, competing, outcome, competing, outcome, competing),
      outputs,
      exposure,
      rows,
    );

  it('is that of the whole likelihood where nothing competes', () => {
    const none = -40;
    const losses = lossAt(-2, none);
    const z = -2 + 0.2 + 0.2 * head.slopes[0]!;
    expect(losses[2]).toBeCloseTo(Math.log(1 + Math.exp(z)), 5);
  });

  it('does not ask for the competing event to be foretold', () => {
    const h = (outcome: number, competing: number) => {
      const trend = 0.2 + 0.2 * head.slopes[0]!;
      const [one, other] = [Math.exp(outcome + trend), Math.exp(competing + trend)];
      return one / (1 + one + other);
    };
    expect(lossAt(-2, -1)[2]).toBeCloseTo(-Math.log(1 - h(-2, -1)), 5);
    expect(lossAt(-3, -1)[2]).toBeLessThan(lossAt(-2, -1)[2]!);
  });
});

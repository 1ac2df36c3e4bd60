import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { describe, expect, it } from 'vitest';
import { drifted } from '../../../models/risk/blend.ts';
import { calibrationStretch } from '../../../models/risk/calibrate-hazards.ts';
import { contributionsAlong } from '../../../models/risk/explanation.ts';
import { causeIncidence, hazardHead } from '../../../models/risk/hazard-head.ts';
import { intervalExposure } from '../../../models/risk/interval-exposure.ts';
import type { MemberPath } from '../../../models/risk/member.ts';
import { drawsFor, normalDraw } from '../../../models/risk/random-draws.ts';

const ends = [3, 6, 12, 24, 36];
const head = hazardHead(ends, 2, 1);
const baseline = Float32Array.from(ends.flatMap(() => [-2, -2.5]));

/** People whose outputs, stretched and drifted, are their true ones. */
function people(count: number, slopes: readonly [number, number], drifts: readonly [number, number]) {
  const draws = drawsFor(5, 1);
  const outputs = Float32Array.from({ length: count * 4 }, () => 0.7 * normalDraw(draws));
  const truth = drifted(
    outputs.map((output, cell) => output * slopes[(cell % 4) >> 1]!),
    drifts,
  );
  const { outcome, competing } = causeIncidence(head, baseline, truth);
  const time = new Float64Array(count).fill(36);
  const event = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const drawn = uniformFloat64(draws);
    const incidence = (at: number) => outcome[row * 5 + at]! + competing[row * 5 + at]!;
    const at = ends.findIndex((_, interval) => drawn < incidence(interval));
    if (at < 0) continue;
    const before = at === 0 ? 0 : incidence(at - 1);
    const own = outcome[row * 5 + at]! - (at === 0 ? 0 : outcome[row * 5 + at - 1]!);
    time[row] = ends[at]!;
    event[row] = drawn - before < own ? 1 : 2;
  }
  const exposure = intervalExposure({ time, event }, ends);
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  return calibrationStretch(head, [{ baseline, outputs, rows }], exposure, rows);
}

describe('the stretch of hazards', () => {
  it('finds by how much outputs are too timid or too bold, and how differences grow or fade', () => {
    const { slopes, drifts } = people(60_000, [1.2, 0.8], [-0.15, 0.1]);
    for (const [found, true_] of [
      [slopes[0]!, 1.2],
      [slopes[1]!, 0.8],
      [drifts[0]!, -0.15],
      [drifts[1]!, 0.1],
    ] as const)
      expect(Math.abs(found - true_)).toBeLessThan(0.04);
  });

  it('changes little on the word of few', () => {
    const { slopes, drifts } = people(60, [1.5, 0.5], [-0.5, 0.5]);
    for (const slope of slopes) expect(Math.abs(slope - 1)).toBeLessThan(0.15);
    for (const drift of drifts) expect(Math.abs(drift)).toBeLessThan(0.15);
  });

  it('is in the slopes that contributions are made of', () => {
    const drifts = [-0.3, 0.2];
    const outputs = Float32Array.of(0.4, -0.2, 0.3, 0.6);
    const weights = Float64Array.of(0.9, 0.4, 1.1, 0.5);
    const probability = (own: Float32Array) =>
      causeIncidence(
        head,
        baseline,
        drifted(
          own.map((one, at) => one * weights[at]!),
          drifts,
        ),
      ).outcome[2]!;
    let seen: Float64Array | undefined;
    const path: MemberPath = {
      outputsAt: () => outputs,
      addSlopes: ([slopes], stretch) => {
        seen = Float64Array.from(slopes!, (slope) => slope / stretch);
      },
      writeContributions: () => {},
    };
    contributionsAlong({
      head,
      baseline,
      paths: [path],
      weights: [weights],
      drifts,
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

import { describe, expect, it } from 'vitest';
import { blendedIncidence } from '../../../models/risk/blend.ts';
import { hazardHead, headLoss } from '../../../models/risk/hazard-head.ts';
import { incidenceLoss } from '../../../models/risk/incidence-loss.ts';
import { intervalExposure } from '../../../models/risk/interval-exposure.ts';
import type { Member } from '../../../models/risk/member.ts';
import { drawsFor, normalDraw } from '../../../models/risk/random-draws.ts';

const head = hazardHead([3, 6, 12, 24], 2, 0.5);
const draws = drawsFor(1, 0);
const baseline = Float32Array.from({ length: 8 }, () => -2 + normalDraw(draws));
const rows = Int32Array.from({ length: 50 }, (_, row) => row);
const outputs = Float32Array.from({ length: 200 }, () => normalDraw(draws));
const exposure = intervalExposure(
  {
    time: Float64Array.from(rows, (row) => 0.5 + ((row * 7) % 30)),
    event: Uint8Array.from(rows, (row) => row % 3),
  },
  head.ends,
);
const alone = { members: [{ head, baseline } as unknown as Member], shares: [1] };

describe('the loss of cumulative incidences', () => {
  it('is the head’s own loss when there is one member and every interval counts', () => {
    const loss = incidenceLoss(blendedIncidence(alone, [outputs]), exposure, rows, 4, 4);
    expect(loss).toBeCloseTo(headLoss(head, baseline, outputs, exposure, rows), 9);
  });

  it('does not look beyond the intervals that count', () => {
    const incidence = blendedIncidence(alone, [outputs]);
    const later = blendedIncidence(alone, [outputs]);
    for (let at = 3; at < later.outcome.length; at += 4) later.outcome[at] = 0.9;
    expect(incidenceLoss(later, exposure, rows, 4, 3)).toBe(incidenceLoss(incidence, exposure, rows, 4, 3));
  });
});

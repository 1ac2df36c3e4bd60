import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  causeIncidence,
  type HazardHead,
  hazardHead,
  headLoss,
  horizonGradients,
} from '../../../models/risk/hazard-head.ts';
import { intervalExposure, marginalLogits } from '../../../models/risk/interval-exposure.ts';
import { cumulativeIncidence, hazardsFromLogits } from '../../../models/survival/hazards.ts';

const ends = [3, 6, 12, 24];
const small = fc.float({ min: -3, max: 3, noNaN: true });
const oneRow = (causes: number) =>
  fc.record({
    baseline: fc
      .array(small, { minLength: 4 * causes, maxLength: 4 * causes })
      .map((a) => Float32Array.from(a)),
    outputs: fc
      .array(small, { minLength: 2 * causes, maxLength: 2 * causes })
      .map((a) => Float32Array.from(a)),
    time: fc.double({ min: 0.1, max: 30, noNaN: true }),
    event: fc.nat(causes),
  });

const nudged = (values: Float32Array, at: number, by: number) =>
  values.map((value, place) => (place === at ? value + by : value));

describe('intervalExposure', () => {
  it('counts a censoring inside an interval by the share of it that was seen', () => {
    const followUp = { time: Float64Array.of(4, 12, 12.5, 99, 3), event: Uint8Array.of(0, 0, 1, 2, 1) };
    const { interval, share, cause } = intervalExposure(followUp, ends);
    expect([...interval]).toEqual([1, 2, 3, 4, 0]);
    expect(share[0]).toBeCloseTo(1 / 3, 6);
    expect([...share.subarray(1, 3)]).toEqual([1, 1]);
    expect([...cause]).toEqual([0, 0, 1, 0, 1]);
  });

  it('starts from hazards that are events by exposure', () => {
    const followUp = { time: new Float64Array(1000).fill(2), event: new Uint8Array(1000).fill(1, 0, 100) };
    const exposure = intervalExposure(followUp, [2]);
    const rows = Int32Array.from({ length: 1000 }, (_, row) => row);
    expect(1 / (1 + Math.exp(-marginalLogits(exposure, rows, 1, 1)[0]!))).toBeCloseTo(0.1, 3);
  });
});

/** The same by the way of hazards, as the survival room has it. */
function headIncidence(head: HazardHead, baseline: Float32Array, outputs: Float32Array) {
  const { causes, slopes, ends } = head;
  const logits = Float64Array.from({ length: ends.length * causes }, (_, cell) => {
    const [interval, c] = [Math.floor(cell / causes), cell % causes];
    return baseline[cell]! + outputs[2 * c]! + slopes[interval]! * outputs[2 * c + 1]!;
  });
  return cumulativeIncidence(hazardsFromLogits(logits, causes), ends.length, causes);
}

describe('the hazard head', () => {
  for (const causes of [1, 2]) {
    const head = hazardHead(ends, causes, 0.5);

    it(`${causes} cause(s): incidences and survival sum to 1, and no incidence falls in time`, () => {
      fc.assert(
        fc.property(oneRow(causes), ({ baseline, outputs }) => {
          const { incidence, eventFree } = headIncidence(head, baseline, outputs);
          ends.forEach((_, k) => {
            const ofCauses = incidence.subarray(k * causes, (k + 1) * causes);
            expect(ofCauses.reduce((sum, part) => sum + part, eventFree[k]!)).toBeCloseTo(1, 12);
            ofCauses.forEach((part, c) => {
              expect(part).toBeGreaterThanOrEqual(k === 0 ? 0 : incidence[(k - 1) * causes + c]!);
            });
          });
        }),
      );
    });

    it(`${causes} cause(s): incidence by cause is that of the hazards`, () => {
      fc.assert(
        fc.property(oneRow(causes), ({ baseline, outputs }) => {
          const { incidence } = headIncidence(head, baseline, outputs);
          const { outcome, competing } = causeIncidence(head, baseline, outputs);
          ends.forEach((_, k) => {
            expect(outcome[k]).toBeCloseTo(incidence[k * causes]!, 12);
            expect(competing[k]).toBeCloseTo(causes === 2 ? incidence[k * causes + 1]! : 0, 12);
          });
        }),
      );
    });

    it(`${causes} cause(s): no incidence is above 1, however certain and by whatever rounding`, () => {
      const certain = fc.float({ min: -4, max: 60, noNaN: true });
      const numbers = (length: number) => fc.array(certain, { minLength: length, maxLength: length });
      fc.assert(
        fc.property(numbers(4 * causes), numbers(2 * causes), (baseline, outputs) => {
          const found = causeIncidence(head, Float32Array.from(baseline), Float32Array.from(outputs));
          for (const incidence of [...found.outcome, ...found.competing])
            expect(incidence).toBeLessThanOrEqual(1);
        }),
        { numRuns: 2000 },
      );
    });

    it(`${causes} cause(s): the gradient of the loss is the finite difference`, () => {
      fc.assert(
        fc.property(oneRow(causes), ({ baseline, outputs, time, event }) => {
          const followUp = { time: Float64Array.of(time), event: Uint8Array.of(event) };
          const exposure = intervalExposure(followUp, ends);
          const rows = Int32Array.of(0);
          const gradient = { outputs: new Float32Array(2 * causes), baseline: new Float64Array(4 * causes) };
          headLoss(head, baseline, outputs, exposure, rows, gradient);
          const loss = (b: Float32Array, o: Float32Array) => headLoss(head, b, o, exposure, rows);
          const step = 2 ** -7;
          outputs.forEach((_, at) => {
            const [up, down] = [nudged(outputs, at, step), nudged(outputs, at, -step)];
            const slope = (loss(baseline, up) - loss(baseline, down)) / (up[at]! - down[at]!);
            expect(Math.abs(gradient.outputs[at]! - slope)).toBeLessThan(1e-3);
          });
          baseline.forEach((_, at) => {
            const [up, down] = [nudged(baseline, at, step), nudged(baseline, at, -step)];
            const slope = (loss(up, outputs) - loss(down, outputs)) / (up[at]! - down[at]!);
            expect(Math.abs(gradient.baseline[at]! - slope)).toBeLessThan(1e-3);
          });
        }),
      );
    });

    it(`${causes} cause(s): the curvature is the finite difference of the gradient`, () => {
      fc.assert(
        fc.property(oneRow(causes), ({ baseline, outputs, time, event }) => {
          const followUp = { time: Float64Array.of(time), event: Uint8Array.of(event) };
          const exposure = intervalExposure(followUp, ends);
          const gradientAt = (o: Float32Array) => {
            const [slopes, curvature] = [new Float32Array(2 * causes), new Float32Array(2 * causes)];
            const gradient = { outputs: slopes, curvature, baseline: new Float64Array(4 * causes) };
            headLoss(head, baseline, o, exposure, Int32Array.of(0), gradient);
            return gradient;
          };
          const { curvature } = gradientAt(outputs);
          outputs.forEach((_, at) => {
            const [up, down] = [nudged(outputs, at, 2 ** -7), nudged(outputs, at, -(2 ** -7))];
            const difference = gradientAt(up).outputs[at]! - gradientAt(down).outputs[at]!;
            expect(Math.abs(curvature[at]! - difference / (up[at]! - down[at]!))).toBeLessThan(1e-3);
          });
        }),
      );
    });

    it(`${causes} cause(s): the gradient of incidence at horizons is the finite difference`, () => {
      fc.assert(
        fc.property(oneRow(causes), ({ baseline, outputs }) => {
          const horizons = [1, 3];
          const { incidence, gradient } = horizonGradients(head, baseline, horizons)(outputs, 0);
          const step = 2 ** -7;
          horizons.forEach((interval, h) => {
            const at = (o: Float32Array) => headIncidence(head, baseline, o).incidence[interval * causes]!;
            expect(incidence[h]).toBeCloseTo(at(outputs), 12);
            outputs.forEach((_, output) => {
              const [up, down] = [nudged(outputs, output, step), nudged(outputs, output, -step)];
              const slope = (at(up) - at(down)) / (up[output]! - down[output]!);
              expect(Math.abs(gradient[h * 2 * causes + output]! - slope)).toBeLessThan(1e-4);
            });
          });
        }),
      );
    });
  }
});

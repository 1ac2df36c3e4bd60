import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cumulativeIncidence,
  hazardsFromIncidence,
  hazardsFromLogits,
} from '../../../models/survival/hazards.ts';
import { intervalGrid } from '../../../models/survival/interval-grid.ts';
import { followUps } from './follow-ups.ts';

const [rows, intervals, causes] = [3, 5, 2];
const logits = fc
  .array(fc.double({ min: -8, max: 4, noNaN: true }), {
    minLength: rows * intervals * causes,
    maxLength: rows * intervals * causes,
  })
  .map((values) => Float64Array.from(values));

describe('discrete cause-specific hazards', () => {
  it('give incidences that add up to 1 with event-free survival', () => {
    fc.assert(
      fc.property(logits, (given) => {
        const { incidence, eventFree } = cumulativeIncidence(
          hazardsFromLogits(given, causes),
          intervals,
          causes,
        );
        for (const [cell, survival] of eventFree.entries()) {
          expect(incidence[2 * cell]! + incidence[2 * cell + 1]! + survival).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('come back from their incidences', () => {
    fc.assert(
      fc.property(logits, (given) => {
        const hazards = hazardsFromLogits(given, causes);
        const { incidence } = cumulativeIncidence(hazards, intervals, causes);
        for (const [at, back] of hazardsFromIncidence(incidence, intervals, causes).entries()) {
          expect(back).toBeCloseTo(hazards[at]!, 6);
        }
      }),
    );
  });

  it('start anew for each row', () => {
    const hazards = Float64Array.of(0.1, 0.2, 0.1, 0.2);
    const { incidence } = cumulativeIncidence(hazards, 2, 1);
    expect(incidence[0]).toBe(incidence[2]);
    expect(incidence[1]).toBeCloseTo(0.1 + 0.9 * 0.2, 15);
    expect(incidence[3]).toBe(incidence[1]);
  });

  it('are the logistic function with one cause, also for logits beyond e^x', () => {
    const [small, large] = hazardsFromLogits(Float64Array.of(-1, 900), 1);
    expect(small).toBeCloseTo(1 / (1 + Math.E), 12);
    expect(large).toBe(1);
  });
});

describe('interval grid', () => {
  it('rises, holds every horizon and ends at the last', () => {
    fc.assert(
      fc.property(followUps(2), fc.integer({ min: 2, max: 20 }), (followUp, count) => {
        const ends = intervalGrid(followUp, [4, 10], count);
        expect(ends.length).toBeLessThanOrEqual(count);
        expect(ends).toContain(4);
        expect(ends.at(-1)).toBe(10);
        for (let at = 1; at < ends.length; at++) expect(ends[at]!).toBeGreaterThan(ends[at - 1]!);
        expect(ends[0]).toBeGreaterThan(0);
      }),
    );
  });

  it('puts about as many events in each interval', () => {
    const time = Float64Array.from({ length: 1000 }, (_, row) => ((row + 1) / 1000) ** 2 * 36);
    const ends = intervalGrid({ time, event: new Uint8Array(1000).fill(1) }, [36], 10);
    const within = [...ends].map((end, at) => time.filter((t) => t <= end && t > (ends[at - 1] ?? 0)).length);
    expect(Math.max(...within) - Math.min(...within)).toBeLessThanOrEqual(2);
  });

  it('refuses horizons that do not rise', () => {
    const followUp = { time: Float64Array.of(1), event: Uint8Array.of(1) };
    expect(() => intervalGrid(followUp, [12, 12], 5)).toThrow(RangeError);
    expect(() => intervalGrid(followUp, [12, 36], 1)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { trusted } from '../../../models/risk/gain-of-blend.ts';
import { pairedGain } from '../../../models/risk/paired-gain.ts';
import type { PreparedStudy } from '../../../models/risk/prepare-study.ts';

const of = (person: number[]) => ({ study: { person: Int32Array.from(person) } }) as unknown as PreparedStudy;
const losses = (...values: number[]) => [
  { rows: Int32Array.from(values, (_, row) => row), losses: Float64Array.from(values) },
];

describe('the paired gain', () => {
  it('is the mean of what the second loses less, and has the error of that mean', () => {
    const { gain, standardError, firstLoss, people } = pairedGain(
      of([0, 1, 2, 3]),
      losses(1, 2, 3, 4),
      losses(0, 2, 2, 2),
    );
    expect([gain, firstLoss, people]).toEqual([1, 2.5, 4]);
    expect(standardError).toBeCloseTo(Math.sqrt(2) / 4, 12);
  });

  it('takes the rows of one person together', () => {
    const one = pairedGain(of([0, 0, 1, 1]), losses(2, 2, 1, 1), losses(1, 1, 1, 1));
    const two = pairedGain(of([0, 1]), losses(2, 1), losses(1, 1));
    expect(one.gain).toBe(two.gain);
    expect(one.standardError).toBeCloseTo(two.standardError, 12);
    expect(one.people).toBe(2);
  });

  it('is 0 without error where both lose the same', () => {
    expect(pairedGain(of([0, 1]), losses(1, 3), losses(1, 3))).toMatchObject({ gain: 0, standardError: 0 });
  });
});

describe('a blend that is trusted in part', () => {
  const blend = [0.3, 0.4, 0.3].map((share) => ({ share, timeScale: 1 }));

  it('keeps shares that sum to 1, and leaves to the additive model what it takes from the others', () => {
    const shares = trusted(blend, 0.5).map(({ share }) => share);
    expect(shares.reduce((sum, one) => sum + one)).toBeCloseTo(1, 12);
    expect(shares).toEqual([0.65, 0.2, 0.15]);
  });

  it('is itself when trusted wholly, and the additive model when not at all', () => {
    expect(trusted(blend, 1).map(({ share }) => share)[1]).toBe(0.4);
    expect(trusted(blend, 0).map(({ share }) => share)).toEqual([1, 0, 0]);
  });
});

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** A stream of draws of its own for each purpose: the same seed and purpose, the same draws. */
export function drawsFor(seed: number, purpose: number): RandomGenerator {
  const generator = xoroshiro128plus(
    (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b)) | 0,
  );
  for (let skipped = 0; skipped < 8; skipped++) generator.next();
  return generator;
}

/** Standard normal by Box and Muller. */
export function normalDraw(draws: RandomGenerator): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(draws)));
  return radius * Math.cos(2 * Math.PI * uniformFloat64(draws));
}

/** 0 … count − 1 in random order (Fisher and Yates). */
export function shuffledPositions(count: number, draws: RandomGenerator): Int32Array {
  const positions = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = uniformInt(draws, 0, at);
    const here = positions[at]!;
    positions[at] = positions[other]!;
    positions[other] = here;
  }
  return positions;
}

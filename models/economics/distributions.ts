import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { normalDraw } from '../risk/random-draws.ts';
import { z95 } from '../survival/confidence.ts';

/** A distribution of an uncertain quantity, named, and told by what is published about it. */
export type Distribution =
  | { readonly name: 'fixed'; readonly value: number }
  | { readonly name: 'normal'; readonly mean: number; readonly standardError: number }
  /** A ratio with its 95 % interval; > 0. The interval's ends need not lie evenly on the log scale. */
  | {
      readonly name: 'log-normal';
      readonly ratio: number;
      readonly lower95: number;
      readonly upper95: number;
    }
  /** A cost; > 0. */
  | { readonly name: 'gamma'; readonly mean: number; readonly standardError: number }
  /** A share; mean in (0, 1), standard error below that of a coin with this mean. */
  | { readonly name: 'beta'; readonly mean: number; readonly standardError: number }
  | { readonly name: 'uniform'; readonly lower: number; readonly upper: number };

/** Standard error of a mean whose 95 % interval is given. */
export const standardErrorOf = (lower95: number, upper95: number) => (upper95 - lower95) / (2 * z95);

/**
 * One draw from a distribution.
 *
 * log-normal: ln ratio + z (ln upper95 − ln lower95) / (2 · 1.96), so its median is the ratio. gamma: shape =
 * mean²/se², scale = se²/mean. beta: a = m k, b = (1 − m) k, k = m (1 − m)/se² − 1, as a ratio of gammas.
 *
 * @throws RangeError when the distribution is none
 * @source Briggs, Claxton & Sculpher 2006, Decision Modelling for Health Economic Evaluation, chapter 4;
 *   Marsaglia & Tsang 2000, ACM Trans Math Softw 26:363 (gamma)
 */
export function drawFrom(distribution: Distribution, draws: RandomGenerator): number {
  checkDistribution(distribution);
  switch (distribution.name) {
    case 'fixed':
      return distribution.value;
    case 'normal':
      return distribution.mean + distribution.standardError * normalDraw(draws);
    case 'log-normal': {
      const { ratio, lower95, upper95 } = distribution;
      return ratio * Math.exp(standardErrorOf(Math.log(lower95), Math.log(upper95)) * normalDraw(draws));
    }
    case 'gamma':
      return drawGamma(distribution.mean, distribution.standardError, draws);
    case 'beta':
      return drawBeta(distribution.mean, distribution.standardError, draws);
    case 'uniform':
      return distribution.lower + (distribution.upper - distribution.lower) * uniformFloat64(draws);
  }
}

function drawGamma(mean: number, standardError: number, draws: RandomGenerator): number {
  if (standardError === 0 || mean === 0) return mean;
  const relative = standardError / mean;
  return standardGamma(1 / (relative * relative), draws) * mean * relative * relative;
}

function drawBeta(mean: number, standardError: number, draws: RandomGenerator): number {
  if (standardError === 0) return mean;
  const size = (mean * (1 - mean)) / (standardError * standardError) - 1;
  const first = standardGamma(mean * size, draws);
  return first / (first + standardGamma((1 - mean) * size, draws));
}

/** Gamma of scale 1, by squeeze and rejection; below shape 1 from shape + 1 by a power of a uniform. */
function standardGamma(shape: number, draws: RandomGenerator): number {
  if (shape < 1) {
    const shrunk = Math.exp(Math.log(1 - uniformFloat64(draws)) / shape);
    return Math.max(Number.MIN_VALUE, standardGamma(shape + 1, draws) * shrunk);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(draws);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(1 - uniformFloat64(draws)) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

function checkDistribution(distribution: Distribution): void {
  const refuse = (isWrong: boolean, expected: string) => {
    if (isWrong) throw new RangeError(`${distribution.name}: expected ${expected}`);
  };
  const numbers = Object.values(distribution).filter((own) => typeof own === 'number');
  refuse(!numbers.every(Number.isFinite), 'finite numbers');
  if ('standardError' in distribution) refuse(distribution.standardError < 0, 'a standard error from 0');
  if (distribution.name === 'gamma') refuse(distribution.mean < 0, 'a mean from 0');
  if (distribution.name === 'uniform') refuse(distribution.lower > distribution.upper, 'lower ≤ upper');
  if (distribution.name === 'log-normal') {
    const { ratio, lower95, upper95 } = distribution;
    refuse(!(0 < lower95 && lower95 <= ratio && ratio <= upper95), '0 < lower95 ≤ ratio ≤ upper95');
  }
  if (distribution.name === 'beta') {
    const { mean, standardError } = distribution;
    refuse(!(mean > 0 && mean < 1), 'a mean between 0 and 1');
    refuse(standardError * standardError >= mean * (1 - mean), 'a standard error below √(mean (1 − mean))');
  }
}

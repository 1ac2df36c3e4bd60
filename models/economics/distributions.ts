import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { normalDraw } from '../risk/random-draws.ts';

/** How an uncertain value is distributed; `fixed` is a value whose interval has no width. */
export type Distribution =
  | { readonly kind: 'log-normal'; readonly logMean: number; readonly logSd: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'beta'; readonly a: number; readonly b: number }
  | { readonly kind: 'fixed'; readonly fixedAt: number };

/** A value with its 95 % interval, lower95 ≤ estimate ≤ upper95. */
export interface Estimated {
  readonly estimate: number;
  readonly lower95: number;
  readonly upper95: number;
}

/** Standard deviations between the ends of a 95 % interval: 2 × 1.959964. */
const widthOf95 = 3.919928;

/** A ratio: its logarithm is normal, the estimate the median, the interval's logarithm as wide as given. */
export function logNormalOf({ estimate, lower95, upper95 }: Estimated): Distribution {
  const logSd = Math.log(upper95 / lower95) / widthOf95;
  if (!(estimate > 0 && lower95 > 0)) throw new RangeError(`ratio: expected > 0, got ${lower95}`);
  return logSd > 0
    ? { kind: 'log-normal', logMean: Math.log(estimate), logSd }
    : { kind: 'fixed', fixedAt: estimate };
}

/** A cost or a stay: gamma by moments, the estimate its mean and (upper − lower)/3.92 its standard deviation. */
export function gammaOf({ estimate, lower95, upper95 }: Estimated): Distribution {
  const variance = squared((upper95 - lower95) / widthOf95);
  if (!(estimate >= 0)) throw new RangeError(`mean: expected ≥ 0, got ${estimate}`);
  return variance > 0 && estimate > 0
    ? { kind: 'gamma', shape: squared(estimate) / variance, scale: variance / estimate }
    : { kind: 'fixed', fixedAt: estimate };
}

/** A share: beta by moments; an interval too wide for any beta is taken as wide as a uniform one allows. */
export function betaOf({ estimate, lower95, upper95 }: Estimated): Distribution {
  if (!(estimate >= 0 && estimate <= 1)) throw new RangeError(`share: expected 0 to 1, got ${estimate}`);
  const spread = estimate * (1 - estimate);
  const variance = squared((upper95 - lower95) / widthOf95);
  if (variance === 0 || spread === 0) return { kind: 'fixed', fixedAt: estimate };
  const total = Math.max(spread / variance - 1, 2);
  return { kind: 'beta', a: estimate * total, b: (1 - estimate) * total };
}

/** The mean, exact. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'log-normal':
      return Math.exp(distribution.logMean + squared(distribution.logSd) / 2);
    case 'gamma':
      return distribution.shape * distribution.scale;
    case 'beta':
      return distribution.a / (distribution.a + distribution.b);
    case 'fixed':
      return distribution.fixedAt;
  }
}

/** One draw. */
export function drawFrom(distribution: Distribution, draws: RandomGenerator): number {
  switch (distribution.kind) {
    case 'log-normal':
      return Math.exp(distribution.logMean + distribution.logSd * normalDraw(draws));
    case 'gamma':
      return distribution.scale * gammaDraw(distribution.shape, draws);
    case 'beta': {
      const first = gammaDraw(distribution.a, draws);
      return first / (first + gammaDraw(distribution.b, draws));
    }
    case 'fixed':
      return distribution.fixedAt;
  }
}

/**
 * Standard gamma by squeeze-free rejection; a shape below 1 is drawn at shape + 1 and shrunk by U^(1/shape).
 * @source Marsaglia & Tsang 2000, ACM Trans Math Softw 26:363
 */
function gammaDraw(shape: number, draws: RandomGenerator): number {
  if (shape < 1) {
    const shrunk = Math.exp(Math.log(1 - uniformFloat64(draws)) / shape);
    return shrunk * gammaDraw(shape + 1, draws);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = normalDraw(draws);
    const root = 1 + c * normal;
    if (root <= 0) continue;
    const cube = root * root * root;
    const accepted = 0.5 * normal * normal + d - d * cube + d * Math.log(cube);
    if (Math.log(1 - uniformFloat64(draws)) < accepted) return d * cube;
  }
}

const squared = (value: number) => value * value;

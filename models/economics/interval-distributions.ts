import { type Distribution, standardErrorOf } from './distributions.ts';

/** A value with its 95 % interval, lower95 ≤ estimate ≤ upper95. */
export interface Estimated {
  readonly estimate: number;
  readonly lower95: number;
  readonly upper95: number;
}

const fixedAt = (value: number): Distribution => ({ name: 'fixed', value });

/** A ratio: log-normal, the estimate its median. */
export const logNormalOf = ({ estimate, lower95, upper95 }: Estimated): Distribution =>
  lower95 === upper95 ? fixedAt(estimate) : { name: 'log-normal', ratio: estimate, lower95, upper95 };

/** A cost or a stay: gamma, the estimate its mean. */
export function gammaOf({ estimate, lower95, upper95 }: Estimated): Distribution {
  const standardError = standardErrorOf(lower95, upper95);
  return estimate === 0 || standardError === 0
    ? fixedAt(estimate)
    : { name: 'gamma', mean: estimate, standardError };
}

/** A share: beta, the estimate its mean; an interval too wide for any beta is narrowed to a wide one. */
export function betaOf({ estimate, lower95, upper95 }: Estimated): Distribution {
  const spread = estimate * (1 - estimate);
  const standardError = Math.min(standardErrorOf(lower95, upper95), Math.sqrt(spread / 3));
  return spread === 0 || standardError === 0
    ? fixedAt(estimate)
    : { name: 'beta', mean: estimate, standardError };
}

/** Mean and standard deviation of the logarithm of a ratio. @throws RangeError when it is not log-normal or fixed */
export function logMoments(distribution: Distribution): readonly [number, number] {
  if (distribution.name === 'fixed') return [Math.log(distribution.value), 0];
  if (distribution.name !== 'log-normal') {
    throw new RangeError(`ratio: expected log-normal or fixed, got ${distribution.name}`);
  }
  const { ratio, lower95, upper95 } = distribution;
  return [Math.log(ratio), standardErrorOf(Math.log(lower95), Math.log(upper95))];
}

/** The mean, exact. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.name) {
    case 'fixed':
      return distribution.value;
    case 'log-normal': {
      const [logMean, logSd] = logMoments(distribution);
      return Math.exp(logMean + (logSd * logSd) / 2);
    }
    case 'uniform':
      return (distribution.lower + distribution.upper) / 2;
    default:
      return distribution.mean;
  }
}

/** A share with its 95 % interval. @source Wilson 1927 */
export function wilson(successes: number, trials: number) {
  const z = 1.959964;
  const share = successes / trials;
  const centre = (share + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials);
  const half =
    (z / (1 + z ** 2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return { share, lower: centre - half, upper: centre + half };
}

/**
 * By how much more often the attacker is right than somebody who knows the published statistics alone, on the same
 * victims, with the 95 % interval of the paired difference.
 */
export function advantage(pairs: readonly { readonly attacker: boolean; readonly baseline: boolean }[]) {
  const differences = pairs.map(({ attacker, baseline }) => Number(attacker) - Number(baseline));
  const mean = differences.reduce((sum, one) => sum + one, 0) / pairs.length;
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (pairs.length - 1);
  const half = 1.959964 * Math.sqrt(variance / pairs.length);
  return { share: mean, lower: mean - half, upper: mean + half };
}

export const told = (what: string, { share, lower, upper }: ReturnType<typeof wilson>) =>
  process.stdout.write(`${what}: ${share.toFixed(3)} (${lower.toFixed(3)} to ${upper.toFixed(3)})\n`);

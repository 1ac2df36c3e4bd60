import { isFollowedTo, type StatusAtHorizon, type StatusOptions, statusAtHorizon } from './censoring.ts';
import { distinctValues } from './distinct-values.ts';
import type { FollowUp } from './follow-up.ts';

/** The yes/no outcome with censoring weighted in each stratum by its own distribution. */
export interface StatusInStrata {
  readonly status: StatusAtHorizon;
  /** How often each row counts; 0 in a stratum that nobody was followed in to the horizon. */
  readonly rowWeight: Float64Array;
}

/**
 * `statusAtHorizon` where who is censored depends on the stratum, such as the year of recruitment: inside one, those who
 * are still followed stand for those of that stratum who are not. Weights sum to the rows of the strata that count.
 *
 * @param stratumOfRow 0, 1, 2, …
 * @returns undefined when no stratum was followed so far
 * @source Robins & Finkelstein 2000, Biometrics 56:779
 */
export function statusInStrata(
  followUp: FollowUp,
  horizon: number,
  stratumOfRow: Int32Array,
  options: StatusOptions = {},
): StatusInStrata | undefined {
  const { rowWeight, timeline = distinctValues(followUp.time) } = options;
  const rows = stratumOfRow.length;
  const all = { isCase: new Uint8Array(rows), weight: new Float64Array(rows) };
  const counts = new Float64Array(rows);
  let isFollowed = false;
  for (const stratum of new Set(stratumOfRow)) {
    const own = counts.map((_, row) => (stratumOfRow[row] === stratum ? (rowWeight?.[row] ?? 1) : 0));
    if (!isFollowedTo(followUp, horizon, own)) continue;
    isFollowed = true;
    const { isCase, weight } = statusAtHorizon(followUp, horizon, { rowWeight: own, timeline });
    for (let row = 0; row < rows; row++) {
      if (stratumOfRow[row] !== stratum) continue;
      all.isCase[row] = isCase[row]!;
      all.weight[row] = weight[row]!;
      counts[row] = own[row]!;
    }
  }
  return isFollowed ? { status: all, rowWeight: counts } : undefined;
}

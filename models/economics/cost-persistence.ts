/** How this year's figure follows from last year's: intercept + slope × last year's. */
export interface Persistence {
  readonly intercept: number;
  readonly slope: number;
}

/** Nothing is known of an earlier year: last year's figure goes on. */
export const asLastYear: Persistence = { intercept: 0, slope: 1 };

/**
 * How far a yearly figure persists, by least squares over people: costs of a bad year fall back towards the
 * mean, and to plan as if they went on would promise savings that come by themselves (regression to the mean).
 * The slope is kept within 0 and 1.
 *
 * @param earlier of each person, the year before last; NaN is left out
 * @param later of the same people, last year
 * @returns `asLastYear` where fewer than ten people have both, or the earlier year is the same for all
 */
export function persistenceOf(earlier: ArrayLike<number>, later: ArrayLike<number>): Persistence {
  let [people, sumEarlier, sumLater] = [0, 0, 0];
  const isKnown = (at: number) => !Number.isNaN(earlier[at]! + later[at]!);
  for (let at = 0; at < earlier.length; at++) {
    if (!isKnown(at)) continue;
    people++;
    sumEarlier += earlier[at]!;
    sumLater += later[at]!;
  }
  const [meanEarlier, meanLater] = [sumEarlier / people, sumLater / people];
  let [spread, together] = [0, 0];
  for (let at = 0; at < earlier.length; at++) {
    if (!isKnown(at)) continue;
    const apart = earlier[at]! - meanEarlier;
    spread += apart * apart;
    together += apart * (later[at]! - meanLater);
  }
  if (people < 10 || spread === 0) return asLastYear;
  const slope = Math.min(1, Math.max(0, together / spread));
  return { intercept: Math.max(0, meanLater - slope * meanEarlier), slope };
}

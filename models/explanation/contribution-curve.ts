import { curveEdges, placeAmong } from './curve-edges.ts';

/** How many rows stand at a place, rounded to tens; so few that someone could be singled out are not told. */
export type RowsTold = number | 'suppressed';

/** Rows and what goes with them: the mean contribution, in probability, per horizon. */
export interface CurvePlace {
  readonly rows: RowsTold;
  readonly effects: readonly number[];
}

/** How contributions change along one feature. */
export interface ContributionCurve {
  readonly feature: string;
  /** Rising in value, in the feature's unit; none where too few have the feature. `rows`: above the value before and up to this one; the last: and above. */
  readonly points: readonly (CurvePlace & { readonly value: number })[];
  /** Rows that lack the feature; null where none does. */
  readonly missing: CurvePlace | null;
}

/**
 * Mean contributions along a feature's values: of the feature itself, or of the group it is of. They are those by which
 * reasons are given, so that at every place the curve is what reasons say of those who stand there, on average.
 *
 * @param values of the feature, one a row; NaN is missing
 * @param effects contributions, rows × horizons
 */
export function contributionCurve(
  feature: string,
  values: Float64Array,
  effects: Float64Array,
): ContributionCurve {
  const edges = curveEdges(values);
  const rowsAt: number[][] = edges.map(() => []);
  const lacking: number[] = [];
  values.forEach((value, row) => {
    if (Number.isNaN(value)) lacking.push(row);
    else if (edges.length > 0) rowsAt[placeAmong(edges, value)]!.push(row);
  });
  const horizons = values.length === 0 ? 0 : effects.length / values.length;
  const placeOf = (rows: readonly number[]) => ({
    rows: told(rows.length),
    effects: Array.from({ length: horizons }, (_, h) => mean(rows, (row) => effects[row * horizons + h]!)),
  });
  const points = edges.map((value, at) => ({
    value: Number(value.toPrecision(3)),
    ...placeOf(rowsAt[at]!),
  }));
  return { feature, points, missing: lacking.length === 0 ? null : placeOf(lacking) };
}

const mean = (rows: readonly number[], of: (row: number) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0) / Math.max(1, rows.length);

const smallestCell = 5;

const told = (rows: number): RowsTold => (rows < smallestCell ? 'suppressed' : 10 * Math.round(rows / 10));

import { type PredictorTable, pickPredictors } from '../risk/predictor-table.ts';
import { type AskedModel, withColumns } from './asked-model.ts';
import { curveEdges, placeAmong } from './curve-edges.ts';

/** How many rows stand at a place, rounded to tens; so few that someone could be singled out are not told. */
export type RowsTold = number | 'suppressed';

/** Rows and what goes with them: the change in probability from the feature's average, per horizon. */
export interface CurvePlace {
  readonly rows: RowsTold;
  readonly effects: readonly number[];
}

/** How the predictions change along one feature, everything else as it is. */
export interface FeatureCurve {
  readonly feature: string;
  /** Rising in value, in the feature's unit; none where too few have the feature. `rows`: above the value before and up to this one; the last: and above. */
  readonly points: readonly (CurvePlace & { readonly value: number })[];
  /** Rows that lack the feature, on the same scale; null where none does, or all do. */
  readonly missing: CurvePlace | null;
}

/** Rows whose predictions are known, and the model to ask about changed ones. */
export interface KnownRows {
  readonly table: PredictorTable;
  /** rows × horizons */
  readonly probability: Float64Array;
  readonly ask: AskedModel;
}

/**
 * Accumulated local effects of one feature: in each interval between two values, the mean change of the
 * predictions of the rows that lie in it when the feature goes from the one to the other; summed from the
 * left, and the rows' mean taken off. A row is asked about near its own value only, so that ties between
 * features (days in hospital and their cost) are not torn as in partial dependence.
 *
 * @param feature a column of the table
 * @source Apley & Zhu 2020, J R Stat Soc B 82:1059, equation 15
 */
export async function featureCurve(known: KnownRows, feature: string): Promise<FeatureCurve> {
  const column = known.table.columns[known.table.names.indexOf(feature)]!;
  const edges = curveEdges(column);
  const having = rowsWhere(column, (value) => !Number.isNaN(value));
  const lacking = rowsWhere(column, Number.isNaN);
  if (edges.length === 0) return { feature, points: [], missing: null };
  const places = having.map((row) => placeAmong(edges, column[row]!));
  const curve = centred(await accumulated(known, feature, having, places, edges), places);
  const counts = new Array<number>(edges.length).fill(0);
  for (const place of places) counts[place]! += 1;
  const points = edges.map((value, at) => ({
    value: Number(value.toPrecision(3)),
    rows: told(counts[at]!),
    effects: curve.map((ofHorizon) => ofHorizon[at]!),
  }));
  if (lacking.length === 0) return { feature, points, missing: null };
  const middle = placeAmong(
    edges,
    column.filter((value) => !Number.isNaN(value)).sort()[having.length >> 1]!,
  );
  const effects = (await lifted(known, feature, lacking, edges[middle]!)).map(
    (lift, horizon) => curve[horizon]![middle]! + lift,
  );
  return { feature, points, missing: { rows: told(lacking.length), effects } };
}

/** Per horizon, the curve at each edge, 0 at the first. */
async function accumulated(
  known: KnownRows,
  feature: string,
  rows: Int32Array,
  places: Int32Array,
  edges: readonly number[],
): Promise<Float64Array[]> {
  const horizons = known.probability.length / known.table.rows;
  const interval = places.map((place) => Math.max(1, place));
  const curve = Array.from({ length: horizons }, () => new Float64Array(edges.length));
  if (edges.length === 1) return curve;
  const valuesAt = (shift: number) => Float64Array.from(interval, (own) => edges[own - shift]!);
  const low = await probabilityAt(known, feature, rows, valuesAt(1));
  const high = await probabilityAt(known, feature, rows, valuesAt(0));
  const counts = new Float64Array(edges.length);
  interval.forEach((own, at) => {
    counts[own]! += 1;
    curve.forEach((ofHorizon, h) => {
      ofHorizon[own]! += high[at * horizons + h]! - low[at * horizons + h]!;
    });
  });
  for (const ofHorizon of curve) {
    for (let at = 1; at < edges.length; at++) {
      ofHorizon[at] = ofHorizon[at - 1]! + (counts[at]! > 0 ? ofHorizon[at]! / counts[at]! : 0);
    }
  }
  return curve;
}

function centred(curve: readonly Float64Array[], places: Int32Array): Float64Array[] {
  return curve.map((ofHorizon) => {
    const mean = places.reduce((sum, place) => sum + ofHorizon[place]!, 0) / places.length;
    return ofHorizon.map((effect) => effect - mean);
  });
}

/** Per horizon, how much rows as they are lie above themselves with a value put in. */
async function lifted(known: KnownRows, feature: string, rows: Int32Array, value: number) {
  const horizons = known.probability.length / known.table.rows;
  const filled = await probabilityAt(known, feature, rows, new Float64Array(rows.length).fill(value));
  return Array.from({ length: horizons }, (_, h) => {
    const sum = rows.reduce(
      (total, row, at) => total + known.probability[row * horizons + h]! - filled[at * horizons + h]!,
      0,
    );
    return sum / rows.length;
  });
}

/** Predictions of rows with other values of a feature; a row whose value stays is not asked about again. */
async function probabilityAt(
  { table, probability, ask }: KnownRows,
  feature: string,
  rows: Int32Array,
  values: Float64Array,
): Promise<Float64Array> {
  const horizons = probability.length / table.rows;
  const position = table.names.indexOf(feature);
  const changed = rowsWhere(values, (value, at) => value !== table.columns[position]![rows[at]!]);
  const found = new Float64Array(rows.length * horizons);
  rows.forEach((row, at) => {
    found.set(probability.subarray(row * horizons, (row + 1) * horizons), at * horizons);
  });
  if (changed.length === 0) return found;
  const picked = pickPredictors(
    table,
    changed.map((at) => rows[at]!),
  );
  const others = Float64Array.from(changed, (at) => values[at]!);
  const asked = await ask(withColumns(picked, (column) => (column === position ? others : undefined)));
  changed.forEach((at, place) => {
    found.set(asked.subarray(place * horizons, (place + 1) * horizons), at * horizons);
  });
  return found;
}

function rowsWhere(column: Float64Array, isTaken: (value: number, row: number) => boolean): Int32Array {
  return Int32Array.from(column, (_, row) => row).filter((row) => isTaken(column[row]!, row));
}

const smallestCell = 5;

const told = (rows: number): RowsTold => (rows < smallestCell ? 'suppressed' : 10 * Math.round(rows / 10));

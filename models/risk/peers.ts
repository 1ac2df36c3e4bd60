import { columnsByName, type PredictorTable, pickPredictors } from './predictor-table.ts';
import { typicalValues } from './typical-values.ts';

/**
 * In what people must be alike to be compared: of each predictor the values, rising, at which a new stretch begins.
 * Where too few are alike in all, they are alike in all but the last, and so on.
 */
export type PeerCuts = Readonly<Record<string, readonly number[]>>;

/** Whom each person is compared with: what is typical among their peers. */
export interface Peers {
  readonly cuts: PeerCuts;
  /** By the stretches that peers share, first cut first (`/3/1`): a typical value of each predictor; null is missing. */
  readonly typical: Readonly<Record<string, readonly (number | null)[]>>;
}

const mostLearningRows = 60_000;
const leastRows = 100;

/**
 * Learns what is typical among peers from training rows.
 *
 * @param table at most 60,000 of its rows are looked at, evenly spread; of fewer than 100 alike nothing is learnt
 */
export function learnPeers(table: PredictorTable, cuts: PeerCuts): Peers {
  const stride = Math.ceil(table.rows / mostLearningRows);
  const rowsOf = new Map<string, number[]>([['', []]]);
  const stretches = stretchesOf(table, cuts);
  for (let row = 0; row < table.rows; row += stride) {
    for (const key of keysOf(stretches, row)) {
      if (!rowsOf.has(key)) rowsOf.set(key, []);
      rowsOf.get(key)!.push(row);
    }
  }
  const many = [...rowsOf].filter(([key, rows]) => key === '' || rows.length >= leastRows);
  const typical = many.map(([key, rows]) => [key, typicalAmong(table, rows)] as const);
  return { cuts, typical: Object.fromEntries(typical.sort(([one], [other]) => (one < other ? -1 : 1))) };
}

const typicalAmong = (table: PredictorTable, rows: readonly number[]) =>
  Array.from(typicalValues(pickPredictors(table, rows)), (value) => (Number.isNaN(value) ? null : value));

/**
 * For each row somebody typical: of the same value in what peers are alike in, and otherwise as is typical of them.
 *
 * @param names the predictors in the order of `typical`
 */
export function typicalPeers(
  table: PredictorTable,
  names: readonly string[],
  { cuts, typical }: Peers,
): PredictorTable {
  const stretches = stretchesOf(table, cuts);
  const ofRow = Array.from({ length: table.rows }, (_, row) => {
    const key = keysOf(stretches, row).findLast((each) => each in typical);
    return typical[key ?? '']!;
  });
  const columns = columnsByName(table, names).map((own, at) =>
    names[at]! in cuts ? own : Float64Array.from(ofRow, (values) => values[at] ?? Number.NaN),
  );
  return { names, rows: table.rows, columns };
}

interface Stretches {
  readonly column: Float64Array;
  readonly cuts: readonly number[];
}

const stretchesOf = (table: PredictorTable, cuts: PeerCuts): Stretches[] =>
  columnsByName(table, Object.keys(cuts)).map((column, at) => ({ column, cuts: Object.values(cuts)[at]! }));

/** Of ever more alike, from everybody on; who lacks a value is alike in what comes before it. */
function keysOf(stretches: readonly Stretches[], row: number): string[] {
  const keys = [''];
  let key = '';
  for (const { column, cuts } of stretches) {
    const value = column[row]!;
    if (Number.isNaN(value)) break;
    const stretch = cuts.filter((cut) => value >= cut).length;
    key += `/${stretch}`;
    keys.push(key);
  }
  return keys;
}

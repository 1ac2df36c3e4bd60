import type { PredictorTable } from '../ports/risk-network.ts';

/** A column of any table as it stands: in each row a number, a text or nothing. */
export interface MixedColumn {
  readonly name: string;
  /** NaN where the row has a text or nothing. */
  readonly numbers: Float64Array;
  /** Different texts of the column; none in a column of numbers. */
  readonly texts: readonly string[];
  /** Row to position in `texts`; −1 where the row has a number or nothing. */
  readonly textOfRow: Int32Array;
}

/** A text rarer than this among the training rows is pooled with the other rare ones. */
const leastLevelShare = 0.01;
const leastLevelRows = 5;

/** What a row says beside a number. */
const nothing = -1;
const aNumber = -2;

/** What one predictor is in a row of the table. */
type Predictor = (row: number) => number;

/**
 * Learns from training rows alone how columns become predictors: the numbers as they are; a 0/1 predictor for
 * each common text, and one for all that are rare or never seen in training. In a column without numbers a
 * missing value is a text like another, and the commonest is what the others are compared with.
 *
 * @returns the predictors of any rows, in the order given
 */
export function learnPredictors(
  columns: readonly MixedColumn[],
  training: Int32Array,
): (rows: Int32Array) => PredictorTable {
  const learnt = columns.flatMap((column): Predictor[] => {
    const hasNumbers = training.some((row) => !Number.isNaN(column.numbers[row]!));
    const number: Predictor = (row) => column.numbers[row]!;
    if (column.texts.length === 0) return hasNumbers ? [number] : [];
    const texts = textIndicators(column, training, hasNumbers);
    return hasNumbers ? [number, ...texts] : texts;
  });
  const names = learnt.map((_, at) => `predictor ${at + 1}`);
  return (rows) => ({
    names,
    rows: rows.length,
    columns: learnt.map((predictor) => Float64Array.from(rows, predictor)),
  });
}

function textIndicators(column: MixedColumn, training: Int32Array, hasNumbers: boolean): Predictor[] {
  const levels = commonLevels(column, training, hasNumbers);
  const least = leastRows(training);
  const known = new Set([...levels, aNumber, ...(hasNumbers ? [nothing] : [])]);
  const isPooled: Predictor = (row) => Number(!known.has(levelOf(column, row)));
  const pooled = training.reduce((rows, row) => rows + isPooled(row), 0);
  const compared = hasNumbers ? levels : levels.slice(1);
  const indicators = compared.map(
    (level): Predictor =>
      (row) =>
        Number(levelOf(column, row) === level),
  );
  return pooled >= least ? [...indicators, isPooled] : indicators;
}

/** The commonest first; of equally common ones the first in the alphabet. */
function commonLevels(column: MixedColumn, training: Int32Array, hasNumbers: boolean): number[] {
  const counts = new Map<number, number>();
  for (const row of training) {
    const level = levelOf(column, row);
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  counts.delete(aNumber);
  if (hasNumbers) counts.delete(nothing);
  const text = (level: number) => column.texts[level] ?? '';
  return [...counts]
    .filter(([, rows]) => rows >= leastRows(training))
    .sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || (text(a) < text(b) ? -1 : 1))
    .map(([level]) => level);
}

const leastRows = (training: Int32Array) => Math.max(leastLevelRows, leastLevelShare * training.length);

function levelOf({ numbers, textOfRow }: MixedColumn, row: number): number {
  return Number.isNaN(numbers[row]!) ? textOfRow[row]! : aNumber;
}

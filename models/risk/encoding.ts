import { type ColumnScale, learnColumn, scaled } from './column-scale.ts';
import { type CurvedBasis, learnCurvedBasis, writeCurves } from './natural-spline.ts';
import { heightAt, learnNormalScores, type ScoreCurve } from './normal-scores.ts';
import { columnsByName, type PredictorTable } from './predictor-table.ts';

/** How one predictor becomes inputs: scaled value, flags, and normal scores or curves. */
export interface ColumnEncoding {
  readonly name: string;
  readonly scale: ColumnScale;
  readonly scores: ScoreCurve | null;
  readonly curves: CurvedBasis | null;
  /** First input of this predictor, and how many it has. */
  readonly offset: number;
  readonly width: number;
}

/** A whole table's encoding; plain data, so that JSON keeps it exactly. */
export interface Encoding {
  readonly width: number;
  readonly columns: readonly ColumnEncoding[];
}

/** `normal-scores` for the network, `curves` (natural splines) for the additive model. */
export type Expansion = 'normal-scores' | 'curves';

const curveDeviation = 0.3;
const mostLearningRows = 60_000;

/**
 * Learns an encoding from training rows only. Columns that tell nothing are left out.
 *
 * @param table at most 60,000 of its rows are looked at, evenly spread
 * @throws RangeError when no predictor tells anything
 */
export function learnEncoding(table: PredictorTable, expansion: Expansion): Encoding {
  const stride = Math.ceil(table.rows / mostLearningRows);
  const columns: ColumnEncoding[] = [];
  let width = 0;
  table.names.forEach((name, at) => {
    const column = table.columns[at]!;
    const encoding = learnOne(
      name,
      column.filter((_, row) => row % stride === 0),
      expansion,
      width,
    );
    if (!encoding) return;
    columns.push(encoding);
    width += encoding.width;
  });
  if (width === 0) throw new RangeError('predictors: expected one that varies, got none');
  return { width, columns };
}

function learnOne(
  name: string,
  column: Float64Array,
  expansion: Expansion,
  offset: number,
): ColumnEncoding | undefined {
  const learnt = learnColumn(column);
  if (!learnt) return undefined;
  const { scale, sorted, distinct } = learnt;
  const isExpanded = distinct > 2;
  const scores = isExpanded && expansion === 'normal-scores' ? learnNormalScores(sorted) : null;
  const modal = scale.modal === null ? undefined : scaled(scale, scale.modal);
  const curves =
    isExpanded && expansion === 'curves' ? learnCurvedBasis(sorted, modal, curveDeviation) : null;
  const flags = Number(scale.modal !== null) + Number(scale.hasMissingFlag);
  const width = 1 + flags + Number(scores !== null) + (curves?.curves ?? 0);
  return { name, scale, scores, curves: curves ?? null, offset, width };
}

/**
 * Inputs of each row.
 *
 * @returns rows × width, row-major: per predictor the scaled value, the modal flag, the missing flag, then
 *   the normal score or the curves
 */
export function encode(encoding: Encoding, table: PredictorTable): Float32Array {
  const { width } = encoding;
  const inputs = new Float32Array(table.rows * width);
  const columns = columnsByName(
    table,
    encoding.columns.map(({ name }) => name),
  );
  encoding.columns.forEach((column, at) => {
    writeColumn(column, columns[at]!, inputs, width);
  });
  return inputs;
}

function writeColumn(
  { scale, scores, curves, offset }: ColumnEncoding,
  column: Float64Array,
  inputs: Float32Array,
  width: number,
): void {
  for (let row = 0; row < column.length; row++) {
    const raw = column[row]!;
    const value = scaled(scale, raw);
    let at = row * width + offset;
    inputs[at++] = value;
    if (scale.modal !== null) inputs[at++] = raw === scale.modal ? 1 : 0;
    if (scale.hasMissingFlag) inputs[at++] = Number.isNaN(raw) ? 1 : 0;
    if (scores) inputs[at++] = heightAt(scores, value);
    if (curves) writeCurves(curves, value, inputs, at);
  }
}

/** Input to the position of its predictor's group in `groupNames`. */
export function groupOfInput(
  encoding: Encoding,
  groups: Readonly<Record<string, string>>,
  groupNames: readonly string[],
): Int32Array {
  const groupOf = new Int32Array(encoding.width);
  for (const { name, offset, width } of encoding.columns) {
    groupOf.fill(groupNames.indexOf(groups[name] ?? name), offset, offset + width);
  }
  return groupOf;
}

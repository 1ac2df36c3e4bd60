import { type ColumnScale, learnColumn, scaled } from './column-scale.ts';
import { type CurvedBasis, learnCurvedBasis, writeCurves } from './natural-spline.ts';
import { heightAt, learnNormalScores, type ScoreCurve } from './normal-scores.ts';
import { columnsByName, type PredictorTable } from './predictor-table.ts';

/**
 * How one predictor becomes inputs: the scaled value, a flag for the modal value, a flag for missing; then
 * normal scores or curves, where the predictor has more than two values.
 */
export interface ColumnEncoding {
  readonly name: string;
  readonly scale: ColumnScale;
  readonly scores: ScoreCurve | null;
  readonly curves: CurvedBasis | null;
}

/** `normal-scores` for networks, `curves` (natural splines) for the additive model. */
export const expansions = ['normal-scores', 'curves'] as const;
export type Expansion = (typeof expansions)[number];

/** A whole table's encoding; plain data, so that JSON keeps it exactly. */
export interface Encoding {
  readonly columns: readonly ColumnEncoding[];
}

/** Rows × width, row-major, for each expansion. */
export type EncodedInputs = Readonly<Record<Expansion, Float32Array>>;

const curveDeviation = 0.3;
const mostLearningRows = 60_000;

/**
 * Learns an encoding from training rows only. Columns that tell nothing are left out.
 *
 * @param table at most 60,000 of its rows are looked at, evenly spread
 * @throws RangeError when no predictor tells anything
 */
export function learnEncoding(table: PredictorTable): Encoding {
  const stride = Math.ceil(table.rows / mostLearningRows);
  const columns = table.names.flatMap((name, at) => {
    const looked =
      stride === 1 ? table.columns[at]! : table.columns[at]!.filter((_, row) => row % stride === 0);
    return learnOne(name, looked) ?? [];
  });
  if (columns.length === 0) throw new RangeError('predictors: expected one that varies, got none');
  return { columns };
}

function learnOne(name: string, column: Float64Array): ColumnEncoding | undefined {
  const learnt = learnColumn(column);
  if (!learnt) return undefined;
  const { scale, sorted, distinct } = learnt;
  if (distinct <= 2) return { name, scale, scores: null, curves: null };
  const modal = scale.modal === null ? undefined : scaled(scale, scale.modal);
  const curves = learnCurvedBasis(sorted, modal, curveDeviation) ?? null;
  return { name, scale, scores: learnNormalScores(sorted), curves };
}

/** How many inputs a predictor has. */
export function columnWidth({ scale, scores, curves }: ColumnEncoding, expansion: Expansion): number {
  const plain = 1 + Number(scale.modal !== null) + Number(scale.hasMissingFlag);
  return plain + (expansion === 'curves' ? (curves?.curves ?? 0) : Number(scores !== null));
}

/** How many inputs a row has. */
export function encodedWidth({ columns }: Encoding, expansion: Expansion): number {
  return columns.reduce((sum, column) => sum + columnWidth(column, expansion), 0);
}

/** Inputs of each row, for both expansions. */
export function encode(encoding: Encoding, table: PredictorTable): EncodedInputs {
  const columns = columnsByName(
    table,
    encoding.columns.map(({ name }) => name),
  );
  const [forScores, forCurves] = expansions.map((expansion) => {
    const width = encodedWidth(encoding, expansion);
    return { width, offset: 0, inputs: new Float32Array(table.rows * width) };
  }) as [Written, Written];
  encoding.columns.forEach((column, at) => {
    writeColumn(column, columns[at]!, forScores, forCurves);
    forScores.offset += columnWidth(column, 'normal-scores');
    forCurves.offset += columnWidth(column, 'curves');
  });
  return { 'normal-scores': forScores.inputs, curves: forCurves.inputs };
}

interface Written {
  readonly inputs: Float32Array;
  readonly width: number;
  offset: number;
}

function writeColumn(
  { scale, scores, curves }: ColumnEncoding,
  column: Float64Array,
  forScores: Written,
  forCurves: Written,
): void {
  for (let row = 0; row < column.length; row++) {
    const raw = column[row]!;
    const value = scaled(scale, raw);
    let a = row * forScores.width + forScores.offset;
    let b = row * forCurves.width + forCurves.offset;
    forScores.inputs[a++] = forCurves.inputs[b++] = value;
    if (scale.modal !== null) forScores.inputs[a++] = forCurves.inputs[b++] = raw === scale.modal ? 1 : 0;
    if (scale.hasMissingFlag) forScores.inputs[a++] = forCurves.inputs[b++] = Number.isNaN(raw) ? 1 : 0;
    if (scores) forScores.inputs[a] = heightAt(scores, value);
    if (curves) writeCurves(curves, value, forCurves.inputs, b);
  }
}

/** Input to the position of its predictor's group in `groupNames`. */
export function groupOfInput(
  { columns }: Encoding,
  expansion: Expansion,
  groups: Readonly<Record<string, string>>,
  groupNames: readonly string[],
): Int32Array {
  return Int32Array.from(
    columns.flatMap((column) => {
      const group = groupNames.indexOf(groups[column.name] ?? column.name);
      return new Array<number>(columnWidth(column, expansion)).fill(group);
    }),
  );
}

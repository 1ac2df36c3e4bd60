import { type ColumnScale, learnColumn, scaled } from './column-scale.ts';
import { type CurvedBasis, learnCurvedBasis, writeCurves } from './natural-spline.ts';
import { heightAt, learnNormalScores, type ScoreCurve } from './normal-scores.ts';
import { learnEdges, writeBins } from './piecewise-bins.ts';
import { columnsByName, type PredictorTable } from './predictor-table.ts';

/**
 * How one predictor becomes inputs: the scaled value, a flag for the modal value, a flag for missing; then
 * normal scores, bins or curves, where the predictor has more than two values.
 */
export interface ColumnEncoding {
  readonly name: string;
  readonly scale: ColumnScale;
  readonly scores: ScoreCurve | null;
  readonly curves: CurvedBasis | null;
  /** Rising edges of the bins. */
  readonly edges: readonly number[] | null;
}

/**
 * `curves` (natural splines) for the additive model; `normal-scores` or `bins` (piecewise linear) for networks;
 * `plain`, nothing added, for trees.
 */
export const expansions = ['plain', 'normal-scores', 'bins', 'curves'] as const;
export type Expansion = (typeof expansions)[number];

/** A whole table's encoding; plain data, so that JSON keeps it exactly. */
export interface Encoding {
  readonly columns: readonly ColumnEncoding[];
}

const curveDeviation = 0.3;
const mostLearningRows = 60_000;

/**
 * Learns an encoding from training rows only. Columns that tell nothing are left out.
 *
 * @param table at most 60,000 of its rows are looked at, evenly spread
 * @param bins of each predictor, at most
 * @throws RangeError when no predictor tells anything
 */
export function learnEncoding(table: PredictorTable, bins: number): Encoding {
  const stride = Math.ceil(table.rows / mostLearningRows);
  const columns = table.names.flatMap((name, at) => {
    const looked =
      stride === 1 ? table.columns[at]! : table.columns[at]!.filter((_, row) => row % stride === 0);
    return learnOne(name, looked, bins) ?? [];
  });
  if (columns.length === 0) throw new RangeError('predictors: expected one that varies, got none');
  return { columns };
}

function learnOne(name: string, column: Float64Array, bins: number): ColumnEncoding | undefined {
  const learnt = learnColumn(column);
  if (!learnt) return undefined;
  const { scale, sorted, distinct } = learnt;
  if (distinct <= 2) return { name, scale, scores: null, curves: null, edges: null };
  const modal = scale.modal === null ? undefined : scaled(scale, scale.modal);
  return {
    name,
    scale,
    scores: learnNormalScores(sorted),
    curves: learnCurvedBasis(sorted, modal, curveDeviation) ?? null,
    edges: learnEdges(sorted, modal, bins) ?? null,
  };
}

/** How many inputs a predictor has. */
export function columnWidth({ scale, scores, curves, edges }: ColumnEncoding, expansion: Expansion): number {
  const plain = 1 + Number(scale.modal !== null) + Number(scale.hasMissingFlag);
  if (expansion === 'plain') return plain;
  if (expansion === 'curves') return plain + (curves?.curves ?? 0);
  if (expansion === 'bins') return plain + (edges ? edges.length - 1 : 0);
  return plain + Number(scores !== null);
}

/** Positions of the plain inputs among a row's. */
export function plainPositions({ columns }: Encoding, expansion: Expansion): Int32Array {
  let offset = 0;
  return Int32Array.from(
    columns.flatMap((column) => {
      const start = offset;
      offset += columnWidth(column, expansion);
      return Array.from({ length: columnWidth(column, 'plain') }, (_, at) => start + at);
    }),
  );
}

/** By input of `curves`: 1 for the curved part of an effect. */
export function curveFlags({ columns }: Encoding): Uint8Array {
  return Uint8Array.from(
    columns.flatMap((column) => {
      const plain = columnWidth(column, 'plain');
      return Array.from({ length: columnWidth(column, 'curves') }, (_, at) => Number(at >= plain));
    }),
  );
}

/** How many inputs a row has. */
export function encodedWidth({ columns }: Encoding, expansion: Expansion): number {
  return columns.reduce((sum, column) => sum + columnWidth(column, expansion), 0);
}

/**
 * Inputs of rows.
 *
 * @param rows which ones, in this order; absent: all
 * @returns rows × width, row-major
 */
export function encode(
  encoding: Encoding,
  table: PredictorTable,
  expansion: Expansion,
  rows?: Int32Array,
): Float32Array {
  const columns = columnsByName(
    table,
    encoding.columns.map(({ name }) => name),
  );
  const width = encodedWidth(encoding, expansion);
  const inputs = new Float32Array((rows?.length ?? table.rows) * width);
  let offset = 0;
  encoding.columns.forEach((column, at) => {
    writeColumn(column, columns[at]!, expansion, rows, { inputs, width, offset });
    offset += columnWidth(column, expansion);
  });
  return inputs;
}

function writeColumn(
  { scale, scores, curves, edges }: ColumnEncoding,
  column: Float64Array,
  expansion: Expansion,
  rows: Int32Array | undefined,
  { inputs, width, offset }: { inputs: Float32Array; width: number; offset: number },
): void {
  const count = rows?.length ?? column.length;
  let [before, value, height] = [Number.NaN, 0, 0];
  for (let row = 0; row < count; row++) {
    const raw = column[rows ? rows[row]! : row]!;
    if (raw !== before) {
      value = scaled(scale, raw);
      if (expansion === 'normal-scores' && scores) height = heightAt(scores, value);
      before = raw;
    }
    let at = row * width + offset;
    inputs[at++] = value;
    if (scale.modal !== null) inputs[at++] = raw === scale.modal ? 1 : 0;
    if (scale.hasMissingFlag) inputs[at++] = Number.isNaN(raw) ? 1 : 0;
    if (expansion === 'curves' && curves) writeCurves(curves, value, inputs, at);
    else if (expansion === 'bins' && edges) writeBins(edges, value, inputs, at);
    else if (expansion === 'normal-scores' && scores) inputs[at] = height;
  }
}

/** Position of each input's feature, given those of the encoded predictors. */
export function featureOfInput(
  { columns }: Encoding,
  expansion: Expansion,
  ofColumn: Int32Array,
): Int32Array {
  return Int32Array.from(
    columns.flatMap((column, at) => new Array<number>(columnWidth(column, expansion)).fill(ofColumn[at]!)),
  );
}

/** Position of each encoded predictor among a model's features. */
export const featureOfColumn = ({ columns }: Encoding, features: readonly string[]): Int32Array =>
  Int32Array.from(columns, ({ name }) => features.indexOf(name));

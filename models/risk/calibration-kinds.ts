import { columnsByName, type PredictorTable } from './predictor-table.ts';

/** A predictor is at least so much; what is missing is not. */
export interface Condition {
  readonly predictor: string;
  readonly atLeast: number;
}

/**
 * Kinds of people for each of whom hazards are put right: by the first rule of which any condition holds, or by none of
 * them, and by whether the other condition holds beside. A kind is told by predictors alone, so that whoever is
 * scored has one.
 */
export interface CalibrationKinds {
  readonly rules: readonly { readonly anyOf: readonly Condition[] }[];
  readonly beside: Condition;
}

export const kindCount = ({ rules }: CalibrationKinds) => 2 * (rules.length + 1);

/** The kind of each row: 0 … kinds − 1. @throws RangeError when the table lacks a predictor */
export function kindOfEachRow(kinds: CalibrationKinds, table: PredictorTable): Uint8Array {
  const holds = ({ predictor, atLeast }: Condition) => {
    const [column] = columnsByName(table, [predictor]);
    return (row: number) => column![row]! >= atLeast;
  };
  const rules = kinds.rules.map(({ anyOf }) => anyOf.map(holds));
  const isBeside = holds(kinds.beside);
  return Uint8Array.from({ length: table.rows }, (_, row) => {
    const first = rules.findIndex((anyOf) => anyOf.some((condition) => condition(row)));
    return 2 * (first === -1 ? rules.length : first) + (isBeside(row) ? 1 : 0);
  });
}

/** How the hazards of a kind are put right, by cause: what their outputs are multiplied by, then what is added. */
export interface KindStretch {
  readonly slopes: readonly number[];
  readonly levels: readonly number[];
  readonly trends: readonly number[];
}

/** The kinds, and what is done to the outputs of each. */
export interface KindCalibration extends CalibrationKinds {
  readonly stretches: readonly KindStretch[];
}

/** Rows' kinds, and what is done to the outputs of each kind. */
export interface RowKinds {
  readonly ofRow: Uint8Array;
  readonly stretches: readonly KindStretch[];
}

/**
 * Puts outputs right, each row's by its kind: level and trend become offset + slope · output. Changes the outputs, and
 * returns them.
 *
 * @param outputs rows × outputs
 */
export function putRight(outputs: Float32Array, { ofRow, stretches }: RowKinds): Float32Array {
  const width = outputs.length / ofRow.length;
  for (let row = 0, at = 0; row < ofRow.length; row++) {
    const { slopes, levels, trends } = stretches[ofRow[row]!]!;
    for (let cause = 0; 2 * cause < width; cause++, at += 2) {
      outputs[at] = levels[cause]! + slopes[cause]! * outputs[at]!;
      outputs[at + 1] = trends[cause]! + slopes[cause]! * outputs[at + 1]!;
    }
  }
  return outputs;
}

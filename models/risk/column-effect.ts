import { type ColumnScale, scaled } from './column-scale.ts';
import { type ColumnEncoding, columnWidth } from './encoding.ts';

/**
 * What one predictor adds to every output of an additive model, as a function of its value: a cubic on each
 * piece between knots, and what the flags add.
 */
export interface ColumnEffect {
  readonly scale: ColumnScale;
  /** Rising, on the scaled value. */
  readonly knots: Float64Array;
  /** Pieces × outputs × 4, falling powers. */
  readonly cubics: Float64Array;
  /** What the modal value, and a missing one, come to, flags and all: outputs each. */
  readonly atModal: Float64Array;
  readonly atMissing: Float64Array;
}

/**
 * The effect of a predictor, from the pulls of its inputs in the order of `encode`.
 *
 * @param pulls the predictor's inputs × outputs
 */
export function columnEffect(column: ColumnEncoding, pulls: Float32Array, outputs: number): ColumnEffect {
  const { scale, curves } = column;
  const own = (input: number, output: number) => pulls[input * outputs + output]!;
  const modalAt = scale.modal === null ? -1 : 1;
  const missingAt = scale.hasMissingFlag ? 1 + Number(modalAt === 1) : -1;
  const firstCurve = columnWidth(column, 'curves') - (curves?.curves ?? 0);
  const pieces = (curves?.knots.length ?? 0) + 1;
  const cubics = new Float64Array(pieces * outputs * 4);
  for (let piece = 0; piece < pieces; piece++) {
    for (let output = 0; output < outputs; output++) {
      const at = (piece * outputs + output) * 4;
      cubics[at + 2] = own(0, output);
      for (let curve = 0; curve < (curves?.curves ?? 0); curve++) {
        for (let power = 0; power < 4; power++) {
          cubics[at + power]! +=
            own(firstCurve + curve, output) * curves!.cubics[(piece * curves!.curves + curve) * 4 + power]!;
        }
      }
    }
  }
  const knots = Float64Array.from(curves?.knots ?? []);
  const withFlag = (flag: number, value: number) => {
    const sums = Float64Array.from({ length: outputs }, (_, output) => (flag < 0 ? 0 : own(flag, output)));
    addCubic({ knots, cubics }, scaled(scale, value), sums);
    return sums;
  };
  const atModal = withFlag(modalAt, scale.modal ?? Number.NaN);
  return { scale, knots, cubics, atModal, atMissing: withFlag(missingAt, Number.NaN) };
}

/**
 * Adds what each value of a column comes to.
 *
 * @param sums added to: the outputs of row r from `start + r · stride` on
 */
export function addEffects(
  effect: ColumnEffect,
  column: Float64Array,
  sums: Float64Array,
  start: number,
  stride: number,
): void {
  const { scale, knots, cubics, atModal, atMissing } = effect;
  const [outputs, modal] = [atModal.length, scale.modal];
  for (let row = 0, at = start; row < column.length; row++, at += stride) {
    const raw = column[row]!;
    if (raw === modal) {
      for (let output = 0; output < outputs; output++) sums[at + output]! += atModal[output]!;
    } else if (Number.isNaN(raw)) {
      for (let output = 0; output < outputs; output++) sums[at + output]! += atMissing[output]!;
    } else {
      const value = scaled(scale, raw);
      let piece = 0;
      while (piece < knots.length && value > knots[piece]!) piece++;
      for (let output = 0, c = piece * outputs * 4; output < outputs; output++, c += 4) {
        sums[at + output]! +=
          ((cubics[c]! * value + cubics[c + 1]!) * value + cubics[c + 2]!) * value + cubics[c + 3]!;
      }
    }
  }
}

/** Adds what a scaled value comes to without flags. */
function addCubic(
  { knots, cubics }: Pick<ColumnEffect, 'knots' | 'cubics'>,
  value: number,
  sums: Float64Array,
): void {
  let piece = 0;
  while (piece < knots.length && value > knots[piece]!) piece++;
  for (let output = 0, c = piece * sums.length * 4; output < sums.length; output++, c += 4) {
    sums[output]! +=
      ((cubics[c]! * value + cubics[c + 1]!) * value + cubics[c + 2]!) * value + cubics[c + 3]!;
  }
}

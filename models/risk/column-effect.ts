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
  /** What a value equal to the modal one adds, and a missing one: outputs each. */
  readonly whenModal: Float64Array;
  readonly whenMissing: Float64Array;
  /** What the modal value, and a missing one, come to in all; computed once. */
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
  const flag = (input: number) =>
    Float64Array.from({ length: outputs }, (_, output) => (input < 0 ? 0 : own(input, output)));
  const effect = {
    scale,
    knots: Float64Array.from(curves?.knots ?? []),
    cubics,
    whenModal: flag(modalAt),
    whenMissing: flag(missingAt),
    atModal: new Float64Array(outputs),
    atMissing: new Float64Array(outputs),
  };
  if (scale.modal !== null) addCubic(effect, scaled(scale, scale.modal), effect.atModal, 0, effect.whenModal);
  addCubic(effect, scaled(scale, Number.NaN), effect.atMissing, 0, effect.whenMissing);
  return effect;
}

const none = new Float64Array(8);

/** Adds what a value comes to, to `sums` from `at` on. */
export function addEffect(effect: ColumnEffect, value: number, sums: Float64Array, at: number): void {
  const { scale, atModal, atMissing } = effect;
  const known = value === scale.modal ? atModal : Number.isNaN(value) ? atMissing : undefined;
  if (!known) {
    addCubic(effect, scaled(scale, value), sums, at, none);
    return;
  }
  for (let output = 0; output < known.length; output++) sums[at + output]! += known[output]!;
}

function addCubic(
  { knots, cubics, whenModal }: ColumnEffect,
  value: number,
  sums: Float64Array,
  at: number,
  besides: Float64Array,
): void {
  let piece = 0;
  while (piece < knots.length && value > knots[piece]!) piece++;
  const outputs = whenModal.length;
  for (let output = 0, c = piece * outputs * 4; output < outputs; output++, c += 4) {
    sums[at + output]! +=
      ((cubics[c]! * value + cubics[c + 1]!) * value + cubics[c + 2]!) * value +
      cubics[c + 3]! +
      besides[output]!;
  }
}

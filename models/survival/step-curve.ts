import { lastAtOrBelow } from './distinct-values.ts';

/** A right-continuous step function of time: `start` before `times[0]`, `values[i]` from `times[i]` on. */
export interface StepCurve {
  readonly times: Float64Array;
  readonly start: number;
  readonly values: Float64Array;
}

/** The curve's value at a time, steps at that very time included: F(t). */
export function valueAt({ times, start, values }: StepCurve, time: number): number {
  const at = lastAtOrBelow(times, time);
  return at < 0 ? start : values[at]!;
}

/** The curve's value just before a time: F(t−). */
export function valueJustBefore({ times, start, values }: StepCurve, time: number): number {
  let at = lastAtOrBelow(times, time);
  if (at >= 0 && times[at] === time) at--;
  return at < 0 ? start : values[at]!;
}

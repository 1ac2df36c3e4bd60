import { type CurveHeights, curvesOf } from './curve-intervals.ts';
import {
  countedRows,
  type FigureName,
  figuresOfCounted,
  horizonFigures,
  type PredictionsAtHorizon,
  startAt,
} from './horizon-figures.ts';
import { bootstrapByPerson, type Estimate, estimateFrom, type People } from './person-bootstrap.ts';

/** Some figures of predictions: on all rows, and on every resample. */
export interface ResampledFigures {
  readonly names: readonly FigureName[];
  readonly whole: readonly number[];
  readonly figures: readonly (readonly number[])[];
  readonly curves: readonly CurveHeights[];
}

export interface ResamplingOptions {
  readonly names: readonly FigureName[];
  /** Of the decision curve; absent: no curves. */
  readonly thresholds?: readonly number[];
  readonly replicates: number;
  readonly seed: number;
}

/**
 * Judges several predictions of the same rows at one horizon, all on the very same resamples of people: those are
 * drawn once, and who counts in them is weighted once.
 *
 * @returns of each prediction, in their order
 */
export function resampleTogether(
  predictions: readonly PredictionsAtHorizon[],
  people: People,
  { names, thresholds, replicates, seed }: ResamplingOptions,
): ResampledFigures[] {
  const judged = predictions.map((own) => {
    const whole = horizonFigures(own, names);
    const curves: CurveHeights[] = [];
    return { own, names, whole, start: startAt(names, whole), figures: [] as number[][], curves };
  });
  const heightsOf = predictions.map((own) => thresholds && curvesOf(own, thresholds));
  bootstrapByPerson(people, { replicates, seed }, (rowWeight) => {
    const counted = countedRows(predictions[0]!, rowWeight);
    judged.forEach(({ own, start, figures, curves }, at) => {
      figures.push(figuresOfCounted(own, names, counted, start));
      const heights = heightsOf[at]?.(counted);
      if (heights) curves.push(heights);
    });
  });
  return judged;
}

/** Each figure with its interval. */
export function estimatesOf({ names, whole, figures }: ResampledFigures): Record<FigureName, Estimate> {
  const estimates = names.map((name, at) => {
    const resampled = figures.map((own) => own[at]!);
    return [name, estimateFrom(whole[at]!, resampled)];
  });
  return Object.fromEntries(estimates);
}

import { isFollowedTo, type StatusAtHorizon, statusAtHorizon } from '../survival/censoring.ts';
import { z95 } from '../survival/confidence.ts';
import { checkFollowUp, type FollowUp } from '../survival/follow-up.ts';
import { nullBrierScore } from './brier.ts';
import { type CalibrationPoint, calibrationCurve, observedIncidence } from './calibration-curve.ts';
import { type Concordance, harrellConcordance, unoConcordance, wolbersConcordance } from './concordance.ts';
import { curveIntervals, type Limits } from './curve-intervals.ts';
import { type GroupFigures, type Grouping, groupFigures } from './group-figures.ts';
import {
  type FigureName,
  figureNames,
  horizonFigures,
  type PredictionsAtHorizon,
  predictionsAtHorizon,
} from './horizon-figures.ts';
import { decisionCurve, type NetBenefit } from './net-benefit.ts';
import {
  bootstrapByPerson,
  type Estimate,
  estimateFrom,
  numberPeople,
  type People,
} from './person-bootstrap.ts';
import { listCut } from './top-of-list.ts';

/** What happened to some rows and what was predicted for them. */
export interface EvaluationInput extends FollowUp {
  /** Row to person; a person's rows are resampled together. Any whole numbers. */
  readonly person: ArrayLike<number>;
  /** Probability of the outcome by each horizon, 0 … 1, n values per horizon. */
  readonly probabilityByHorizon: readonly Float64Array[];
  /** In the unit of `time`, > 0. */
  readonly horizons: readonly number[];
  readonly groups: readonly Grouping[];
  readonly seed: number;
  /** Resamples behind the intervals; 0: no intervals. Default 200. */
  readonly bootstrapReplicates?: number;
  /** Share of rows on the list by which groups are compared. Default 0.1. */
  readonly listShare?: number;
  /** Groups of fewer people are suppressed. Default 50. */
  readonly minimumGroupPeople?: number;
}

/** How good the predictions are at one horizon. */
export interface HorizonEvaluation {
  readonly status: 'evaluated';
  readonly horizon: number;
  /** Rows with the outcome, with a competing event, and censored before the horizon. */
  readonly cases: number;
  readonly competing: number;
  readonly censoredBefore: number;
  /** Aalen–Johansen. */
  readonly observedIncidence: number;
  readonly meanProbability: number;
  readonly figures: Readonly<Record<FigureName, Estimate>>;
  /** Brier score of giving everyone the observed incidence. */
  readonly nullBrier: number;
  readonly concordance: { readonly harrell: Estimate; readonly uno: Estimate; readonly wolbers: Estimate };
  readonly calibrationCurve: readonly CalibrationPoint[];
  /** Limits are of `byPrediction`. */
  readonly decisionCurve: readonly (NetBenefit & Limits)[];
  readonly groups: readonly { readonly name: string; readonly groups: readonly GroupFigures[] }[];
}

/** Everything we say about predictions, as plain data: the same for our model and for every baseline. */
export interface EvaluationReport {
  readonly rows: number;
  readonly people: number;
  readonly bootstrapReplicates: number;
  readonly seed: number;
  readonly horizons: readonly (
    | HorizonEvaluation
    | { readonly status: 'too-little-follow-up'; readonly horizon: number }
  )[];
}

const thresholds = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5];

/**
 * Judges predictions of an outcome with competing events and censoring, at each horizon: discrimination,
 * accuracy, calibration, use at the top of a list, and each of them by group. Intervals are 95 %, from a
 * bootstrap of people, those of the curves too; those of the concordance from its jackknife over people.
 *
 * Same input and seed, same report. Time: a sort, then O(n) per resample.
 *
 * @throws RangeError when lengths differ, a time or a probability is out of range, or there are no rows
 */
export function evaluatePredictions(input: EvaluationInput): EvaluationReport {
  const followUp = { time: input.time, event: input.event };
  checkFollowUp(followUp);
  checkLengths(input);
  const people = numberPeople(input.person);
  const horizons = input.horizons.map((horizon, at) => {
    if (!isFollowedTo(followUp, horizon)) return { status: 'too-little-follow-up' as const, horizon };
    const predictions = predictionsAtHorizon(followUp, horizon, input.probabilityByHorizon[at]!);
    return evaluateHorizon(predictions, people, input);
  });
  return {
    rows: input.time.length,
    people: people.people,
    bootstrapReplicates: input.bootstrapReplicates ?? 200,
    seed: input.seed,
    horizons,
  };
}

function checkLengths({ time, person, groups, horizons, probabilityByHorizon }: EvaluationInput): void {
  const lengths = [person.length, ...groups.map((grouping) => grouping.labelOfRow.length)];
  for (const length of lengths) {
    if (length !== time.length) throw new RangeError(`rows: expected ${time.length}, got ${length}`);
  }
  if (horizons.length !== probabilityByHorizon.length) {
    throw new RangeError(`horizons: expected ${probabilityByHorizon.length}, got ${horizons.length}`);
  }
}

function evaluateHorizon(
  predictions: PredictionsAtHorizon,
  people: People,
  input: EvaluationInput,
): HorizonEvaluation {
  const { followUp, horizon, probability, ranked, timeline } = predictions;
  const { seed, bootstrapReplicates: replicates = 200, listShare = 0.1, minimumGroupPeople = 50 } = input;
  const status = statusAtHorizon(followUp, horizon, { timeline });
  const forGroups = { cut: listCut(ranked, listShare), replicates, seed, minimumPeople: minimumGroupPeople };
  const pairing = { horizon, personOfRow: people.personOfRow };
  return {
    status: 'evaluated',
    horizon,
    ...countEnds(followUp, horizon),
    observedIncidence: observedIncidence(followUp, horizon).observed,
    meanProbability: probability.reduce((sum, p) => sum + p, 0) / probability.length,
    figures: estimateFigures(predictions, people, replicates, seed),
    nullBrier: nullBrierScore(status),
    concordance: {
      harrell: normalInterval(harrellConcordance(followUp, probability, pairing)),
      uno: normalInterval(unoConcordance(followUp, probability, pairing)),
      wolbers: normalInterval(wolbersConcordance(followUp, probability, pairing)),
    },
    ...curvesWithLimits(predictions, status, people, { replicates, seed }),
    groups: input.groups.map((grouping) => ({
      name: grouping.name,
      groups: groupFigures(predictions, people.personOfRow, grouping, forGroups),
    })),
  };
}

/** Both curves; without resamples the calibration curve keeps the limits of its own formula. */
function curvesWithLimits(
  predictions: PredictionsAtHorizon,
  status: StatusAtHorizon,
  people: People,
  options: { readonly replicates: number; readonly seed: number },
) {
  const { followUp, horizon, probability, ranked } = predictions;
  const limits = curveIntervals(predictions, people, thresholds, options);
  return {
    calibrationCurve: calibrationCurve(followUp, horizon, probability, ranked).map((point, at) => ({
      ...point,
      ...(point.lower95 !== null && options.replicates > 0 && limits.calibration[at]),
    })),
    decisionCurve: decisionCurve(probability, status, thresholds).map((point, at) => ({
      ...point,
      ...limits.decision[at]!,
    })),
  };
}

function estimateFigures(
  predictions: PredictionsAtHorizon,
  people: People,
  replicates: number,
  seed: number,
) {
  const whole = horizonFigures(predictions, figureNames);
  const figure = (name: FigureName) => whole[figureNames.indexOf(name)]!;
  const start = {
    intercept: figure('calibrationIntercept'),
    slope: figure('calibrationSlope'),
    inTheLarge: figure('calibrationInTheLarge'),
  };
  const near = Number.isFinite(start.slope) ? start : undefined;
  const resampled = bootstrapByPerson(people, { replicates, seed }, (rowWeight) =>
    horizonFigures(predictions, figureNames, rowWeight, near),
  );
  const estimates = figureNames.map((name, at) => [
    name,
    estimateFrom(
      whole[at]!,
      resampled.map((figures) => figures[at]!),
    ),
  ]);
  return Object.fromEntries(estimates) as Record<FigureName, Estimate>;
}

function countEnds({ time, event }: FollowUp, horizon: number) {
  const counts = { cases: 0, competing: 0, censoredBefore: 0 };
  for (let row = 0; row < time.length; row++) {
    if (event[row] === 0 && time[row]! < horizon) counts.censoredBefore++;
    else if (event[row] === 1 && time[row]! <= horizon) counts.cases++;
    else if (event[row]! > 1 && time[row]! <= horizon) counts.competing++;
  }
  return counts;
}

function normalInterval({ index, standardError }: Concordance): Estimate {
  if (!Number.isFinite(index)) return { estimate: null, lower95: null, upper95: null };
  const spread = z95 * standardError;
  return { estimate: index, lower95: Math.max(0, index - spread), upper95: Math.min(1, index + spread) };
}

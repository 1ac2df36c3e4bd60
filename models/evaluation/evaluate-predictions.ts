import { isFollowedTo, type StatusAtHorizon, statusAtHorizon } from '../survival/censoring.ts';
import { z95 } from '../survival/confidence.ts';
import { checkFollowUp, type FollowUp } from '../survival/follow-up.ts';
import { nullBrierScore } from './brier.ts';
import { type CalibrationPoint, calibrationCurve, observedIncidence } from './calibration-curve.ts';
import { differencesOf, type HorizonComparison } from './compare-predictions.ts';
import { type Concordance, harrellConcordance, unoConcordance, wolbersConcordance } from './concordance.ts';
import { curveLimits, type Limits } from './curve-intervals.ts';
import { type GroupFigures, type Grouping, groupFigures } from './group-figures.ts';
import {
  type FigureName,
  figureNames,
  type PredictionsAtHorizon,
  predictionsAtHorizon,
} from './horizon-figures.ts';
import { decisionCurve, type NetBenefit } from './net-benefit.ts';
import { type Estimate, numberPeople, type People } from './person-bootstrap.ts';
import { estimatesOf, type ResampledFigures, resampleTogether } from './resampled-figures.ts';
import { listCut } from './top-of-list.ts';

/** What happened to some rows, and how predictions of them are to be judged. */
export interface EvaluatedRows extends FollowUp {
  /** Row to person; a person's rows are resampled together. Any whole numbers. */
  readonly person: ArrayLike<number>;
  /** In the unit of `time`, > 0. */
  readonly horizons: readonly number[];
  readonly seed: number;
  /** Resamples behind the intervals; 0: no intervals. Default 200. */
  readonly bootstrapReplicates?: number;
  /** Share of rows on the list by which groups are compared. Default 0.1. */
  readonly listShare?: number;
  /** Groups of fewer people are suppressed. Default 50. */
  readonly minimumGroupPeople?: number;
}

/** What was predicted, and by which groups of rows it is audited. */
export interface EvaluatedPredictions {
  /** Probability of the outcome by each horizon, 0 … 1, n values per horizon. */
  readonly probabilityByHorizon: readonly Float64Array[];
  readonly groups: readonly Grouping[];
}

export interface EvaluationInput extends EvaluatedRows, EvaluatedPredictions {}

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

/** Several predictions judged on the same resamples of people. */
export interface EvaluatedTogether {
  /** In the order of the predictions. */
  readonly reports: readonly EvaluationReport[];
  /** Paired differences, the first − each of the others. */
  readonly firstAgainst: readonly (readonly HorizonComparison[])[];
}

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
  return evaluateTogether(input, [input]).reports[0]!;
}

/**
 * Judges several predictions of the same rows, each as `evaluatePredictions` does, and the first against the others
 * as `comparePredictions` does. People are resampled once for all of them.
 */
export function evaluateTogether(
  rows: EvaluatedRows,
  predicted: readonly EvaluatedPredictions[],
): EvaluatedTogether {
  const followUp = { time: rows.time, event: rows.event };
  checkFollowUp(followUp);
  for (const own of predicted) checkLengths(rows, own);
  const people = numberPeople(rows.person);
  const { seed, bootstrapReplicates = 200 } = rows;
  const horizons = rows.horizons.map((horizon, at) => {
    if (!isFollowedTo(followUp, horizon)) return undefined;
    const predictions = predicted.map((own) =>
      predictionsAtHorizon(followUp, horizon, own.probabilityByHorizon[at]!),
    );
    const options = { names: figureNames, thresholds, replicates: bootstrapReplicates, seed };
    const resampled = resampleTogether(predictions, people, options);
    const evaluations = predictions.map((own, place) =>
      evaluateHorizon(own, people, { ...rows, ...predicted[place]! }, resampled[place]!),
    );
    return { resampled, evaluations };
  });
  const evaluationsOf = (place: number) =>
    horizons.map(
      (judged, at) =>
        judged?.evaluations[place] ?? {
          status: 'too-little-follow-up' as const,
          horizon: rows.horizons[at]!,
        },
    );
  const differences = (place: number) =>
    horizons.map((judged, at) => ({
      horizon: rows.horizons[at]!,
      differences: differencesOf(
        judged?.resampled[0] ?? notFollowed,
        judged?.resampled[place] ?? notFollowed,
      ),
    }));
  return {
    reports: predicted.map((_, place) => ({
      rows: rows.time.length,
      people: people.people,
      bootstrapReplicates,
      seed,
      horizons: evaluationsOf(place),
    })),
    firstAgainst: predicted.slice(1).map((_, place) => differences(place + 1)),
  };
}

const notFollowed: ResampledFigures = {
  names: figureNames,
  whole: figureNames.map(() => Number.NaN),
  figures: [],
  curves: [],
};

function checkLengths(
  { time, person, horizons }: EvaluatedRows,
  { groups, probabilityByHorizon }: EvaluatedPredictions,
): void {
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
  resampled: ResampledFigures,
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
    figures: estimatesOf(resampled),
    nullBrier: nullBrierScore(status),
    concordance: {
      harrell: normalInterval(harrellConcordance(followUp, probability, pairing)),
      uno: normalInterval(unoConcordance(followUp, probability, pairing)),
      wolbers: normalInterval(wolbersConcordance(followUp, probability, pairing)),
    },
    ...curvesWithLimits(predictions, status, resampled),
    groups: input.groups.map((grouping) => ({
      name: grouping.name,
      groups: groupFigures(predictions, people.personOfRow, grouping, forGroups),
    })),
  };
}

/** Both curves; without resamples the calibration curve keeps the limits of its own formula. */
function curvesWithLimits(
  { followUp, horizon, probability, ranked }: PredictionsAtHorizon,
  status: StatusAtHorizon,
  { curves }: ResampledFigures,
) {
  const ofPoints = curveLimits('calibration', curves);
  const ofThresholds = curveLimits('decision', curves);
  return {
    calibrationCurve: calibrationCurve(followUp, horizon, probability, ranked).map((point, at) => ({
      ...point,
      ...(point.lower95 !== null && ofPoints[at]),
    })),
    decisionCurve: decisionCurve(probability, status, thresholds).map((point, at) => ({
      ...point,
      ...(ofThresholds[at] ?? { lower95: null, upper95: null }),
    })),
  };
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

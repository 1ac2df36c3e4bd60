import { isFollowedTo, statusAtHorizon } from '../survival/censoring.ts';
import { type FollowUp, pickFollowUp } from '../survival/follow-up.ts';
import { observedIncidence } from './calibration-curve.ts';
import {
  horizonFigures,
  type PredictionsAtHorizon,
  predictionsAtHorizon,
  startAt,
} from './horizon-figures.ts';
import {
  bootstrapByPerson,
  type Estimate,
  estimateFrom,
  numberPeople,
  type People,
} from './person-bootstrap.ts';
import { captureOfCases, type ListCut, shareOnList } from './top-of-list.ts';

/** A way to divide the rows: by sex, age band, language, municipality, service status, living alone. */
export interface Grouping {
  readonly name: string;
  readonly labels: readonly string[];
  /** Row to position in `labels`; −1 where unknown. */
  readonly labelOfRow: Int32Array;
  /** Whether each group gets a calibration slope: it takes as long as all its other figures. */
  readonly hasSlope?: boolean;
}

/** How the predictions do in one group. Suppressed groups say nothing but their label. */
export type GroupFigures =
  | { readonly label: string; readonly status: 'suppressed' }
  | {
      readonly label: string;
      readonly status: 'reported';
      /** Rounded to tens, so that a suppressed group's number cannot be had by subtraction. */
      readonly peopleRounded: number;
      readonly observedIncidence: number;
      readonly meanProbability: number;
      readonly observedExpectedRatio: Estimate;
      readonly auc: Estimate;
      readonly brier: Estimate;
      /** Where the grouping asks for it. */
      readonly calibrationSlope?: Estimate;
      /** Share of the group's rows on the list of everybody's highest predictions. */
      readonly selectionRate: number;
      /** Share of the group's cases on that list. */
      readonly truePositiveRate: number;
    };

export interface GroupOptions {
  /** The list is cut over everybody, not within the group. */
  readonly cut: ListCut;
  readonly replicates: number;
  readonly seed: number;
  /** A group of fewer people is suppressed. */
  readonly minimumPeople: number;
}

/**
 * A group with fewer people who had the outcome, or fewer who did not, is suppressed: the smallest cell. So is
 * one that nobody was followed in up to the horizon.
 */
const smallestCell = 5;

const names = ['observedExpectedRatio', 'auc', 'brier'] as const;
const namesWithSlope = [...names, 'calibrationSlope', 'calibrationIntercept'] as const;

/**
 * Figures for each group of a grouping, from the group's own rows with weights of its own for censoring.
 *
 * @param predictions of everybody
 * @param person row to person
 * @returns one entry per label, in the order of the labels
 */
export function groupFigures(
  predictions: PredictionsAtHorizon,
  person: ArrayLike<number>,
  grouping: Grouping,
  options: GroupOptions,
): GroupFigures[] {
  const rowsOfLabel: number[][] = grouping.labels.map(() => []);
  grouping.labelOfRow.forEach((label, row) => {
    if (label >= 0) rowsOfLabel[label]!.push(row);
  });
  return grouping.labels.map((label, at) => {
    const rows = rowsOfLabel[at]!;
    const people = numberPeople(rows.map((row) => person[row]!));
    const followUp = pickFollowUp(predictions.followUp, rows);
    if (isTooSmall(followUp, predictions.horizon, people, options)) return { label, status: 'suppressed' };
    const probability = Float64Array.from(rows, (row) => predictions.probability[row]!);
    const own = predictionsAtHorizon(followUp, predictions.horizon, probability);
    return {
      label,
      status: 'reported',
      ...figuresOfGroup(own, people, { ...options, hasSlope: grouping.hasSlope }),
    };
  });
}

function isTooSmall(followUp: FollowUp, horizon: number, people: People, options: GroupOptions): boolean {
  if (people.people < options.minimumPeople || !isFollowedTo(followUp, horizon)) return true;
  const [cases, others] = [new Set<number>(), new Set<number>()];
  for (const [row, time] of followUp.time.entries()) {
    const isCase = time <= horizon && followUp.event[row] === 1;
    if (isCase) cases.add(people.personOfRow[row]!);
    else if (time >= horizon || followUp.event[row]! > 1) others.add(people.personOfRow[row]!);
  }
  return cases.size < smallestCell || others.size < smallestCell;
}

function figuresOfGroup(
  predictions: PredictionsAtHorizon,
  people: People,
  options: GroupOptions & Pick<Grouping, 'hasSlope'>,
) {
  const { followUp, horizon, probability, timeline } = predictions;
  const asked = options.hasSlope ? namesWithSlope : names;
  const estimates = horizonFigures(predictions, asked);
  const start = startAt(asked, estimates);
  const resampled = bootstrapByPerson(people, options, (rowWeight) =>
    horizonFigures(predictions, asked, rowWeight, start),
  );
  const [observedExpectedRatio, auc, brier, calibrationSlope] = estimates.map((estimate, at) =>
    estimateFrom(
      estimate,
      resampled.map((figures) => figures[at]!),
    ),
  ) as [Estimate, Estimate, Estimate, Estimate | undefined];
  const sum = (value: (p: number) => number) => probability.reduce((total, p) => total + value(p), 0);
  return {
    peopleRounded: 10 * Math.round(people.people / 10),
    observedIncidence: observedIncidence(followUp, horizon).observed,
    meanProbability: sum((p) => p) / probability.length,
    observedExpectedRatio,
    auc,
    brier,
    ...(calibrationSlope && { calibrationSlope }),
    selectionRate: sum((p) => shareOnList(p, options.cut)) / probability.length,
    truePositiveRate: captureOfCases(
      probability,
      statusAtHorizon(followUp, horizon, { timeline }),
      options.cut,
    ),
  };
}

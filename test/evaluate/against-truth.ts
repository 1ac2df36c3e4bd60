import { auditGroups } from '../../functions/core/risk/judge-model.ts';
import type { LandmarkRows } from '../../functions/core/risk/landmark-rows.ts';
import { type EvaluationReport, evaluatePredictions } from '../../models/evaluation/evaluate-predictions.ts';
import type { Grouping } from '../../models/evaluation/group-figures.ts';
import { horizonFigures, predictionsAtHorizon } from '../../models/evaluation/horizon-figures.ts';
import {
  bootstrapByPerson,
  type Estimate,
  estimateFrom,
  numberPeople,
} from '../../models/evaluation/person-bootstrap.ts';
import { type JudgedStatus, judgeByStatus } from './by-status.ts';
import { expectedAuc } from './by-truth.ts';

/** People who were not learnt from: what happened to them, and by horizon what was predicted and the true risk. */
export interface JudgedPeople {
  readonly rows: LandmarkRows;
  readonly predicted: readonly Float64Array[];
  readonly truth: readonly Float64Array[];
  /** What boosted trees make of the registers that are told the true risks of other people. */
  readonly ceiling: readonly Float64Array[];
}

/** How a model stands by what happened, and against the simulator's own risk of the same people. */
export interface AgainstTruth {
  readonly happened: EvaluationReport;
  readonly horizons: readonly TruthAtHorizon[];
  readonly statuses: readonly JudgedStatus[];
}

export interface TruthAtHorizon {
  readonly horizon: number;
  /** By what happened. */
  readonly auc: number;
  readonly trueAuc: number;
  /** The first over the second, both on the same resamples of people. */
  readonly aucShare: Estimate;
  /** By what could be expected to happen: the same without the outcome's chance. */
  readonly expectedAuc: number;
  readonly trueExpectedAuc: number;
  readonly ceilingAuc: number;
  /** Mean true risk over mean prediction: observed/expected without the outcome's chance. */
  readonly ratio: number;
  readonly groups: readonly { readonly name: string; readonly people: number; readonly ratio: number }[];
}

const replicates = 200;

export function holdAgainstTruth(
  people: JudgedPeople,
  horizons: readonly number[],
  seed: number,
): AgainstTruth {
  const { rows, predicted } = people;
  const groups = auditGroups(rows);
  const judged = { ...rows.followUp, person: rows.person, probabilityByHorizon: predicted, groups };
  return {
    happened: evaluatePredictions({ ...judged, horizons, seed, bootstrapReplicates: replicates }),
    horizons: horizons.map((horizon, at) => atHorizon(people, groups, horizon, at, seed)),
    statuses: judgeByStatus(people, horizons, seed),
  };
}

function atHorizon(
  { rows, predicted: byHorizon, truth: truths, ceiling }: JudgedPeople,
  groups: readonly Grouping[],
  horizon: number,
  at: number,
  seed: number,
): TruthAtHorizon {
  const [predicted, truth] = [byHorizon[at]!, truths[at]!];
  const both = [predicted, truth].map((probability) =>
    predictionsAtHorizon(rows.followUp, horizon, probability),
  );
  const aucs = (rowWeight?: Float64Array) =>
    both.map((predictions) => horizonFigures(predictions, ['auc'], rowWeight)[0]!) as [number, number];
  const [auc, trueAuc] = aucs();
  const resampled = bootstrapByPerson(numberPeople(rows.person), { replicates, seed }, aucs);
  const everybody = [...predicted.keys()];
  const ratioOf = (some: readonly number[]) =>
    some.reduce((sum, row) => sum + truth[row]!, 0) / some.reduce((sum, row) => sum + predicted[row]!, 0);
  return {
    horizon,
    auc,
    trueAuc,
    aucShare: estimateFrom(
      auc / trueAuc,
      resampled.map(([first, second]) => first! / second!),
    ),
    expectedAuc: expectedAuc(predicted, truth),
    trueExpectedAuc: expectedAuc(truth, truth),
    ceilingAuc: expectedAuc(ceiling[at]!, truth),
    ratio: ratioOf(everybody),
    groups: groups.flatMap(({ name, labels, labelOfRow }) =>
      labels.map((label, place) => {
        const some = everybody.filter((row) => labelOfRow[row] === place);
        return { name: `${name} ${label}`, people: some.length, ratio: ratioOf(some) };
      }),
    ),
  };
}

import type { ServiceStatus } from '../../data-contracts/vocabularies/service-statuses.ts';
import {
  serviceStatuses,
  withoutRegularService,
} from '../../data-contracts/vocabularies/service-statuses.ts';
import type { LandmarkRows } from '../../functions/core/risk/landmark-rows.ts';
import {
  type FigureName,
  horizonFigures,
  predictionsAtHorizon,
} from '../../models/evaluation/horizon-figures.ts';
import {
  bootstrapByPerson,
  type Estimate,
  estimateFrom,
  numberPeople,
} from '../../models/evaluation/person-bootstrap.ts';
import { pickFollowUp } from '../../models/survival/follow-up.ts';
import { type ByTruth, byTruth, expectedAuc } from './by-truth.ts';

/** People who were not learnt from, by horizon: what was predicted, the true risk, and what the registers allow. */
export interface StatusQuestion {
  readonly rows: LandmarkRows;
  readonly predicted: readonly Float64Array[];
  readonly truth: readonly Float64Array[];
  readonly ceiling: readonly Float64Array[];
}

export interface JudgedStatus {
  readonly name: string;
  readonly people: number;
  readonly horizons: readonly StatusAtOneHorizon[];
}

export interface StatusAtOneHorizon {
  readonly horizon: number;
  /** Expected outcomes, by the true risks. */
  readonly expected: number;
  readonly byTruth: ByTruth;
  /** What boosting that is told the truth reaches on the same people. */
  readonly ceilingAuc: number;
  readonly happened: Readonly<Record<(typeof figures)[number], Estimate>>;
}

const figures = ['auc', 'calibrationSlope', 'observedExpectedRatio'] as const satisfies readonly FigureName[];
const usualReplicates = 200;
const ageOfTheOld = 75;

/** Everybody by service status, and those without regular service by age. */
export function judgeByStatus(
  question: StatusQuestion,
  horizons: readonly number[],
  seed: number,
  replicates = usualReplicates,
): JudgedStatus[] {
  return groupsOf(question.rows).map(({ name, rows }) => ({
    name,
    people: rows.length,
    horizons: horizons.map((horizon, at) => judge(question, rows, horizon, at, { seed, replicates })),
  }));
}

interface Group {
  readonly name: string;
  readonly rows: Int32Array;
}

function groupsOf({ predictors, serviceStatus: statuses }: LandmarkRows): Group[] {
  const ages = predictors.columns[predictors.names.indexOf('age_years')]!;
  const all = Int32Array.from(statuses.keys());
  const holding = (name: string, holds: (row: number) => boolean): Group => ({
    name,
    rows: all.filter(holds),
  });
  const isWithout = (row: number) =>
    (withoutRegularService as readonly ServiceStatus[]).includes(statuses[row]!);
  const names = Object.keys(serviceStatuses) as ServiceStatus[];
  return [
    holding('everybody', () => true),
    ...names.map((status) => holding(status, (row) => statuses[row] === status)),
    holding('no regular service', isWithout),
    holding('– under 75', (row) => isWithout(row) && ages[row]! < ageOfTheOld),
    holding('– 75 or older', (row) => isWithout(row) && ages[row]! >= ageOfTheOld),
  ].filter(({ rows }) => rows.length > 0);
}

function judge(
  { rows, predicted, truth, ceiling }: StatusQuestion,
  some: Int32Array,
  horizon: number,
  at: number,
  resampling: { readonly seed: number; readonly replicates: number },
): StatusAtOneHorizon {
  const own = (values: readonly Float64Array[]) => Float64Array.from(some, (row) => values[at]![row]!);
  const ownTruth = own(truth);
  const predictions = predictionsAtHorizon(pickFollowUp(rows.followUp, some), horizon, own(predicted));
  const resampled = bootstrapByPerson(
    numberPeople(some.map((row) => rows.person[row]!)),
    resampling,
    (rowWeight) => horizonFigures(predictions, figures, rowWeight),
  );
  const estimates = horizonFigures(predictions, figures);
  const happened = Object.fromEntries(
    figures.map((name, figure) => [
      name,
      estimateFrom(
        estimates[figure]!,
        resampled.map((found) => found[figure]!),
      ),
    ]),
  ) as StatusAtOneHorizon['happened'];
  return {
    horizon,
    expected: ownTruth.reduce((sum, risk) => sum + risk, 0),
    byTruth: byTruth(own(predicted), ownTruth),
    ceilingAuc: expectedAuc(own(ceiling), ownTruth),
    happened,
  };
}

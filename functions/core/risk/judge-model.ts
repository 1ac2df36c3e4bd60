import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import {
  ServiceStatus,
  withoutRegularService,
} from '../../../data-contracts/vocabularies/service-statuses.ts';
import { logisticBaselineAtHorizon } from '../../../models/baseline/logistic-baseline.ts';
import type { HorizonComparison } from '../../../models/evaluation/compare-predictions.ts';
import { type EvaluationReport, evaluateTogether } from '../../../models/evaluation/evaluate-predictions.ts';
import type { Grouping } from '../../../models/evaluation/group-figures.ts';
import {
  type MissingnessCheck,
  missingnessAndCensoring,
} from '../../../models/evaluation/missingness-and-censoring.ts';
import type { PredictorTable, TrainedRiskModel, TrainedRiskModels } from '../ports/risk-network.ts';
import type { LandmarkRows } from './landmark-rows.ts';
import { yesNoUnknown } from './risk-scores.ts';
import { viewWholeModel, type WholeModelView } from './whole-model-view.ts';

export interface Judged {
  readonly programme: Programme;
  readonly models: TrainedRiskModels;
  readonly training: LandmarkRows;
  readonly test: LandmarkRows;
  readonly seed: number;
}

/** `evaluation.json` of a model: how the data were split, and what was found. */
export interface ModelEvaluation {
  /** Whether the people are real; shown wherever a figure is. */
  readonly origin: DataOrigin;
  /** `person-and-time`: other people and later months; `person`: other people only. */
  readonly split: 'person-and-time' | 'person';
  readonly trainingLandmarks: readonly string[];
  readonly testLandmark: string;
  readonly trainingRows: number;
  readonly trainingPeople: number;
  readonly testRows: number;
  /** Which of the two trained models is served: the blend, where outcomes are enough for one. */
  readonly served: 'additive' | 'blend';
  /** By `network` (the served one), the other one by its name, and the baselines' names. */
  readonly models: Readonly<Record<string, EvaluationReport>>;
  /** Paired differences network − baseline on the same rows, by baseline. */
  readonly networkAgainst: Readonly<Record<string, readonly HorizonComparison[]>>;
  /** Whether test rows that lack a predictor are censored more, or less, than the others. */
  readonly missingness: readonly MissingnessCheck[];
  /** What the network's predictions rest on. */
  readonly wholeModel: WholeModelView;
}

/** Probabilities of the test rows, by horizon. */
type Predictions = readonly Float64Array[];

/** What the network must beat, on the same rows: each a ridge logistic regression on some of the predictors. */
const baselines = {
  ageAndSex: ['age_years', 'is_male'],
  lastYearsCost: ['cost_cents_12'],
  logistic: 'all',
} as const;

/** Judges the network and its baselines on the test rows, and each baseline against the network, paired. */
export async function judgeModel(judged: Judged) {
  const { models, test, seed, programme } = judged;
  const served = models.served === models.blend ? 'blend' : 'additive';
  const byModel: Record<string, Predictions> = { network: await predictionsOf(models.served, judged) };
  const other = served === 'blend' ? models.additive : models.blend;
  if (other) byModel[served === 'blend' ? 'additive' : 'blend'] = await predictionsOf(other, judged);
  for (const [name, chosen] of Object.entries(baselines)) {
    byModel[name] = baselinePredictions(judged, chosen === 'all' ? undefined : chosen);
  }
  const rows = { ...test.followUp, person: test.person, horizons: programme.horizonsMonths, seed };
  const names = Object.keys(byModel);
  const { reports, firstAgainst } = evaluateTogether(
    rows,
    names.map((name) => ({
      probabilityByHorizon: byModel[name]!,
      groups: name === 'network' ? auditGroups(test) : [],
    })),
  );
  return {
    evaluation: {
      served: served as 'additive' | 'blend',
      models: Object.fromEntries(names.map((name, at) => [name, reports[at]!])),
      networkAgainst: Object.fromEntries(names.slice(1).map((name, at) => [name, firstAgainst[at]!])),
      missingness: missingnessAndCensoring({
        ...test.predictors,
        person: test.person,
        followUp: test.followUp,
      }),
      wholeModel: await viewWholeModel(models.served, programme, test, seed),
    },
    predictions: predictionsCsv(programme, test, byModel.network!),
  };
}

/** By horizon, what a model predicts of the test rows. */
export async function predictionsOf(
  model: TrainedRiskModel,
  { test, programme }: Pick<Judged, 'test' | 'programme'>,
): Promise<Predictions> {
  const probability = await model.probabilities(test.predictors);
  const horizons = programme.horizonsMonths.length;
  return programme.horizonsMonths.map((_, h) => probability.filter((_, at) => at % horizons === h));
}

function baselinePredictions(
  { training, test, programme, seed }: Judged,
  chosen?: readonly string[],
): Predictions {
  const fitted = choose(training.predictors, chosen);
  const asked = choose(test.predictors, chosen);
  const { person, followUp } = training;
  return programme.horizonsMonths.map((horizon) =>
    logisticBaselineAtHorizon(fitted, followUp, person, horizon, seed).predict(asked.columns, asked.rows),
  );
}

function choose(table: PredictorTable, chosen: readonly string[] = table.names): PredictorTable {
  const places = chosen.map((name) => table.names.indexOf(name)).filter((place) => place >= 0);
  return {
    names: places.map((place) => table.names[place]!),
    rows: table.rows,
    columns: places.map((place) => table.columns[place]!),
  };
}

/** The groups by which fairness is audited. */
export function auditGroups({ audit, serviceStatus, predictors }: LandmarkRows): Grouping[] {
  const column = (name: string) => predictors.columns[predictors.names.indexOf(name)];
  const ages = column('age_years');
  const alone = column('lives_alone');
  return [
    grouping('sex', audit.sex),
    grouping('municipality', audit.municipality),
    grouping('serviceLanguage', audit.service_language),
    { ...grouping('serviceStatus', serviceStatus, ServiceStatus.options), hasSlope: true },
    { ...grouping('regularService', serviceStatus.map(withOrWithout), ['without', 'with']), hasSlope: true },
    ...(ages
      ? [
          grouping(
            'ageBand',
            Array.from(ages, (age) => ageBand(age)),
          ),
        ]
      : []),
    ...(alone ? [grouping('livesAlone', Array.from(alone, yesNoUnknown))] : []),
  ];
}

/** Whether somebody has a service that goes on: prevention asks for those who have none. */
const withOrWithout = (status: ServiceStatus) =>
  (withoutRegularService as readonly ServiceStatus[]).includes(status) ? 'without' : 'with';

/** @param order of the labels; alphabetical unless told */
function grouping(
  name: string,
  labelOfEachRow: readonly string[],
  order: readonly string[] = [...new Set(labelOfEachRow)].sort(),
): Grouping {
  const given = new Set(labelOfEachRow);
  const labels = order.filter((label) => given.has(label));
  const places = new Map(labels.map((label, place) => [label, place]));
  return { name, labels, labelOfRow: Int32Array.from(labelOfEachRow, (label) => places.get(label)!) };
}

/** The test rows as an analyst would compare them: pseudonym, what happened, what was predicted. */
function predictionsCsv({ horizonsMonths }: Programme, test: LandmarkRows, predictions: Predictions): string {
  const header = `client,months_to_event,event,${horizonsMonths.map((months) => `p${months}`).join(',')}`;
  const rows = test.clients.map((client, row) => {
    const { time, event } = test.followUp;
    return `${client},${time[row]},${event[row]},${predictions.map((p) => p[row]!.toFixed(9)).join(',')}`;
  });
  return `${[header, ...rows].join('\n')}\n`;
}

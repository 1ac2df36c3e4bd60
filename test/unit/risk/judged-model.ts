import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import { TensorflowRiskNetwork } from '../../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import type { Publication } from '../../../functions/core/ports/publication-store.ts';
import { judgeModel, type ModelEvaluation } from '../../../functions/core/risk/judge-model.ts';
import type { LandmarkRows } from '../../../functions/core/risk/landmark-rows.ts';
import type { CardParts } from '../../../functions/core/risk/model-card.ts';
import { quickSettings, simulatedStudy } from './simulated-study.ts';

const predictors: FeatureId[] = [
  'age_years',
  'cost_cents_12',
  'falls_24',
  'rai_adlh',
  'contacts_12',
  'has_parkinson_24',
];
export const programme = Programme.parse({ ...olderPeople, predictors, hiddenDemand: undefined });

/** The simulated study’s rows as client-months, its columns under names of the vocabulary. */
export function clientMonths(rows: number, seed: number): LandmarkRows {
  const study = simulatedStudy(rows, seed);
  const clients = Array.from({ length: rows }, (_, row) =>
    (Math.imul(row + 1, 2654435761) >>> 0).toString(16).padStart(8, '0').repeat(4),
  );
  const each = (labels: readonly string[]) => clients.map((_, row) => labels[row % labels.length]!);
  return {
    clients,
    person: Int32Array.from(clients, (_, row) => row),
    landmark: new Int32Array(rows),
    predictors: { ...study.predictors, names: predictors },
    followUp: study.followUp,
    audit: {
      sex: each(['female', 'male']),
      municipality: each(['905', '399', '545']),
      service_language: each(['fi', 'sv']),
      study_group: each(['a']),
    },
    serviceStatus: clients.map((_, row) => (row % 3 ? 'none' : 'regular-home-care')),
  };
}

const fingerprint = '0123456789abcdef'.repeat(4);

/** The client-months' publication, as the store would give it. */
export const months: Publication = {
  station: 'client-months/older-people',
  run: fingerprint.slice(0, 16),
  fingerprint,
  origin: 'simulated',
  files: [{ name: '2022-01-01.parquet', sha256: fingerprint, bytes: 1234 }],
  summary: { coversFrom: '2018-01-01', coversTo: '2025-12-31' },
};

/** A quick model, trained and judged for real, and everything its card is made from. */
export async function judgedParts(changes: Partial<ModelEvaluation> = {}): Promise<CardParts> {
  const network = await TensorflowRiskNetwork.start({ training: quickSettings });
  const [training, test] = [clientMonths(3000, 1), clientMonths(1500, 2)];
  const groups = {
    age_years: 'age',
    cost_cents_12: 'cost',
    falls_24: 'falls',
    rai_adlh: 'functional-ability',
  };
  const models = await network.train({
    ...training,
    groups: { ...groups, contacts_12: 'service-change', has_parkinson_24: 'illness' },
    horizons: programme.horizonsMonths,
    seed: 1,
  });
  const { evaluation } = await judgeModel({ programme, models, training, test, seed: 1 });
  const split = {
    origin: 'simulated' as const,
    split: 'person-and-time' as const,
    trainingLandmarks: ['2020-01-01', '2020-07-01'],
    testLandmark: '2023-01-01',
    trainingRows: 3000,
    trainingPeople: 3000,
    testRows: 1500,
  };
  return {
    programme,
    run: fingerprint.slice(0, 16),
    numerics: network.numerics,
    seed: 1,
    description: models.served.artefact().description,
    months,
    training,
    test,
    evaluation: { ...split, ...evaluation, ...changes },
  };
}

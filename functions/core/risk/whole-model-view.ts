import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { features } from '../../../data-contracts/vocabularies/features.ts';
import { clearContributions } from '../../../models/explanation/clear-contributions.ts';
import { type Faithfulness, faithfulness } from '../../../models/explanation/faithfulness.ts';
import { type FeatureCurve, featureCurve } from '../../../models/explanation/feature-curve.ts';
import { type GroupImportance, groupImportance } from '../../../models/explanation/group-importance.ts';
import { typicalValues } from '../../../models/explanation/typical-values.ts';
import type { ScoredBatch, TrainedRiskModel } from '../ports/risk-network.ts';
import type { ClearContributions } from '../ports/score-store.ts';
import type { LandmarkRows } from './landmark-rows.ts';
import { shareOf } from './people-split.ts';

/** What a model's predictions rest on, measured on a sample of the test rows. */
export interface WholeModelView {
  /** Rows behind `importance`, and behind the rest. */
  readonly importanceRows: number;
  readonly sampleRows: number;
  /** The programme's average probability at each horizon, from which contributions are counted. */
  readonly averageProbability: readonly number[];
  readonly importance: readonly GroupImportance[];
  readonly curves: readonly FeatureCurve[];
  readonly faithfulness: readonly Faithfulness[];
  /** From which size on a contribution is clear, by group at each horizon; null where the model cannot say. */
  readonly clearContributions: ClearContributions | null;
}

/** Enough for figures of importance that hold, and few enough to cost little beside the training. */
const importanceRows = 2500;
const sampleRows = 750;

/** Looks at the model as a whole: which groups matter, how risk changes along each feature, how sure reasons are. */
export async function viewWholeModel(
  model: TrainedRiskModel,
  programme: Programme,
  test: LandmarkRows,
  seed: number,
): Promise<WholeModelView> {
  const ask = (table: LandmarkRows['predictors']) => model.probabilities(table);
  const groups = Object.fromEntries(programme.predictors.map((name) => [name, features[name].group]));
  const [large, small] = [sampleByPseudonym(test, importanceRows), sampleByPseudonym(test, sampleRows)];
  const scored = await model.score(large.predictors);
  const { groupNames, horizons, averageProbability, contributions } = scored;
  const explained = { horizons, groupNames, groups };
  const importance = await groupImportance({ ...large, ...explained, contributions, seed }, ask);
  const { probability, contributions: own } = await model.score(small.predictors);
  const known = { table: small.predictors, probability, ask };
  const curves: FeatureCurve[] = [];
  for (const feature of programme.predictors) curves.push(await featureCurve(known, feature));
  const typical = typicalValues(test.predictors);
  const ofSmall = { predictors: small.predictors, ...explained, probability, contributions: own, typical };
  return {
    importanceRows: large.predictors.rows,
    sampleRows: small.predictors.rows,
    averageProbability,
    importance,
    curves,
    faithfulness: await faithfulness(ofSmall, ask),
    clearContributions: await clearOf(model, small.predictors, { ...scored, contributions: own }),
  };
}

async function clearOf(
  model: TrainedRiskModel,
  predictors: LandmarkRows['predictors'],
  { horizons, groupNames, contributions }: Pick<ScoredBatch, 'horizons' | 'groupNames' | 'contributions'>,
): Promise<ClearContributions | null> {
  const agreement = await model.contributionAgreement(predictors);
  if (!agreement) return null;
  const given = { horizons: horizons.length, groups: groupNames.length, contributions, agreement };
  const [h1, h2] = clearContributions(given).map((ofHorizon) =>
    Object.fromEntries(groupNames.map((group, at) => [group, ofHorizon[at]!])),
  );
  return { h1: h1!, h2: h2! };
}

/** At most so many rows: of the people whose pseudonyms' third part is smallest, which is as good as a lot. */
function sampleByPseudonym({ clients, person, predictors, followUp }: LandmarkRows, rows: number) {
  const lots = clients.map((client) => shareOf(client, 2));
  const taken = Int32Array.from(clients, (_, row) => row)
    .sort((a, b) => lots[a]! - lots[b]! || a - b)
    .slice(0, rows)
    .sort();
  const pick = (column: Float64Array) => Float64Array.from(taken, (row) => column[row]!);
  return {
    person: taken.map((row) => person[row]!),
    predictors: { ...predictors, rows: taken.length, columns: predictors.columns.map(pick) },
    followUp: { time: pick(followUp.time), event: Uint8Array.from(taken, (row) => followUp.event[row]!) },
  };
}

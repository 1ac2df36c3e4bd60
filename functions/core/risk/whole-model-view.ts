import type { TypicalOfAge } from '../../../data-contracts/schemas/cohort.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { features } from '../../../data-contracts/vocabularies/features.ts';
import { peerCuts } from '../../../data-contracts/vocabularies/peer-cuts.ts';
import { clearContributions } from '../../../models/explanation/clear-contributions.ts';
import type { ContributionCurve } from '../../../models/explanation/contribution-curve.ts';
import { contributionsTo } from '../../../models/explanation/contributions-to.ts';
import { type Faithfulness, faithfulness } from '../../../models/explanation/faithfulness.ts';
import { type GroupImportance, groupImportance } from '../../../models/explanation/group-importance.ts';
import type { TrainedRiskModel } from '../ports/risk-network.ts';
import type { ClearContributions } from '../ports/score-store.ts';
import { curvesOf, type ExplainedSample, type GroupCurve, typicalByAge } from './explained-sample.ts';
import type { LandmarkRows } from './landmark-rows.ts';
import { shareOf } from './people-split.ts';

/** What a model's predictions rest on, measured on a sample of the test rows. */
export interface WholeModelView {
  /** Rows behind `importance` and the curves, and behind the rest. */
  readonly importanceRows: number;
  readonly sampleRows: number;
  /** The programme's average probability at each horizon. */
  readonly averageProbability: readonly number[];
  readonly typicalByAge: readonly TypicalOfAge[];
  readonly importance: readonly GroupImportance[];
  readonly groupCurves: readonly GroupCurve[];
  readonly curves: readonly ContributionCurve[];
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
  const explain = async (rows: number) => {
    const some = sampleByPseudonym(test, rows);
    return { ...some, scored: await model.score(some.predictors), groups };
  };
  const [large, small] = [await explain(importanceRows), await explain(sampleRows)];
  const { horizons, averageProbability } = large.scored;
  const [groupNames, compared] = [groupsOf(programme.predictors), groupsOf(reasonedWith(programme))];
  const contributions = contributionsTo(groupNames, { ...large.scored, groups });
  const ofSmall = {
    groupNames: compared,
    contributions: contributionsTo(compared, { ...small.scored, groups }),
  };
  return {
    importanceRows: large.predictors.rows,
    sampleRows: small.predictors.rows,
    averageProbability,
    typicalByAge: typicalByAge(large),
    importance: await groupImportance({ ...large, horizons, groupNames, contributions, seed }, ask),
    ...curvesOf(large, compared),
    faithfulness: await faithfulness({ ...small, ...small.scored, ...ofSmall }, ask),
    clearContributions: await clearOf(model, small, groupNames),
  };
}

const groupsOf = (names: Programme['predictors']) => [...new Set(names.map((name) => features[name].group))];

/** Predictors in which people who are compared may differ. */
const reasonedWith = ({ predictors }: Programme) => predictors.filter((name) => !(name in peerCuts));

async function clearOf(
  model: TrainedRiskModel,
  sample: ExplainedSample,
  groupNames: readonly string[],
): Promise<ClearContributions | null> {
  const agreement = await model.contributionAgreement(sample.predictors);
  if (!agreement) return null;
  const contributions = contributionsTo(groupNames, { ...sample.scored, groups: sample.groups });
  const given = { horizons: 2, groups: groupNames.length, contributions, agreement };
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

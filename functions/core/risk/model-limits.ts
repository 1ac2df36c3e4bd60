import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { ModelLimit } from '../../../data-contracts/vocabularies/model-card-statements.ts';
import type { HorizonEvaluation } from '../../../models/evaluation/evaluate-predictions.ts';
import type { Estimate } from '../../../models/evaluation/person-bootstrap.ts';
import type { ModelEvaluation } from './judge-model.ts';

const leastOutcomes = 100;
const mostAuc = 0.9;

/** What this model's figures do not carry: what holds for every model, and what its own figures tell. */
export function limitsOf(evaluation: ModelEvaluation): ModelLimit[] {
  const judged = evaluation.models.network!.horizons.filter((one) => one.status === 'evaluated');
  const found: Record<ModelLimit, boolean> = {
    'invented-people': isInvented(evaluation.origin),
    // said of a model that is kept, and so where its card is read
    'older-than-erasure': false,
    'same-time': evaluation.split === 'person',
    'one-county': true,
    'as-served-before': true,
    'services-seen-only': true,
    'few-outcomes': judged.length === 0 || judged[0]!.cases < leastOutcomes,
    'no-better-than-logistic': aucsAgainstLogistic(evaluation).every(({ lower95 }) => !((lower95 ?? 0) > 0)),
    'worse-than-logistic': aucsAgainstLogistic(evaluation).some(({ upper95 }) => (upper95 ?? 0) < 0),
    miscalibrated: judged.some(({ figures }) =>
      [figures.calibrationSlope, figures.observedExpectedRatio].some(
        ({ estimate }) => estimate === null || Math.abs(estimate - 1) > 0.1,
      ),
    ),
    'group-miscalibrated': judged.some(hasOtherGroup),
    'missingness-predicts-censoring': evaluation.missingness.some((check) => check.predictsCensoring),
    'far-discrimination': judged.some(({ figures }) => (figures.auc.estimate ?? 0) > mostAuc),
    'certainty-of-parts': evaluation.wholeModel.clearContributions !== null,
    'certainty-not-measured': evaluation.wholeModel.clearContributions === null,
  };
  return (Object.keys(found) as ModelLimit[]).filter((limit) => found[limit]);
}

const isInvented = (origin: DataOrigin) => origin !== 'register';

const aucsAgainstLogistic = ({ networkAgainst }: ModelEvaluation): Estimate[] =>
  (networkAgainst.logistic ?? []).map(({ differences }) => differences.auc);

/** Whether some group's observed/expected has an interval without 1. */
function hasOtherGroup({ groups }: HorizonEvaluation): boolean {
  return groups.some(({ groups: labels }) =>
    labels.some((group) => group.status === 'reported' && !holdsOne(group.observedExpectedRatio)),
  );
}

const holdsOne = ({ lower95, upper95 }: Estimate) =>
  lower95 === null || upper95 === null || (lower95 <= 1 && 1 <= upper95);

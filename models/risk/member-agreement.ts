import { contributionsOfGroups } from './explanation.ts';
import type { PredictorTable } from './predictor-table.ts';
import { type FittedMember, type FittedRiskModel, RiskModel } from './risk-model.ts';

/**
 * How far the members of a panel agree with a model which way each group pulls: by share, those whose own
 * contribution has the sign of the model's.
 *
 * @param panel the blend that was trained on the same rows, the model itself or one beside it
 * @param table a sample of the programme's rows
 * @returns 0 … 1, rows × horizons × groups; undefined where the panel has one member
 */
export function memberAgreement(
  model: RiskModel,
  panel: RiskModel,
  table: PredictorTable,
): Float64Array | undefined {
  const { members } = panel.fitted;
  if (members.length < 2) return undefined;
  const contributions = ofGroups(model, table);
  const agreeing = new Float64Array(contributions.length);
  for (const member of members) {
    ofGroups(alone(panel.fitted, member), table).forEach((own, at) => {
      if (Math.sign(own) === Math.sign(contributions[at]!)) agreeing[at]! += member.share;
    });
  }
  return agreeing;
}

/** A member as if it were the whole model. */
const alone = (fitted: FittedRiskModel, member: FittedMember) =>
  new RiskModel({ ...fitted, members: [{ ...member, share: 1 }] });

function ofGroups(model: RiskModel, table: PredictorTable): Float64Array {
  const { predictors, groups, groupNames } = model.fitted;
  const groupOfFeature = predictors.map((name) => groupNames.indexOf(groups[name] ?? name));
  return contributionsOfGroups(model.explained(table).contributions, groupOfFeature, groupNames.length);
}

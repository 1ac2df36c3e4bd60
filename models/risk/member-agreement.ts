import type { PredictorTable } from './predictor-table.ts';
import { type FittedMember, RiskModel } from './risk-model.ts';

/**
 * How far the members of a panel agree with a model which way each group pulls: by share, those whose own
 * contribution has the sign of the model's. Each member's are measured so that over the rows given their mean
 * is the model's.
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
  const { horizons, groupNames } = model.fitted;
  const { members } = panel.fitted;
  if (members.length < 2) return undefined;
  const columns = horizons.length * groupNames.length;
  const { contributions } = model.explained(table);
  const means = columnMeans(contributions, columns);
  const agreeing = new Float64Array(contributions.length);
  for (const member of members) {
    const own = contributionsOf(panel.fitted, member, table);
    const ownMeans = columnMeans(own, columns);
    own.forEach((value, at) => {
      const centred = value - ownMeans[at % columns]! + means[at % columns]!;
      if (Math.sign(centred) === Math.sign(contributions[at]!)) agreeing[at]! += member.share;
    });
  }
  return agreeing;
}

/** What a member would contribute if it were the whole model, from the average profile. */
function contributionsOf(fitted: RiskModel['fitted'], member: FittedMember, table: PredictorTable) {
  const alone = new RiskModel({ ...fitted, members: [{ ...member, share: 1 }] });
  return alone.explainedFromProfile(table).fromProfile;
}

function columnMeans(values: Float64Array, columns: number): Float64Array {
  const means = new Float64Array(columns);
  values.forEach((value, at) => {
    means[at % columns]! += value / (values.length / columns);
  });
  return means;
}

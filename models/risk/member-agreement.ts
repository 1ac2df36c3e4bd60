import type { PredictorTable } from './predictor-table.ts';
import { type FittedMember, RiskModel } from './risk-model.ts';

/**
 * How far a blend's members agree which way each group pulls: by share, those whose own contribution has the
 * sign of the blend's. Each member's are measured so that over the rows given their mean is the blend's.
 *
 * @param table a sample of the programme's rows
 * @returns 0 … 1, rows × horizons × groups; undefined where the model has one member
 */
export function memberAgreement(model: RiskModel, table: PredictorTable): Float64Array | undefined {
  const { members, horizons, groupNames } = model.fitted;
  if (members.length < 2) return undefined;
  const columns = horizons.length * groupNames.length;
  const { contributions } = model.explained(table);
  const means = columnMeans(contributions, columns);
  const agreeing = new Float64Array(contributions.length);
  for (const member of members) {
    const own = contributionsOf(model.fitted, member, table);
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

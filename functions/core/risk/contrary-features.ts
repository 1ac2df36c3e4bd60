import type { RiskContributions } from '../../../data-contracts/schemas/risk-score.ts';
import type { PredictorTable, ScoredBatch, TrainedRiskModel } from '../ports/risk-network.ts';
import { leadingFeatures } from './leading-features.ts';

/** An explanation whose leading features have not been looked at alone. */
export type UncheckedContributions = Omit<RiskContributions, 'contrary'>;

const rowsAtOnce = 4096;

/**
 * Looks at every leading feature alone: the person as they are, but for the feature, which is as is typical. Where the
 * estimate then does not move the way that the reason would say, the feature is contrary.
 *
 * @param explained one for each row of the table
 * @returns the same, with what is contrary
 */
export async function withContrary(
  model: Pick<TrainedRiskModel, 'probabilities'>,
  table: PredictorTable,
  scored: ScoredBatch,
  explained: readonly UncheckedContributions[],
): Promise<RiskContributions[]> {
  const checked = explained.map((one) => ({ ...one, contrary: { h1: [] as string[], h2: [] as string[] } }));
  for (let from = 0; from < checked.length; from += rowsAtOnce) {
    const leads = checked
      .slice(from, from + rowsAtOnce)
      .flatMap((one, at) => leadsOf(one, scored, from + at));
    const alone = await model.probabilities(withTypical(table, scored, leads));
    leads.forEach(({ row, feature, directions }, at) => {
      for (const [horizon, direction] of directions) {
        const place = horizon === 'h1' ? 0 : 1;
        const moved = scored.probability[row * 2 + place]! - alone[at * 2 + place]!;
        if (Math.sign(moved) !== direction) checked[row]!.contrary[horizon].push(feature);
      }
    });
  }
  return checked;
}

interface Lead {
  readonly row: number;
  readonly feature: string;
  /** Where its group takes the probability at each horizon at which it leads: −1 or 1. */
  readonly directions: Map<'h1' | 'h2', number>;
}

function leadsOf(explained: UncheckedContributions, scored: ScoredBatch, row: number): Lead[] {
  const leads = new Map<string, Lead>();
  for (const [place, horizon] of (['h1', 'h2'] as const).entries()) {
    const found = leadingFeatures(explained[horizon], scored.probability[row * 2 + place]!);
    for (const { feature, contribution } of found) {
      const lead = leads.get(feature) ?? { row, feature, directions: new Map() };
      lead.directions.set(horizon, Math.sign(contribution));
      leads.set(feature, lead);
    }
  }
  return [...leads.values()];
}

/** Each lead's row, its feature typical. */
function withTypical(table: PredictorTable, scored: ScoredBatch, leads: readonly Lead[]): PredictorTable {
  const columns = table.names.map((name, at) => {
    const [own, typical] = [table.columns[at]!, scored.typical.columns[scored.featureNames.indexOf(name)]!];
    const column = new Float64Array(leads.length);
    for (let lead = 0; lead < column.length; lead++) {
      const { row, feature } = leads[lead]!;
      column[lead] = feature === name ? typical[row]! : own[row]!;
    }
    return column;
  });
  return { names: table.names, rows: leads.length, columns };
}

import type { HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';

/** Writes a run's rows as the lake keeps them. */
interface RowWriter<Row> {
  /** Writes the rows in their order at a location given by the publication store; returns how many. */
  write(location: string, batches: AsyncIterable<readonly Row[]>): Promise<number>;
}

export type ScoreWriter = RowWriter<RiskScore>;
export type HiddenDemandWriter = RowWriter<HiddenDemandRow>;

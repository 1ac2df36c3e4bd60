import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';

/** Writes a run's scores as the lake keeps them. */
export interface ScoreWriter {
  /** Writes the rows in their order at a location given by the publication store; returns how many. */
  write(location: string, batches: AsyncIterable<readonly RiskScore[]>): Promise<number>;
}

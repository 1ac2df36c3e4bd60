import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import type { ExplainedScore, ScoreSet } from './score-store.ts';

/** A row of the lake about somebody, column by column, as text; null is unknown. */
export type HeldRow = Readonly<Record<string, string | null>>;

/** A programme's current score of somebody. */
export interface HeldScore {
  readonly programme: string;
  readonly scoreSet: ScoreSet;
  readonly score: ExplainedScore;
}

/** Everything that is held of one person by pseudonym, for the person. */
export interface HeldData {
  /** Rows of the lake by table, in the order in which they were recorded; a table without any is left out. */
  rowsOf(client: string): Promise<ReadonlyMap<TableName, readonly HeldRow[]>>;
  scoresOf(client: string): Promise<readonly HeldScore[]>;
}

import type { HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import type { HiddenDemandSet } from './hidden-demand-store.ts';
import type { ExplainedScore, ScoreSet } from './score-store.ts';

/** A row of the lake about somebody, column by column, as text; null is unknown. */
export type HeldRow = Readonly<Record<string, string | null>>;

/** A programme's current score of somebody. */
export interface HeldScore {
  readonly programme: string;
  readonly scoreSet: ScoreSet;
  readonly score: ExplainedScore;
}

/** What a programme has found of somebody’s hidden demand. */
export interface HeldHiddenDemand {
  readonly programme: string;
  readonly set: HiddenDemandSet;
  readonly row: HiddenDemandRow;
}

/** Everything that is held of one person by pseudonym, for the person. */
export interface HeldData {
  /** Rows of the lake by table, in the order in which they were recorded; a table without any is left out. */
  rowsOf(client: string): Promise<ReadonlyMap<TableName, readonly HeldRow[]>>;
  scoresOf(client: string): Promise<readonly HeldScore[]>;
  hiddenDemandOf(client: string): Promise<readonly HeldHiddenDemand[]>;
}

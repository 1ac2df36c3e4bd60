import type { PredictorTable } from '../risk/predictor-table.ts';
import { type AskedModel, withColumns } from './asked-model.ts';

/** Explained rows, and what is typical. */
export interface ExplainedTable {
  readonly predictors: PredictorTable;
  readonly horizons: readonly number[];
  readonly groupNames: readonly string[];
  /** Predictor name to its group. */
  readonly groups: Readonly<Record<string, string>>;
  /** rows × horizons */
  readonly probability: Float64Array;
  /** rows × horizons × groups, in probability */
  readonly contributions: Float64Array;
  /** Somebody typical in the place of each row, in the order of the columns: what a group is neutralised to. */
  readonly typical: PredictorTable;
}

/** Whether the group that an explanation puts first is the one that moves the prediction most. */
export interface Faithfulness {
  readonly horizon: number;
  readonly rows: number;
  /**
   * Share of rows in which neutralising the top group moves the prediction more than neutralising the group in
   * the middle of the ranking; chance is a half.
   */
  readonly topOverMiddle: number;
  /** Share of pairs of a row and another group in which the top group moves the prediction more. */
  readonly topOverOthers: number;
  /** Share of rows in which no other group moves the prediction more; chance is one in the number of groups. */
  readonly topIsMost: number;
}

/**
 * Neutralises each group in turn (its predictors set to what is typical) and compares how far the prediction
 * moves: an explanation is faithful where the group with the largest contribution moves it most. Ties count
 * half.
 *
 * @source Samek et al. 2017, IEEE TNNLS 28:2660, perturbing what an explanation ranks first
 */
export async function faithfulness(table: ExplainedTable, ask: AskedModel): Promise<Faithfulness[]> {
  const moves: Float64Array[] = [];
  for (const group of table.groupNames) {
    const moved = await ask(neutralised(table, group));
    moves.push(moved.map((probability, cell) => Math.abs(probability - table.probability[cell]!)));
  }
  return table.horizons.map((horizon, h) => ({ horizon, ...sharesOf(table, moves, h) }));
}

function neutralised({ predictors, groups, typical }: ExplainedTable, group: string): PredictorTable {
  return withColumns(predictors, (position) =>
    groups[predictors.names[position]!] === group ? typical.columns[position]! : undefined,
  );
}

function sharesOf(table: ExplainedTable, moves: readonly Float64Array[], horizon: number) {
  const { rows } = table.predictors;
  const sums = { topOverMiddle: 0, topOverOthers: 0, topIsMost: 0 };
  for (let row = 0; row < rows; row++) {
    const cell = row * table.horizons.length + horizon;
    const ranked = groupsBySize(table, cell).map((group) => moves[group]![cell]!);
    const [top, ...others] = ranked as [number, ...number[]];
    const wins = others.map((other) => (top > other ? 1 : top === other ? 0.5 : 0));
    sums.topOverMiddle += wins[Math.floor(ranked.length / 2) - 1]!;
    sums.topOverOthers += wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
    sums.topIsMost += others.every((other) => top > other) ? 1 : 0;
  }
  return {
    rows,
    topOverMiddle: sums.topOverMiddle / rows,
    topOverOthers: sums.topOverOthers / rows,
    topIsMost: sums.topIsMost / rows,
  };
}

/** Groups by the size of their contributions, largest first. */
function groupsBySize({ groupNames, contributions }: ExplainedTable, cell: number): number[] {
  const size = (group: number) => Math.abs(contributions[cell * groupNames.length + group]!);
  return groupNames.map((_, group) => group).sort((a, b) => size(b) - size(a));
}

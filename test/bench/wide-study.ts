import type { TrainingInput } from '../../functions/core/ports/risk-network.ts';
import { drawsFor, normalDraw } from '../../models/risk/random-draws.ts';

const [predictors, groups] = [64, 17];

/**
 * Invented rows as wide as a county's: 64 predictors in 17 groups, a third of them counts that are mostly 0, some
 * with missing values; monthly hazards that depend on six of them.
 */
export function wideStudy(rows: number, seed: number): TrainingInput {
  const draws = drawsFor(seed, 60);
  const names = Array.from({ length: predictors }, (_, at) => `predictor ${at + 1}`);
  const columns = names.map((_, at) =>
    Float64Array.from({ length: rows }, () => predictorValue(at, normalDraw(draws))),
  );
  const time = new Float64Array(rows);
  const event = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const pull = [0, 1, 2, 3, 4, 5].reduce((sum, at) => sum + 0.3 * (columns[at]![row]! || 0), 0);
    const [outcome, death] = [0.008 * Math.exp(pull), 0.006];
    const until = -Math.log(1 - ((draws.next() >>> 0) + 0.5) / 2 ** 32) / (outcome + death);
    const seen = 20 + (row % 40);
    time[row] = Math.min(until, seen);
    event[row] = until > seen ? 0 : (row * 0.618) % 1 < outcome / (outcome + death) ? 1 : 2;
  }
  return {
    predictors: { names, rows, columns },
    followUp: { time, event },
    person: Int32Array.from({ length: rows }, (_, row) => row),
    horizons: [12, 36],
    groups: Object.fromEntries(names.map((name, at) => [name, `group ${at % groups}`])),
    seed,
  };
}

function predictorValue(predictor: number, draw: number): number {
  if (predictor % 3 === 0) return Math.max(0, Math.round(2 * draw));
  if (predictor % 7 === 0 && draw > 1) return Number.NaN;
  return draw;
}

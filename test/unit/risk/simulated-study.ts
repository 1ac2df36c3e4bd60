import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { startNetworkNumerics } from '../../../functions/adapters/tensorflow/start-numerics.ts';
import type { RiskStudy } from '../../../models/risk/prepare-study.ts';
import { drawsFor, normalDraw } from '../../../models/risk/random-draws.ts';
import type { TrainingSettings } from '../../../models/risk/training-settings.ts';

/** Starts what the networks run on, once in a test file. */
export const startWasm = () => startNetworkNumerics();

/** Small enough for a test of two seconds. */
export const quickSettings: Partial<TrainingSettings> = {
  hidden: 16,
  networks: 2,
  batchRows: 256,
  mostSteps: 300,
  strengths: ['medium'],
  penalties: [
    { ridge: 300, bend: 1 },
    { ridge: 30, bend: 1 },
  ],
  innerSplits: 1,
  choosingSplits: 1,
  treeRounds: [30],
  leastOutcomesForNetworks: 50,
};

export interface SimulatedStudy extends RiskStudy {
  /** True probability of the outcome by each horizon: rows × horizons. */
  readonly truth: Float64Array;
}

/**
 * Monthly hazards known for each row: the outcome's rises with age, falls and their product, and bends with
 * cost; death's with age alone. `cost` is skewed and mostly 0, `scale` is missing for a third, `noise` is noise.
 */
export function simulatedStudy(
  rows: number,
  seed: number,
  horizons: readonly number[] = [12, 36],
): SimulatedStudy {
  const draws = drawsFor(seed, 7);
  const uniform = () => uniformFloat64(draws);
  const names = ['age', 'cost', 'falls', 'scale', 'noise', 'constant'];
  const columns = names.map(() => new Float64Array(rows));
  const followUp = { time: new Float64Array(rows), event: new Uint8Array(rows) };
  const truth = new Float64Array(rows * horizons.length);
  for (let row = 0; row < rows; row++) {
    const age = normalDraw(draws);
    const cost = uniform() < 0.6 ? 0 : Math.exp(2 * normalDraw(draws));
    const falls = uniform() < 0.2 ? 1 : 0;
    const scale = normalDraw(draws);
    const values = [75 + 8 * age, cost, falls, uniform() < 0.33 ? Number.NaN : scale, normalDraw(draws), 4];
    values.forEach((value, at) => {
      columns[at]![row] = value;
    });
    const pull = 0.7 * age + 0.5 * falls * age + (cost > 0 ? 0.5 : 0) + 0.4 * scale;
    const outcomeHazard = 0.012 * Math.exp(pull);
    const deathHazard = 0.006 * Math.exp(0.5 * age);
    const total = outcomeHazard + deathHazard;
    const eventAt = -Math.log(1 - uniform()) / total;
    const seenUntil = 24 + 36 * uniform();
    const isOutcome = uniform() < outcomeHazard / total;
    followUp.time[row] = Math.min(eventAt, seenUntil);
    followUp.event[row] = eventAt > seenUntil ? 0 : isOutcome ? 1 : 2;
    horizons.forEach((horizon, h) => {
      truth[row * horizons.length + h] = (outcomeHazard / total) * (1 - Math.exp(-total * horizon));
    });
  }
  return {
    predictors: { names, rows, columns },
    followUp,
    person: Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 2)),
    horizons,
    groups: {
      age: 'age',
      cost: 'services',
      falls: 'falls',
      scale: 'ability',
      noise: 'noise',
      constant: 'noise',
    },
    seed,
    truth,
  };
}

import { beforeAll, describe, expect, it } from 'vitest';
import { TensorflowRiskNetwork } from '../../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import type { KeptParts } from '../../../functions/core/ports/kept-parts.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import type { RiskNetwork } from '../../../functions/core/ports/risk-network.ts';
import { crossFit, type OutOfFold } from '../../../functions/core/risk/cross-fit.ts';
import { crossFitFigures } from '../../../functions/core/risk/cross-fit-figures.ts';
import type { SurvivalTable } from '../../../functions/core/risk/cross-fit-order.ts';
import type { Repetition } from '../../../functions/core/risk/table-folds.ts';
import { quickSettings, simulatedStudy } from './simulated-study.ts';

const rows = 240;
const { predictors, followUp, horizons } = simulatedStudy(rows, 3);
const ids = Array.from({ length: rows }, (_, row) => `${row}`);
const table: SurvivalTable = {
  ids,
  people: ids,
  columns: predictors.columns.map((numbers, at) => ({
    name: predictors.names[at]!,
    numbers,
    texts: [],
    textOfRow: new Int32Array(rows).fill(-1),
  })),
  followUp,
};
const folds: Repetition = {
  rep: '7',
  foldOfRow: table.ids.map((_, row) => (row % 3 === 0 ? 'a' : 'b')),
  predicted: ['a', 'b'],
};
let network: TensorflowRiskNetwork;
let usual: OutOfFold;

async function predict(changed: SurvivalTable, repetition = folds, at = horizons): Promise<OutOfFold> {
  const order = { table: changed, repetitions: [repetition], horizons: at, seed: 1 };
  return (await crossFit({ network, progress: silentProgress }, order))[0]!;
}

beforeAll(async () => {
  network = await TensorflowRiskNetwork.start({ training: quickSettings });
  usual = await predict(table);
});

describe('cross-fitting', () => {
  it('predicts every row once a repetition, and only the folds asked for', async () => {
    expect(usual.rep).toBe('7');
    expect([...usual.rows]).toEqual(table.ids.map(Number));
    const one = await predict(table, { ...folds, predicted: ['a'] });
    expect([...one.rows]).toEqual([...usual.rows].filter((row) => row % 3 === 0));
    expect([...one.probability.network[0]!]).toEqual(
      [...usual.probability.network[0]!].filter((_, row) => row % 3 === 0),
    );
  });

  it('never lets a fold’s outcomes touch the fold’s own predictions, and lets them touch the others’', async () => {
    const event = followUp.event.map((kind, row) => (row % 3 === 0 ? (kind === 1 ? 0 : 1) : kind));
    const time = followUp.time.map((end, row) => (row % 3 === 0 ? end + 1 : end));
    const changed = await predict({ ...table, followUp: { time, event } });
    for (const model of ['network', 'logistic'] as const) {
      changed.probability[model][0]!.forEach((probability, row) => {
        if (row % 3 === 0) expect(probability).toBe(usual.probability[model][0]![row]);
        else expect(probability).not.toBe(usual.probability[model][0]![row]);
      });
    }
  });

  it('learns nothing from the rows it predicts: scaling some leaves their neighbours as they were', async () => {
    const columns = table.columns.map((column) => ({
      ...column,
      numbers: column.numbers.map((value, row) => (row % 6 === 0 ? 1000 * value : value)),
    }));
    const changed = await predict({ ...table, columns }, { ...folds, predicted: ['a'] });
    changed.rows.forEach((row, at) => {
      if (row % 6 === 0) return;
      expect(changed.probability.network[1]![at]).toBe(usual.probability.network[1]![row]);
      expect(changed.probability.logistic[1]![at]).toBe(usual.probability.logistic[1]![row]);
    });
  });

  it('takes a plain yes/no table: everybody seen to the one horizon, or to an event at time 0', async () => {
    const isCase = followUp.event.map((event) => Number(event === 1));
    const time = Float64Array.from(isCase, (event, row) => (event && row % 5 === 0 ? 0 : 1));
    const binary = { ...table, followUp: { time, event: isCase } };
    const predicted = await predict(binary, folds, [1]);
    const [network, logistic] = crossFitFigures(binary.followUp, [1], [predicted]);
    expect(network!.figures[0]).toBeGreaterThan(0.6);
    expect(Math.abs(network!.figures[0]! - logistic!.figures[0]!)).toBeLessThan(0.1);
    expect(network!.figures[3]).toBeGreaterThan(0.8);
  });

  it('goes on where it was stopped, at whichever part that was, and ends with the same numbers', async () => {
    const order = { table, repetitions: [folds], horizons, seed: 1 };
    const held = new Map<string, Uint8Array>();
    const trained: number[] = [];
    const counted: RiskNetwork = {
      numerics: network.numerics,
      restore: (artefact) => network.restore(artefact),
      train: (input) => {
        trained.push(input.predictors.rows);
        return network.train(input);
      },
    };
    const stoppingAfter = (parts: number): KeptParts => ({
      read: async (part) => held.get(part),
      write: async (part, content) => {
        if (parts-- === 0) throw new Error('stopped');
        held.set(part, content);
      },
    });
    const run = (kept: KeptParts) => crossFit({ network: counted, progress: silentProgress, kept }, order);
    for (const parts of [0, 2, 7]) await expect(run(stoppingAfter(parts))).rejects.toThrow('stopped');
    const whole = await run(stoppingAfter(Number.POSITIVE_INFINITY));
    expect(whole).toEqual([usual]);
    trained.length = 0;
    const made = held.size;
    expect(await run(stoppingAfter(0))).toEqual([usual]);
    expect(trained).toEqual([]);
    const otherSeed = crossFit(
      { network: counted, progress: silentProgress, kept: stoppingAfter(0) },
      { ...order, seed: 2 },
    );
    await expect(otherSeed).rejects.toThrow('stopped');
    expect(held.size).toBe(made);
  });

  it('asks for no explanation, and says before each fit which of how many it is', async () => {
    const asked: string[] = [];
    const steps: unknown[] = [];
    const watched: RiskNetwork = {
      numerics: network.numerics,
      restore: (artefact) => network.restore(artefact),
      train: async (input) => {
        const { served, ...others } = await network.train(input);
        const noting = new Proxy(served, {
          get: (model, name) => {
            asked.push(String(name));
            const value = Reflect.get(model, name);
            return typeof value === 'function' ? value.bind(model) : value;
          },
        });
        return { ...others, served: noting };
      },
    };
    const progress = { ...silentProgress, begin: (...told: unknown[]) => void steps.push(told) };
    await crossFit({ network: watched, progress }, { table, repetitions: [folds], horizons, seed: 1 });
    expect(new Set(asked)).toEqual(new Set(['probabilities', 'dispose']));
    expect(steps).toEqual([
      ['train', 100, { number: 1, of: 2 }],
      ['train', 100, { number: 2, of: 2 }],
    ]);
  });

  it('keeps the rows of a person together in what is learnt from', async () => {
    const paired = { ...table, people: table.ids.map((_, row) => `${Math.floor(row / 2)}`) };
    const seen: number[] = [];
    const watched: RiskNetwork = {
      numerics: network.numerics,
      restore: (artefact) => network.restore(artefact),
      train: (input) => {
        seen.push(Math.max(...input.person) + 1);
        return network.train(input);
      },
    };
    const halves = {
      rep: '1',
      foldOfRow: paired.people.map((person) => `${Number(person) % 2}`),
      predicted: ['0'],
    };
    const ports = { network: watched, progress: silentProgress };
    await crossFit(ports, { table: paired, repetitions: [halves], horizons, seed: 1 });
    expect(seen).toEqual([rows / 4]);
  });

  it('refuses folds with too few outcomes to train on, and horizons to which nobody was followed', async () => {
    const few = { ...table, followUp: { ...followUp, event: new Uint8Array(rows) } };
    await expect(predict(few)).rejects.toThrow(
      /horizon 12, repetition 7, fold a: .* at least 1 with the outcome/,
    );
    await expect(predict(table, folds, [horizons[0]!, 1e6])).rejects.toThrow(
      /horizon 1000000, .* some followed so far/,
    );
  });
});

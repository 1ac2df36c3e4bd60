import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { beforeAll, expect, it } from 'vitest';
import { encode } from '../../../models/risk/encoding.ts';
import { hazardHead } from '../../../models/risk/hazard-head.ts';
import { networkOutputs } from '../../../models/risk/hazard-network.ts';
import { prepareStudy, type RiskStudy } from '../../../models/risk/prepare-study.ts';
import { drawsFor, normalDraw } from '../../../models/risk/random-draws.ts';
import { trainNetwork } from '../../../models/risk/train-network.ts';
import { settingsFor } from '../../../models/risk/training-settings.ts';
import { startWasm } from './simulated-study.ts';

beforeAll(startWasm);

/** People whose frailty nobody sees: forty marks of it, much noise, at two landmarks; and few outcomes. */
function frailPeople(people: number, seed: number): RiskStudy & { readonly frailty: Float64Array } {
  const draws = drawsFor(seed, 70);
  const [rows, names] = [2 * people, Array.from({ length: 40 }, (_, at) => `mark ${at}`)];
  const ofPeople = Float64Array.from({ length: people }, () => normalDraw(draws));
  const frailty = Float64Array.from({ length: rows }, (_, row) => ofPeople[row % people]!);
  const columns = names.map((_, mark) =>
    frailty.map((own) => (mark < 20 ? Math.max(0, own) : own) + 3 * normalDraw(draws)),
  );
  const eventAt = frailty.map((own) => -Math.log(uniformFloat64(draws)) / (0.002 * Math.exp(own)));
  return {
    predictors: { names, rows, columns },
    followUp: {
      time: eventAt.map((months) => Math.min(months, 36)),
      event: Uint8Array.from(eventAt, (months) => Number(months < 36)),
    },
    person: Int32Array.from({ length: rows }, (_, row) => row % people),
    landmark: Int32Array.from({ length: rows }, (_, row) => (row < people ? 0 : 12)),
    horizons: [12, 36],
    groups: {},
    seed,
    frailty,
  };
}

function correlation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const [first, second] = [mean(one), mean(other)];
  const product = (a: ArrayLike<number>, am: number, b: ArrayLike<number>, bm: number) =>
    Array.from(a).reduce((sum, value, at) => sum + (value - am) * (b[at]! - bm), 0);
  return (
    product(one, first, other, second) /
    Math.sqrt(product(one, first, one, first) * product(other, second, other, second))
  );
}

it('finds what lies behind the marks nearer when it must foretell the later ones too', () => {
  const [learnt, others] = [frailPeople(1000, 1), frailPeople(1000, 2)];
  const nearness = [0, 1].map((foretoldWeight) => {
    const settings = { ...settingsFor(2000), foretoldWeight };
    const { forNetworks: study, gridEnds, encoding } = prepareStudy(learnt, settings);
    const head = hazardHead(gridEnds, 1, 0.5);
    const rows = Int32Array.from({ length: 2000 }, (_, row) => row);
    const strength = { rate: 3e-3, steps: 300, weightDecay: 0.75, dropout: 0.1 };
    const network = trainNetwork({ study, rows, head, strength, hidden: 16, batchRows: 128, seed: 1 });
    const inputs = encode(encoding, others.predictors, settings.networkExpansion);
    const levels = networkOutputs(network, inputs).filter((_, at) => at % 2 === 0);
    return correlation(levels, others.frailty);
  });
  expect(nearness[1]! - nearness[0]!).toBeGreaterThan(0.02);
});

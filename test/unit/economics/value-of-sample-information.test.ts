import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { describe, expect, it } from 'vitest';
import { acceptabilityCurves } from '../../../models/economics/acceptability.ts';
import type { Distribution } from '../../../models/economics/distributions.ts';
import { drawParameters, type ParameterDraws } from '../../../models/economics/parameter-draws.ts';
import type { StrategyDraws } from '../../../models/economics/strategy-draws.ts';
import { partialInformation } from '../../../models/economics/value-of-partial-information.ts';
import {
  estimatedLogRatios,
  type SampleInformation,
  sampleInformation,
} from '../../../models/economics/value-of-sample-information.ts';
import { drawsFor, normalDraw } from '../../../models/risk/random-draws.ts';

const netBenefits = (draws: number, of: (draw: number) => readonly [number, number]): StrategyDraws => ({
  strategies: ['usual', 'new'],
  draws,
  cost: new Float64Array(2 * draws),
  effect: Float64Array.from(Array.from({ length: draws }, (_, draw) => of(draw)).flat()),
});

describe('EVSI of a mean with a normal prior', () => {
  /** φ(u) − u (1 − Φ(u)), by Simpson's rule on ∫_u^∞ (z − u) φ(z) dz. */
  const unitNormalLoss = (u: number) => {
    const [steps, width] = [4000, 10 / 4000];
    const at = (z: number) => ((z - u) * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    let sum = at(u) + at(u + 10);
    for (let step = 1; step < steps; step++) sum += (step % 2 ? 4 : 2) * at(u + step * width);
    return (sum * width) / 3;
  };
  const [mean, sd, noise, draws] = [-400, 1000, 6000, 40_000];
  const prior: Record<string, Distribution> = { benefit: { name: 'normal', mean, standardError: sd } };
  const { benefit } = drawParameters({ distributions: prior }, draws, 5) as { benefit: Float64Array };
  const drawn = netBenefits(draws, (draw) => [0, benefit[draw]!]);

  it.each([20, 100, 500])(
    'is the closed form of Raiffa and Schlaifer to a twentieth, of %d people',
    (people) => {
      const stream = drawsFor(people, 1);
      const found = benefit.map((own) => own + (noise / Math.sqrt(people)) * normalDraw(stream));
      const spread = Math.sqrt(sd ** 4 / (sd * sd + (noise * noise) / people));
      const exact = spread * unitNormalLoss(Math.abs(mean) / spread);
      const [{ evsi }] = sampleInformation(drawn, { found }, [1]) as [SampleInformation];
      expect(evsi / exact).toBeGreaterThan(0.95);
      expect(evsi / exact).toBeLessThan(1.05);
    },
  );
});

/**
 * A critical event, a treatment that makes it rarer and has side effects: the tree of Ades, Lu & Claxton 2004, Med Decis
 * Making 24:207, in euros; a trial with so many people on each side is to tell of the event's probability and odds ratio.
 */
describe('EVSI of a trial about a critical event', () => {
  const beta = (events: number, others: number): Distribution => {
    const all = events + others;
    return {
      ...{ name: 'beta', mean: events / all },
      standardError: Math.sqrt((events * others) / (all + 1)) / all,
    };
  };
  const distributions: Record<string, Distribution> = {
    event: beta(15, 85),
    sideEffect: beta(3, 9),
    logOddsRatio: { name: 'normal', mean: -1.5, standardError: Math.sqrt(1 / 3) },
    logitQuality: { name: 'normal', mean: 0.6, standardError: Math.sqrt(1 / 6) },
  };
  const [worth, years, costEvent, costTreated, costSide] = [75_000, 30, 200_000, 15_000, 100_000];
  const treatedProbability = (event: number, logOddsRatio: number) => {
    const odds = (event / (1 - event)) * Math.exp(logOddsRatio);
    return odds / (1 + odds);
  };
  function benefitsAt(draws: ParameterDraws, draw: number): readonly [number, number] {
    const value = (name: string) => draws[name]![draw]!;
    const [event, side] = [value('event'), value('sideEffect')];
    const treated = treatedProbability(event, value('logOddsRatio'));
    const ill = (years * (1 + 1 / (1 + Math.exp(-value('logitQuality'))))) / 2;
    const usual = event * (worth * ill - costEvent) + (1 - event) * worth * years;
    const after = treated * (worth * ill - costEvent) + (1 - treated) * worth * years;
    return [usual, after - costTreated - side * (costSide + worth)];
  }
  const binomial = (probability: number, people: number, draw: () => number) => {
    let events = 0;
    for (let person = 0; person < people; person++) events += Number(draw() < probability);
    return events;
  };
  const drawnAt = (draws: number, seed: number) => drawParameters({ distributions }, draws, seed);

  /** Nested Monte Carlo: the posterior given a trial's counts is the prior's draws weighted by their likelihood. */
  function nested(people: number, trials: number, particles: number): number {
    const [truths, prior] = [drawnAt(trials, 31), drawnAt(particles, 32)];
    const stream = drawsFor(33, 0);
    const benefits = Array.from({ length: particles }, (_, at) => benefitsAt(prior, at));
    const logit = (p: number) => Math.log(p / (1 - p));
    const chances = Array.from(prior.event!, (event, at) => {
      const treated = treatedProbability(event, prior.logOddsRatio![at]!);
      return [logit(event), Math.log1p(-event), logit(treated), Math.log1p(-treated)] as const;
    });
    let best = 0;
    const means = [0, 0];
    for (let trial = 0; trial < trials; trial++) {
      const event = truths.event![trial]!;
      const usualEvents = binomial(event, people, () => uniformFloat64(stream));
      const treated = treatedProbability(event, truths.logOddsRatio![trial]!);
      const treatedEvents = binomial(treated, people, () => uniformFloat64(stream));
      const sums = [0, 0, 0];
      const logLikelihood = chances.map(
        ([usual, none, taken, noneTaken]) =>
          usualEvents * usual + treatedEvents * taken + people * (none + noneTaken),
      );
      const highest = Math.max(...logLikelihood);
      logLikelihood.forEach((own, at) => {
        const weight = Math.exp(own - highest);
        sums[0]! += weight;
        sums[1]! += weight * benefits[at]![0];
        sums[2]! += weight * benefits[at]![1];
      });
      const posterior = [sums[1]! / sums[0]!, sums[2]! / sums[0]!];
      best += Math.max(...posterior) / trials;
      for (const at of [0, 1]) means[at]! += posterior[at]! / trials;
    }
    return best - Math.max(...means);
  }

  it.each([50, 200])('is that of nested Monte Carlo to a twentieth, of %d people on each side', (people) => {
    const draws = 30_000;
    const parameters = drawnAt(draws, 41);
    const stream = drawsFor(42, 0);
    const rate = (probability: number) =>
      (binomial(probability, people, () => uniformFloat64(stream)) + 0.5) / (people + 1);
    const usual = parameters.event!.map(rate);
    const treated = parameters.event!.map((event, draw) =>
      rate(treatedProbability(event, parameters.logOddsRatio![draw]!)),
    );
    const results = {
      logOdds: usual.map((p) => Math.log(p / (1 - p))),
      logOddsTreated: treated.map((p) => Math.log(p / (1 - p))),
    };
    const drawn = netBenefits(draws, (draw) => benefitsAt(parameters, draw));
    const [{ evsi }] = sampleInformation(drawn, results, [1]) as [SampleInformation];
    const reference = nested(people, 3000, 6000);
    expect(evsi / reference).toBeGreaterThan(0.95);
    expect(evsi / reference).toBeLessThan(1.05);
  });
});

describe('a study of lots', () => {
  const draws = 5000;
  it('is worth more with more people, and never more than to know', () => {
    const logs = drawParameters(
      { distributions: { log: { name: 'normal', mean: -0.1, standardError: 0.2 } } },
      draws,
      7,
    ).log!;
    const ratio = logs.map(Math.exp);
    const drawn = netBenefits(draws, (draw) => [0, 1000 * (0.85 - ratio[draw]!)]);
    const worthOf = (events: number) =>
      sampleInformation(
        drawn,
        {
          log: estimatedLogRatios(
            ratio,
            ratio.map(() => events),
            { offeredPerOther: 1, seed: 1 },
          ),
        },
        [1],
      )[0]!.evsi;
    const [few, more, many] = [worthOf(10), worthOf(100), worthOf(100_000)];
    const toKnow = partialInformation(drawn, { ratio }, [1])[0]!.evppi;
    expect(few).toBeLessThan(more);
    expect(more).toBeLessThan(many);
    expect(many / toKnow).toBeCloseTo(1, 1);
    expect(many).toBeLessThanOrEqual(acceptabilityCurves(drawn, [1])[0]!.evpi);
  });
});

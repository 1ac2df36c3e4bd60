import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { encode, encodedWidth, learnEncoding } from '../../models/risk/encoding.ts';
import type { PredictorTable } from '../../models/risk/predictor-table.ts';
import type { FollowUp } from '../../models/survival/follow-up.ts';

/** A cause's hazards: e^(x β) times what the baseline gains at each time of an event. */
interface CauseHazards {
  readonly coefficients: Float64Array;
  /** Rising. */
  readonly times: readonly number[];
  readonly gains: readonly number[];
}

const [iterations, ridge, bins] = [30, 1, 8];

/**
 * The usual peer: a Cox regression of each cause on five-knot natural splines, ties after Breslow, with just enough
 * of a ridge (1 on β², standardised predictors) that it is always there.
 *
 * @returns a function of other rows: by horizon, each row's incidence of the outcome
 * @source Cox 1972; Breslow 1974; Harrell 2015, Regression Modeling Strategies, chapter 20
 */
export function fitSplineCox(predictors: PredictorTable, followUp: FollowUp) {
  const encoding = learnEncoding(predictors, bins);
  const terms = encodedWidth(encoding, 'curves');
  const inputs = encode(encoding, predictors, 'curves');
  const causes = followUp.event.includes(2) ? [1, 2] : [1];
  const hazards = causes.map((cause) => fitCause(inputs, terms, followUp, cause));
  return (table: PredictorTable, horizons: readonly number[]): Float64Array[] => {
    const asked = encode(encoding, table, 'curves');
    const found = horizons.map(() => new Float64Array(table.rows));
    for (let row = 0; row < table.rows; row++) {
      const own = asked.subarray(row * terms, (row + 1) * terms);
      incidenceOf(hazards, own, horizons).forEach((incidence, h) => {
        found[h]![row] = incidence;
      });
    }
    return found;
  };
}

function fitCause(inputs: Float32Array, terms: number, followUp: FollowUp, cause: number): CauseHazards {
  const latestFirst = Array.from(followUp.time.keys()).sort((a, b) => followUp.time[b]! - followUp.time[a]!);
  const at = (coefficients: Float64Array) =>
    partialLikelihood({ inputs, terms, followUp, cause, latestFirst }, coefficients);
  let coefficients = new Float64Array(terms);
  let now = at(coefficients);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const step = new CholeskyDecomposition(now.information)
      .solve(Matrix.columnVector(now.gradient))
      .to1DArray();
    const next = betterAlong(coefficients, step, now.value, at);
    if (!next) break;
    const gained = next.now.value - now.value;
    ({ coefficients, now } = next);
    if (gained < 1e-8 * Math.abs(now.value)) break;
  }
  return { coefficients, times: now.times.reverse(), gains: now.gains.reverse() };
}

type Likelihood = ReturnType<typeof partialLikelihood>;

/** Halves the step until the value rises; undefined when it does not. */
function betterAlong(
  from: Float64Array<ArrayBuffer>,
  step: readonly number[],
  value: number,
  at: (coefficients: Float64Array) => Likelihood,
) {
  for (let share = 1; share > 1e-3; share /= 2) {
    const coefficients = from.map((own, term) => own + share * step[term]!);
    const now = at(coefficients);
    if (now.value > value) return { coefficients, now };
  }
  return undefined;
}

interface Learnt {
  readonly inputs: Float32Array;
  readonly terms: number;
  readonly followUp: FollowUp;
  readonly cause: number;
  readonly latestFirst: readonly number[];
}

/** Penalised log partial likelihood, gradient and information, and the baseline's gains from the last time back. */
function partialLikelihood({ inputs, terms, followUp, cause, latestFirst }: Learnt, beta: Float64Array) {
  const { time, event } = followUp;
  const [gradient, first] = [new Float64Array(terms), new Float64Array(terms)];
  const [information, second] = [Matrix.zeros(terms, terms), Matrix.zeros(terms, terms)];
  const [times, gains] = [[] as number[], [] as number[]];
  let [value, whole] = [0, 0];
  for (let start = 0, end = 0; start < latestFirst.length; start = end) {
    const now = time[latestFirst[start]!]!;
    let events = 0;
    for (end = start; end < latestFirst.length && time[latestFirst[end]!] === now; end++) {
      const row = latestFirst[end]!;
      const own = inputs.subarray(row * terms, (row + 1) * terms);
      const score = scoreOf(own, beta);
      const risk = Math.exp(score);
      whole += risk;
      for (let a = 0; a < terms; a++) {
        first[a]! += risk * own[a]!;
        for (let b = 0; b <= a; b++) second.set(a, b, second.get(a, b) + risk * own[a]! * own[b]!);
      }
      if (event[row] !== cause) continue;
      events++;
      value += score;
      for (let a = 0; a < terms; a++) gradient[a]! += own[a]!;
    }
    if (events === 0) continue;
    value -= events * Math.log(whole);
    times.push(now);
    gains.push(events / whole);
    for (let a = 0; a < terms; a++) {
      const mean = first[a]! / whole;
      gradient[a]! -= events * mean;
      for (let b = 0; b <= a; b++) {
        const more = events * (second.get(a, b) / whole - (mean * first[b]!) / whole);
        information.set(a, b, information.get(a, b) + more);
      }
    }
  }
  for (let a = 0; a < terms; a++) {
    value -= (ridge / 2) * beta[a]! * beta[a]!;
    gradient[a]! -= ridge * beta[a]!;
    information.set(a, a, information.get(a, a) + ridge);
    for (let b = 0; b < a; b++) information.set(b, a, information.get(a, b));
  }
  return { value, gradient, information, times, gains };
}

function scoreOf(inputs: Float32Array, coefficients: Float64Array): number {
  return coefficients.reduce((sum, own, term) => sum + own * inputs[term]!, 0);
}

/** Incidence of the first cause by each horizon, all causes taking people away. */
function incidenceOf(
  hazards: readonly CauseHazards[],
  inputs: Float32Array,
  horizons: readonly number[],
): number[] {
  const risks = hazards.map(({ coefficients }) => Math.exp(scoreOf(inputs, coefficients)));
  const next = hazards.map(() => 0);
  let [eventFree, incidence] = [1, 0];
  return horizons.map((horizon) => {
    for (;;) {
      const dues = hazards.map(({ times }, cause) => times[next[cause]!] ?? Number.POSITIVE_INFINITY);
      const now = Math.min(...dues);
      if (now > horizon) return Math.min(1, incidence);
      const before = eventFree;
      hazards.forEach(({ gains }, cause) => {
        if (dues[cause] !== now) return;
        const lost = before * (1 - Math.exp(-gains[next[cause]!]! * risks[cause]!));
        next[cause]!++;
        eventFree -= lost;
        if (cause === 0) incidence += lost;
      });
    }
  });
}

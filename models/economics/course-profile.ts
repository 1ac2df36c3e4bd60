import { addCourse, type Course, emptyCourse, type HomeServiceCost, type RateRatios } from './course.ts';
import type { Distribution } from './distributions.ts';
import { logMoments } from './interval-distributions.ts';
import type { MonthlyRates } from './monthly-rates.ts';
import { remainingByMonth } from './waning-ratio.ts';

/** What is known of an intervention's ratio of a rate; absent: it has no effect on it. */
export interface UncertainEffect {
  readonly distribution: Distribution;
  readonly halvesInMonths?: number | undefined;
}

/** Somebody's course without an intervention, and with it at any two ratios. */
export interface CourseSource {
  readonly without: Course;
  /** Where the two ratios are these, > 0; a ratio of something on which there is no effect is not read. Until the next call. */
  at(outcomeRatio: number, deathRatio: number): Course;
}

/** Standard deviations around the median within which a profile is exact; beyond, the polynomial goes on. */
const reach = 4.5;

/** Chebyshev points (of the second kind) of one log ratio, with the weights of barycentric interpolation. */
class LogRatioNodes {
  readonly logRatios: Float64Array;
  readonly #remaining: Float64Array;
  readonly #weights: Float64Array;

  constructor(effect: UncertainEffect | undefined, months: number) {
    const [middle, halfWidth] = rangeOf(effect?.distribution);
    const last = halfWidth === 0 ? 0 : degreeFor(halfWidth);
    this.logRatios = Float64Array.from({ length: last + 1 }, (_, at) =>
      last === 0 ? middle : middle - halfWidth * Math.cos((Math.PI * at) / last),
    );
    this.#weights = this.logRatios.map(
      (_, at) => (at % 2 === 0 ? 1 : -1) * (at === 0 || at === last ? 0.5 : 1),
    );
    this.#remaining = remainingByMonth(months, effect?.halvesInMonths);
  }

  /** The ratio in each month at a node. */
  ratios(node: number): Float64Array {
    return this.#remaining.map((left) => Math.exp(this.logRatios[node]! * left));
  }

  /** How much of each node a log ratio takes; they sum to 1. */
  sharesAt(logRatio: number): Float64Array {
    const same = this.logRatios.indexOf(logRatio);
    if (this.logRatios.length === 1 || same >= 0) {
      const shares = new Float64Array(this.logRatios.length);
      shares[Math.max(0, same)] = 1;
      return shares;
    }
    const shares = this.#weights.map((weight, at) => weight / (logRatio - this.logRatios[at]!));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / total);
  }
}

function rangeOf(distribution: Distribution | undefined): [number, number] {
  if (distribution === undefined) return [0, 0];
  const [logMean, logSd] = logMoments(distribution);
  return [logMean, reach * logSd];
}

/** Enough for an interpolation error below a millionth of the change. */
const degreeFor = (halfWidth: number) =>
  halfWidth < 0.3 ? 4 : halfWidth < 0.8 ? 6 : halfWidth < 1.5 ? 9 : 14;

/**
 * The summed course of a group of clients as a function of an intervention's two ratios. Each client is run
 * once for every pair of nodes; the sum at any other pair is interpolated, so that a thousand draws of a
 * county's plan cost as much as some tens. Without the intervention is a course of its own.
 *
 * @source Berrut & Trefethen 2004, SIAM Review 46:501 (barycentric interpolation in Chebyshev points)
 */
export class CourseProfile implements CourseSource {
  readonly without: Course;
  readonly #outcome: LogRatioNodes;
  readonly #death: LogRatioNodes;
  readonly #ratios: readonly RateRatios[];
  /** One after another, each as `courseIn` has it. */
  readonly #nodes: Float64Array;
  readonly #courses: readonly Course[];
  readonly #values: Float64Array;
  readonly #interpolated: Course;
  readonly #unchanged: RateRatios;

  constructor(months: number, outcome: UncertainEffect | undefined, death: UncertainEffect | undefined) {
    this.#outcome = new LogRatioNodes(outcome, months);
    this.#death = new LogRatioNodes(death, months);
    this.#ratios = [...this.#outcome.logRatios.keys()].flatMap((first) =>
      [...this.#death.logRatios.keys()].map((second) => ({
        outcome: this.#outcome.ratios(first),
        death: this.#death.ratios(second),
      })),
    );
    const size = 4 * months + 3;
    this.#nodes = new Float64Array(this.#ratios.length * size);
    this.#courses = this.#ratios.map((_, node) => courseIn(this.#nodes, node * size, months));
    this.#values = new Float64Array(size);
    this.#interpolated = courseIn(this.#values, 0, months);
    this.without = emptyCourse(months);
    const ones = new Float64Array(months).fill(1);
    this.#unchanged = { outcome: ones, death: ones };
  }

  /** Adds a client to the group; with a weight of −1 takes one out again. */
  add(rates: MonthlyRates, cost: HomeServiceCost, weight = 1): void {
    addCourse(this.without, rates, this.#unchanged, cost, weight);
    this.#ratios.forEach((ratios, node) => {
      addCourse(this.#courses[node]!, rates, ratios, cost, weight);
    });
  }

  /** Adds a whole group, of the same intervention. */
  addGroup(other: CourseProfile): void {
    addScaled(this.#nodes, other.#nodes, 0, 1);
    for (const level of ['starts', 'atHome', 'otherCents', 'hospitalCents'] as const)
      addScaled(this.without[level], other.without[level], 0, 1);
  }

  at(outcomeRatio: number, deathRatio: number): Course {
    const first = this.#outcome.sharesAt(Math.log(outcomeRatio));
    const second = this.#death.sharesAt(Math.log(deathRatio));
    const [sums, size] = [this.#values.fill(0), this.#values.length];
    for (let node = 0; node < this.#courses.length; node++) {
      const share = first[Math.floor(node / second.length)]! * second[node % second.length]!;
      if (share !== 0) addScaled(sums, this.#nodes, node * size, share);
    }
    return this.#interpolated;
  }
}

/** A course whose four levels lie one after another in a longer array. */
function courseIn(values: Float64Array, from: number, months: number): Course {
  const level = (at: number) =>
    values.subarray(from + months + at * (months + 1), from + months + (at + 1) * (months + 1));
  return {
    starts: values.subarray(from, from + months),
    atHome: level(0),
    otherCents: level(1),
    hospitalCents: level(2),
  };
}

function addScaled(sums: Float64Array, values: Float64Array, from: number, by: number): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += by * values[from + at]!;
}

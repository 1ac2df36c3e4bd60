import type { ClientAhead } from './client-benefit.ts';
import type { MonthWeights } from './course-value.ts';
import { daysPerMonth } from './expected-heavy-cost.ts';

/** What a course is worth, in one unit: linear in its starts, in who is at home, and in what those at home cost. */
export interface CourseWorth {
  /** Of a start in each month. */
  readonly perStart: Float64Array;
  /** Of one at home at each month's beginning, and at the end: one more than months. */
  readonly perHome: Float64Array;
  /** Of a yearly cent of theirs, and of a cent of it for hospital days. */
  readonly perYearlyCent: Float64Array;
  readonly perHospitalCent: Float64Array;
}

/** What is charged or valued in each month; ratios are months long. */
export interface WorthTerms {
  readonly heavyCentsPerDay: number;
  /** Of a month at home, beside what it costs. */
  readonly homeMonthCents: number;
  readonly totalCostRatio: Float64Array;
  readonly hospitalRatio: Float64Array;
  readonly monthlyCents: number;
  readonly monthlyMonths: number;
}

/** Months at home times their worth, minus all costs, cents: what `valueOfCourse` comes to, without its parts. */
export function worthInCents(
  { perStart, perBeginning, perEnd }: MonthWeights,
  terms: WorthTerms,
): CourseWorth {
  const atEnds = levelWeights(perBeginning, perEnd);
  const charged = (month: number) =>
    terms.monthlyCents * Math.min(1, Math.max(0, terms.monthlyMonths - month));
  return {
    perStart: perStart.map((months) => -months * daysPerMonth * terms.heavyCentsPerDay),
    perHome: atEnds((month) => terms.homeMonthCents - charged(month)),
    perYearlyCent: atEnds((month) => -terms.totalCostRatio[month]! / 12),
    perHospitalCent: atEnds(
      (month) => (-(terms.hospitalRatio[month]! - 1) * terms.totalCostRatio[month]!) / 12,
    ),
  };
}

/** Months at home. */
export function worthInHomeMonths({ perStart, perBeginning, perEnd }: MonthWeights): CourseWorth {
  const none = new Float64Array(perStart.length + 1);
  return {
    perStart: new Float64Array(perStart.length),
    perHome: levelWeights(perBeginning, perEnd)(() => 1),
    perYearlyCent: none,
    perHospitalCent: none,
  };
}

/** Weights within months as weights at the months' ends. */
const levelWeights =
  (perBeginning: Float64Array, perEnd: Float64Array) => (each: (month: number) => number) =>
    Float64Array.from({ length: perEnd.length + 1 }, (_, month) => {
      const begins = month < perEnd.length ? perBeginning[month]! * each(month) : 0;
      return begins + (month > 0 ? perEnd[month - 1]! * each(month - 1) : 0);
    });

/** One client's way through the months: who starts heavy service in each, and who is at home at its beginning. */
export interface ClientWay {
  readonly starts: Float64Array;
  /** One more than months. */
  readonly atHome: Float64Array;
}

export const emptyWay = (months: number): ClientWay => ({
  starts: new Float64Array(months),
  atHome: new Float64Array(months + 1),
});

/** Runs a client's course as `addCourse` does, into `way`; no ratio is a ratio of 1. */
export function runClient(
  way: ClientWay,
  { rates }: ClientAhead,
  outcomeRatio: Float64Array | undefined,
  deathRatio: Float64Array | undefined,
): void {
  const { starts, atHome } = way;
  let alive = 1;
  for (let month = 0; month < starts.length; month++) {
    atHome[month] = alive;
    starts[month] = 0;
    const toHeavy = rates.outcome[month]! * (outcomeRatio ? outcomeRatio[month]! : 1);
    const all = toHeavy + rates.death[month]! * (deathRatio ? deathRatio[month]! : 1);
    if (all <= 0) continue;
    const leaving = -Math.expm1(-all);
    starts[month] = alive * (toHeavy / all) * leaving;
    alive *= 1 - leaving;
  }
  atHome[starts.length] = alive;
}

/** What a client's way is worth. */
export function worthOfWay(
  { starts, atHome }: ClientWay,
  { allCents, hospitalCents }: ClientAhead['cost'],
  { perStart, perHome, perYearlyCent, perHospitalCent }: CourseWorth,
): number {
  let worth = 0;
  for (let month = 0; month < perHome.length; month++) {
    const home = perHome[month]! + allCents * perYearlyCent[month]! + hospitalCents * perHospitalCent[month]!;
    worth += atHome[month]! * home;
    if (month < perStart.length) worth += starts[month]! * perStart[month]!;
  }
  return worth;
}

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

/** Runs a client's course as `addCourse` does, keeping nothing but what it is worth; no ratio is a ratio of 1. */
export function worthOfClient(
  { rates, cost }: ClientAhead,
  outcomeRatio: Float64Array | undefined,
  deathRatio: Float64Array | undefined,
  { perStart, perHome, perYearlyCent, perHospitalCent }: CourseWorth,
): number {
  const months = perStart.length;
  let [alive, worth] = [1, 0];
  for (let month = 0; ; month++) {
    const home =
      perHome[month]! + cost.allCents * perYearlyCent[month]! + cost.hospitalCents * perHospitalCent[month]!;
    worth += alive * home;
    if (month === months) return worth;
    const toHeavy = rates.outcome[month]! * (outcomeRatio ? outcomeRatio[month]! : 1);
    const all = toHeavy + rates.death[month]! * (deathRatio ? deathRatio[month]! : 1);
    if (all <= 0) continue;
    const leaving = -Math.expm1(-all);
    worth += alive * (toHeavy / all) * leaving * perStart[month]!;
    alive *= 1 - leaving;
  }
}

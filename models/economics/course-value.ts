import type { Course } from './course.ts';
import { daysPerMonth, monthsPerStart } from './expected-heavy-cost.ts';

/** What months are weighed with: how far ahead, how discounted, how long a stay. */
export interface TimeFrame {
  /** Whole months that count, ≥ 1. */
  readonly horizonMonths: number;
  /** For example 0.03; ≥ 0. */
  readonly discountRatePerYear: number;
  /** Mean stay in heavy service, days, > 0; stays are exponential and end by death or by leaving. */
  readonly meanStayDays: number;
}

/** Discounted months that a course is worth, month by month; each horizon long. */
export interface MonthWeights {
  /** In heavy service by the horizon, of one start evenly within the month. */
  readonly perStart: Float64Array;
  /** At home within the month, of one at home at its beginning, and of one at its end. */
  readonly perBeginning: Float64Array;
  readonly perEnd: Float64Array;
}

/**
 * With δ = ln(1 + r)/12 a month: starts are worth `monthsPerStart`; at home S falls evenly within a month, so
 * that ∫ e^{−δt} S dt = e^{−δ(m−1)} [ S_{m−1} (I_0 − I_1) + S_m I_1 ], I_0 = ∫_0^1 e^{−δt} dt,
 * I_1 = ∫_0^1 t e^{−δt} dt (both over the month: no half-cycle correction is needed).
 *
 * @throws RangeError when the horizon is no whole month ≥ 1, the rate is below 0 or the stay has no length
 */
export function monthWeights({ horizonMonths, discountRatePerYear, meanStayDays }: TimeFrame): MonthWeights {
  check(horizonMonths >= 1 && Number.isInteger(horizonMonths), 'horizonMonths', 'whole ≥ 1', horizonMonths);
  check(discountRatePerYear >= 0, 'discountRatePerYear', '≥ 0', discountRatePerYear);
  check(meanStayDays > 0, 'meanStayDays', '> 0', meanStayDays);
  const rate = Math.log1p(discountRatePerYear) / 12;
  const byMonth = (weight: (month: number) => number) =>
    Float64Array.from({ length: horizonMonths }, (_, month) => weight(month));
  const whole = rate === 0 ? 1 : -Math.expm1(-rate) / rate;
  const later = rate === 0 ? 0.5 : (whole - Math.exp(-rate)) / rate;
  const meanMonths = meanStayDays / daysPerMonth;
  return {
    perStart: byMonth((month) => monthsPerStart(month, month + 1, horizonMonths, meanMonths, rate)),
    perBeginning: byMonth((month) => Math.exp(-rate * month) * (whole - later)),
    perEnd: byMonth((month) => Math.exp(-rate * month) * later),
  };
}

/** What services cost while a course runs, and how an intervention changes and charges them. */
export interface CostTerms {
  readonly heavyCentsPerDay: number;
  /** Ratios of the yearly cost of all services at home, and of hospital days where that one is 1; months long. */
  readonly totalCostRatio: Float64Array;
  readonly hospitalRatio: Float64Array;
  /** Once, at the beginning, for each client of the course. */
  readonly fixedCents: number;
  /** For each month at home, at most so many months. */
  readonly monthlyCents: number;
  readonly monthlyMonths: number;
}

export interface CourseValue {
  readonly heavyMonths: number;
  readonly homeMonths: number;
  readonly heavyCents: number;
  /** Services other than heavy while at home. */
  readonly otherCents: number;
  readonly interventionCents: number;
}

/**
 * What a course comes to: months in heavy service and at home, and the three costs, all discounted alike.
 * Linear in the course, so that a sum of courses is worth the sum of their values.
 */
export function valueOfCourse(course: Course, weights: MonthWeights, terms: CostTerms): CourseValue {
  let [heavyMonths, homeMonths, chargedMonths, yearlyCents] = [0, 0, 0, 0];
  for (let month = 0; month < weights.perStart.length; month++) {
    const home = within(course.atHome, weights, month);
    const all = within(course.otherCents, weights, month);
    const hospital = within(course.hospitalCents, weights, month);
    heavyMonths += course.starts[month]! * weights.perStart[month]!;
    homeMonths += home;
    chargedMonths += home * Math.min(1, Math.max(0, terms.monthlyMonths - month));
    yearlyCents += (all + hospital * (terms.hospitalRatio[month]! - 1)) * terms.totalCostRatio[month]!;
  }
  return {
    heavyMonths,
    homeMonths,
    heavyCents: heavyMonths * daysPerMonth * terms.heavyCentsPerDay,
    otherCents: yearlyCents / 12,
    interventionCents: course.atHome[0]! * terms.fixedCents + chargedMonths * terms.monthlyCents,
  };
}

/** What falls evenly from a month's beginning to its end, weighed over the month. */
const within = (level: Float64Array, { perBeginning, perEnd }: MonthWeights, month: number) =>
  level[month]! * perBeginning[month]! + level[month + 1]! * perEnd[month]!;

export const totalCents = ({ heavyCents, otherCents, interventionCents }: CourseValue) =>
  heavyCents + otherCents + interventionCents;

function check(holds: boolean, what: string, expected: string, got: number): void {
  if (!holds) throw new RangeError(`${what}: expected ${expected}, got ${got}`);
}

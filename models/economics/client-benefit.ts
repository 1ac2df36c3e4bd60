import { addCourse, type Course, emptyCourse, type HomeServiceCost } from './course.ts';
import {
  type CostTerms,
  type CourseValue,
  type MonthWeights,
  monthWeights,
  type TimeFrame,
  totalCents,
  valueOfCourse,
} from './course-value.ts';
import type { MonthlyRates } from './monthly-rates.ts';
import { ratioByMonth, type WaningRatio } from './waning-ratio.ts';

/** What an intervention does to those who take it up, what it costs, and how many take it up. */
export interface InterventionTerms {
  /** Ratio of the rate of starting heavy service; absent: no effect. */
  readonly outcome?: WaningRatio | undefined;
  readonly death?: WaningRatio | undefined;
  /** Ratio of the cost of hospital days while at home; not counted where `totalCost` is given, which holds it. */
  readonly hospital?: WaningRatio | undefined;
  /** Ratio of the cost of all services other than heavy while at home. */
  readonly totalCost?: WaningRatio | undefined;
  readonly fixedCents: number;
  readonly monthlyCents: number;
  readonly monthlyMonths: number;
  /** Share of those offered it who take it up, 0 … 1. */
  readonly uptakeShare: number;
}

/** One client's months ahead as a model foresees them, and last year's cost, which is taken to go on at home. */
export interface ClientAhead {
  readonly rates: MonthlyRates;
  readonly cost: HomeServiceCost;
}

/** With the offer, without it, and the first minus the second: negative cents are saved. */
export interface ClientBenefit {
  readonly without: CourseValue;
  readonly offered: CourseValue;
  readonly difference: CourseValue & { readonly totalCents: number };
}

/**
 * What offering an intervention to one client is expected to change by a horizon. Who takes it up is a mixture:
 * the offer is worth `uptakeShare` of the difference between taking it and not.
 *
 * @param heavyCentsPerDay a day in heavy service
 * @throws RangeError when a ratio, a half-life, the frame or the uptake is outside its range
 * @example
 * clientBenefit(
 *   { rates: monthlyRates(outcomeMass, deathMass), cost: { allCents: 540_600, hospitalCents: 0 } },
 *   { outcome: { ratio: 0.8 }, fixedCents: 27_400, monthlyCents: 0, monthlyMonths: 0, uptakeShare: 0.8 },
 *   { horizonMonths: 36, discountRatePerYear: 0.03, meanStayDays: 790 },
 *   20_000,
 * );
 */
export function clientBenefit(
  client: ClientAhead,
  terms: InterventionTerms,
  frame: TimeFrame,
  heavyCentsPerDay: number,
): ClientBenefit {
  const { uptakeShare } = terms;
  if (!(uptakeShare >= 0 && uptakeShare <= 1)) {
    throw new RangeError(`uptakeShare: expected 0 to 1, got ${uptakeShare}`);
  }
  const weights = monthWeights(frame);
  const months = client.rates.outcome.length;
  const without = valueOfCourse(courseOf(client, {}), weights, noIntervention(months, heavyCentsPerDay));
  const taken = takenValue(client, terms, weights, heavyCentsPerDay);
  return benefitOf(without, taken, uptakeShare);
}

/** Offered is a mixture of taken and not; the difference is offered minus without. */
export function benefitOf(without: CourseValue, taken: CourseValue, uptakeShare: number): ClientBenefit {
  const difference = mixture(taken, uptakeShare, without, -uptakeShare);
  return {
    without,
    offered: mixture(taken, uptakeShare, without, 1 - uptakeShare),
    difference: { ...difference, totalCents: totalCents(difference) },
  };
}

function takenValue(
  client: ClientAhead,
  terms: InterventionTerms,
  weights: MonthWeights,
  heavyCentsPerDay: number,
): CourseValue {
  return valueOfCourse(
    courseOf(client, terms),
    weights,
    costTerms(terms, client.rates.outcome.length, heavyCentsPerDay),
  );
}

/** A client's course under an intervention's ratios of rates. */
export function courseOf(
  { rates, cost }: ClientAhead,
  { outcome, death }: Pick<InterventionTerms, 'outcome' | 'death'>,
): Course {
  const months = rates.outcome.length;
  const course = emptyCourse(months);
  const ratios = { outcome: ratioByMonth(months, outcome), death: ratioByMonth(months, death) };
  addCourse(course, rates, ratios, cost, 1);
  return course;
}

/** How an intervention changes and charges costs, by month. A total-cost effect holds the hospital's already. */
export const costTerms = (
  { totalCost, hospital, fixedCents, monthlyCents, monthlyMonths }: Omit<InterventionTerms, 'uptakeShare'>,
  months: number,
  heavyCentsPerDay: number,
): CostTerms => ({
  heavyCentsPerDay,
  totalCostRatio: ratioByMonth(months, totalCost),
  hospitalRatio: ratioByMonth(months, totalCost ? undefined : hospital),
  fixedCents,
  monthlyCents,
  monthlyMonths,
});

/** What services cost where nothing is offered. */
export const noIntervention = (months: number, heavyCentsPerDay: number): CostTerms =>
  costTerms({ fixedCents: 0, monthlyCents: 0, monthlyMonths: 0 }, months, heavyCentsPerDay);

/** a · first + b · second. */
function mixture(first: CourseValue, a: number, second: CourseValue, b: number): CourseValue {
  const mixed = (field: keyof CourseValue) => a * first[field] + b * second[field];
  return {
    heavyMonths: mixed('heavyMonths'),
    homeMonths: mixed('homeMonths'),
    heavyCents: mixed('heavyCents'),
    otherCents: mixed('otherCents'),
    interventionCents: mixed('interventionCents'),
  };
}

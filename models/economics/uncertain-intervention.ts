import { benefitOf, type ClientBenefit, costTerms, noIntervention } from './client-benefit.ts';
import type { CourseSource, UncertainEffect } from './course-profile.ts';
import { type CostTerms, type MonthWeights, valueOfCourse } from './course-value.ts';
import type { Distribution } from './distributions.ts';
import type { UncertainParameters } from './parameter-draws.ts';
import type { Parameters } from './sensitivity.ts';
import type { WaningRatio } from './waning-ratio.ts';

/** An intervention as it acts on a programme, each value with its distribution. */
export interface UncertainIntervention {
  readonly id: string;
  readonly outcome?: UncertainEffect | undefined;
  readonly death?: UncertainEffect | undefined;
  readonly hospital?: UncertainEffect | undefined;
  readonly totalCost?: UncertainEffect | undefined;
  readonly fixedCents: Distribution;
  readonly monthlyCents: Distribution;
  readonly monthlyMonths: number;
  readonly uptakeShare: Distribution;
}

/** What heavy service costs and how long it lasts; the same for every client and intervention. */
export interface UncertainHeavyService {
  readonly centsPerDay: Distribution;
  readonly meanStayDays: Distribution;
}

export const heavyServiceIds = {
  centsPerDay: 'heavy-service.day',
  meanStayDays: 'heavy-service.stay',
} as const;

export const effectKinds = ['outcome', 'death', 'hospital', 'totalCost'] as const;
const valueKinds = ['fixedCents', 'monthlyCents', 'uptakeShare'] as const;

/** The name of a parameter of an intervention. */
export const parameterId = (
  { id }: Pick<UncertainIntervention, 'id'>,
  kind: (typeof effectKinds)[number] | (typeof valueKinds)[number],
) => `${id}.${kind}`;

/** The two costs of one intervention are mostly wages, and rise and fall together. */
const costCorrelation = 0.9;

/**
 * Every parameter there is. Heavy service's price and stay are one draw for everybody: clients' costs rise and
 * fall together.
 */
export function parametersOf(
  heavy: UncertainHeavyService,
  interventions: readonly UncertainIntervention[],
): UncertainParameters {
  const own = interventions.flatMap((one) => [
    ...effectKinds.flatMap((kind) => (one[kind] ? [[parameterId(one, kind), one[kind].distribution]] : [])),
    ...valueKinds.map((kind) => [parameterId(one, kind), one[kind]]),
  ]);
  return {
    distributions: Object.fromEntries([
      [heavyServiceIds.centsPerDay, heavy.centsPerDay],
      [heavyServiceIds.meanStayDays, heavy.meanStayDays],
      ...own,
    ]),
    correlations: interventions
      .filter(({ fixedCents, monthlyCents }) => fixedCents.name !== 'fixed' && monthlyCents.name !== 'fixed')
      .map((one) => ({
        between: [parameterId(one, 'fixedCents'), parameterId(one, 'monthlyCents')],
        correlation: costCorrelation,
      })),
  };
}

/** An intervention where every parameter has one value: the same for every group that is offered it. */
export interface OfferTerms {
  readonly without: CostTerms;
  readonly taken: CostTerms;
  readonly outcomeRatio: number;
  readonly deathRatio: number;
  readonly uptakeShare: number;
}

/** @param months that courses are long */
export function offerTerms(
  intervention: UncertainIntervention,
  values: Parameters,
  months: number,
): OfferTerms {
  const read = (id: string) => values[id] ?? missing(id);
  const ratio = (kind: (typeof effectKinds)[number]) =>
    intervention[kind] ? read(parameterId(intervention, kind)) : 1;
  const waning = (kind: 'hospital' | 'totalCost'): WaningRatio | undefined =>
    intervention[kind] && { ratio: ratio(kind), halvesInMonths: intervention[kind].halvesInMonths };
  const centsPerDay = read(heavyServiceIds.centsPerDay);
  const terms = {
    hospital: waning('hospital'),
    totalCost: waning('totalCost'),
    fixedCents: read(parameterId(intervention, 'fixedCents')),
    monthlyCents: read(parameterId(intervention, 'monthlyCents')),
    monthlyMonths: intervention.monthlyMonths,
  };
  return {
    without: noIntervention(months, centsPerDay),
    taken: costTerms(terms, months, centsPerDay),
    outcomeRatio: ratio('outcome'),
    deathRatio: ratio('death'),
    uptakeShare: read(parameterId(intervention, 'uptakeShare')),
  };
}

/** What an offer to a group of clients changes. */
export const offerBenefit = (
  profile: CourseSource,
  terms: OfferTerms,
  weights: MonthWeights,
): ClientBenefit =>
  benefitOf(
    valueOfCourse(profile.without, weights, terms.without),
    valueOfCourse(profile.at(terms.outcomeRatio, terms.deathRatio), weights, terms.taken),
    terms.uptakeShare,
  );

/** What offering an intervention to a group of clients changes where every parameter has these values. */
export const groupBenefit = (
  intervention: UncertainIntervention,
  profile: CourseSource,
  values: Parameters,
  weights: MonthWeights,
): ClientBenefit =>
  offerBenefit(profile, offerTerms(intervention, values, profile.without.starts.length), weights);

function missing(id: string): never {
  throw new RangeError(`parameter ${id}: expected a value, got none`);
}

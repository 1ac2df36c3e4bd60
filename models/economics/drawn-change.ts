import type { CourseSource } from './course-profile.ts';
import { type MonthWeights, monthWeights, type TimeFrame } from './course-value.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import type { Parameters } from './sensitivity.ts';
import {
  heavyServiceIds,
  type OfferTerms,
  offerBenefit,
  offerTerms,
  type UncertainIntervention,
} from './uncertain-intervention.ts';

/** The values of one draw. */
export const parametersOfDraw = (drawn: ParameterDraws, draw: number): Parameters =>
  Object.fromEntries(Object.entries(drawn).map(([id, values]) => [id, values[draw]!]));

/** Clients who are offered the same intervention. */
export interface OfferedGroup {
  readonly intervention: UncertainIntervention;
  readonly profile: CourseSource;
}

/** With an offer minus without: negative cents are saved, positive months are gained. */
export const changeFields = [
  'interventionCents',
  'heavyCents',
  'otherCents',
  'totalCents',
  'heavyMonths',
  'homeMonths',
] as const;
export type ChangeField = (typeof changeFields)[number];

/** A change in every draw. */
export type DrawnChange = Readonly<Record<ChangeField, Float64Array>>;

export const noChange = (draws: number): DrawnChange =>
  Object.fromEntries(changeFields.map((field) => [field, new Float64Array(draws)])) as DrawnChange;

/** What each draw says of interventions, whatever the horizon: worked out once for each. */
export class DrawnTerms {
  readonly stays: Float64Array;
  readonly #values: readonly Parameters[];
  readonly #known = new Map<UncertainIntervention, readonly OfferTerms[]>();

  constructor(drawn: ParameterDraws) {
    this.stays = drawn[heavyServiceIds.meanStayDays] ?? new Float64Array();
    this.#values = Array.from(this.stays, (_, draw) => parametersOfDraw(drawn, draw));
  }

  /** One a draw, for courses of so many months. */
  of(intervention: UncertainIntervention, months: number): readonly OfferTerms[] {
    const terms =
      this.#known.get(intervention) ?? this.#values.map((values) => offerTerms(intervention, values, months));
    this.#known.set(intervention, terms);
    return terms;
  }
}

/** Every draw of the parameters with what months weigh in it, for one horizon and discount rate. */
export class DrawnFrame {
  readonly draws: number;
  readonly #terms: DrawnTerms;
  readonly #weights: readonly MonthWeights[];

  constructor(terms: DrawnTerms, frame: Omit<TimeFrame, 'meanStayDays'>) {
    this.#terms = terms;
    this.draws = terms.stays.length;
    this.#weights = Array.from(terms.stays, (meanStayDays) => monthWeights({ ...frame, meanStayDays }));
  }

  /** What offering a group its intervention changes, draw by draw. */
  changeOf({ intervention, profile }: OfferedGroup): DrawnChange {
    const change = noChange(this.draws);
    const terms = this.#terms.of(intervention, profile.without.starts.length);
    for (let draw = 0; draw < this.draws; draw++) {
      const { difference } = offerBenefit(profile, terms[draw]!, this.#weights[draw]!);
      for (const field of changeFields) change[field][draw] = difference[field];
    }
    return change;
  }
}

/** Changes of several groups at once, draw by draw. */
export function sumOfChanges(changes: readonly DrawnChange[], draws: number): DrawnChange {
  const sum = noChange(draws);
  for (const change of changes)
    for (const field of changeFields)
      for (let draw = 0; draw < draws; draw++) sum[field][draw]! += change[field][draw]!;
  return sum;
}

/** a − b, draw by draw. */
export const differenceOfChanges = (a: DrawnChange, b: DrawnChange): DrawnChange =>
  Object.fromEntries(
    changeFields.map((field) => [field, a[field].map((value, draw) => value - b[field][draw]!)]),
  ) as DrawnChange;

/** Mean, the middle 95 % of the draws, and the mean's own Monte-Carlo error. */
export interface DrawnSummary {
  readonly mean: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly standardError: number;
}

/** @throws RangeError when there are no draws */
export function summaryOfDraws(values: Float64Array): DrawnSummary {
  if (values.length === 0) throw new RangeError('values: expected at least one draw, got none');
  const sorted = values.slice().sort();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return {
    mean,
    lower95: quantile(sorted, 0.025),
    upper95: quantile(sorted, 0.975),
    standardError: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length),
  };
}

/** Linear between order statistics (Hyndman & Fan's type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

/** Share of draws in which something holds. */
export const shareOfDraws = (values: Float64Array, holds: (value: number, draw: number) => boolean) =>
  values.reduce((held, value, draw) => held + Number(holds(value, draw)), 0) / values.length;

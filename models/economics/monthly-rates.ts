import { hazardsFromIncidence } from '../survival/hazards.ts';

/** Where a model's intervals lie on whole months, so that curves of one model are spread over months alike. */
export class MonthGrid {
  /** Whole months that the curve covers. */
  readonly months: number;
  readonly intervals: number;
  readonly #pieces: readonly { readonly month: number; readonly interval: number; readonly share: number }[];

  /**
   * @param ends rising ends of the intervals, months after the landmark; the first begins at 0
   * @throws RangeError when the ends do not rise from above 0 or cover no whole month
   */
  constructor(ends: ArrayLike<number>) {
    checkEnds(ends);
    this.intervals = ends.length;
    this.months = Math.floor(ends[ends.length - 1]!);
    const pieces = [];
    for (let interval = 0; interval < ends.length; interval++) {
      const [from, to] = [interval === 0 ? 0 : ends[interval - 1]!, ends[interval]!];
      for (let month = Math.floor(from); month < Math.min(this.months, to); month++) {
        const shared = Math.min(to, month + 1) - Math.max(from, month);
        if (shared > 0) pieces.push({ month, interval, share: shared / (to - from) });
      }
    }
    this.#pieces = pieces;
  }

  /** Mass of each whole month: each interval's mass lies evenly within it. */
  monthly(masses: ArrayLike<number>, from: number): Float64Array {
    const months = new Float64Array(this.months);
    for (const { month, interval, share } of this.#pieces) months[month]! += masses[from + interval]! * share;
    return months;
  }
}

/** Of somebody still at home: rates a month, constant within each month, of heavy service and of death. */
export interface MonthlyRates {
  readonly outcome: Float64Array;
  readonly death: Float64Array;
}

/** Less than everybody leaves home within a month, so that rates stay finite. */
const largestMonthlyHazard = 1 - 1e-9;

/**
 * Rates from masses of the two events. With discrete hazards h_k of a month (`hazardsFromIncidence`) and
 * h = h_1 + h_2, the rate of all events is λ = −ln(1 − h) and each cause's λ_k = λ h_k / h, so that a ratio of
 * rates may be anything above 0 and probabilities still sum to 1.
 *
 * @param outcomeMass probability of the first event in each month, months long
 * @param deathMass likewise of the competing event
 * @source Prentice et al. 1978, cause-specific hazards; the grouped-data form of Kalbfleisch & Prentice §2.4
 */
export function monthlyRates(outcomeMass: Float64Array, deathMass: Float64Array): MonthlyRates {
  const months = outcomeMass.length;
  const hazards = hazardsFromIncidence(incidenceOf(outcomeMass, deathMass), months, 2);
  const rates = { outcome: new Float64Array(months), death: new Float64Array(months) };
  for (let month = 0; month < months; month++) {
    const [toHeavy, toDeath] = [hazards[month * 2]!, hazards[month * 2 + 1]!];
    const all = Math.min(toHeavy + toDeath, largestMonthlyHazard);
    if (all <= 0) continue;
    const scale = -Math.log1p(-all) / (toHeavy + toDeath);
    rates.outcome[month] = scale * toHeavy;
    rates.death[month] = scale * toDeath;
  }
  return rates;
}

/**
 * Rates over a longer time: the mean rates of the last twelve months (or of all, where there are fewer) go on unchanged.
 * @param months ≥ those of the rates; with fewer the rates are as they were
 */
export function extendedRates({ outcome, death }: MonthlyRates, months: number): MonthlyRates {
  const extended = (rates: Float64Array) => {
    if (months <= rates.length) return rates;
    const lastYear = rates.subarray(-12);
    const goesOn = lastYear.reduce((sum, rate) => sum + rate, 0) / lastYear.length;
    const longer = new Float64Array(months).fill(goesOn);
    longer.set(rates);
    return longer;
  };
  return { outcome: extended(outcome), death: extended(death) };
}

/** Rates of the outcome times a factor; those of death as they are. */
export const outcomeTimes = (rates: MonthlyRates, factor: number): MonthlyRates => ({
  ...rates,
  outcome: rates.outcome.map((rate) => rate * factor),
});

function incidenceOf(outcomeMass: Float64Array, deathMass: Float64Array): Float64Array {
  const incidence = new Float64Array(outcomeMass.length * 2);
  let [outcome, death] = [0, 0];
  for (let month = 0; month < outcomeMass.length; month++) {
    incidence[month * 2] = outcome += Math.max(0, outcomeMass[month]!);
    incidence[month * 2 + 1] = death += Math.max(0, deathMass[month]!);
  }
  return incidence;
}

function checkEnds(ends: ArrayLike<number>): void {
  for (let at = 0; at < ends.length; at++) {
    if (!(ends[at]! > (at === 0 ? 0 : ends[at - 1]!))) {
      throw new RangeError(`ends[${at}]: expected rising and > 0, got ${ends[at]}`);
    }
  }
  if (ends.length === 0 || ends[ends.length - 1]! < 1) {
    throw new RangeError('ends: expected to cover at least one month');
  }
}

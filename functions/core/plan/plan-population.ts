import type { EligibilityCondition } from '../../../data-contracts/schemas/intervention.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClientAhead } from '../../../models/economics/client-benefit.ts';
import { type Persistence, persistenceOf } from '../../../models/economics/cost-persistence.ts';
import { MonthGrid, monthlyRates } from '../../../models/economics/monthly-rates.ts';
import type { ClientCurves, PlanningScores } from '../ports/planning-scores.ts';
import { meetsRule } from './meets-rule.ts';
import type { OfferedIntervention } from './offered-interventions.ts';

/** What is known of costs in the last year, and in the last two; hospital days are priced. */
const costFeatures = ['cost_cents_12', 'hospital_days_12', 'cost_cents_24', 'hospital_days_24'] as const;

/** Pseudonyms read at once. */
const readingBatch = 20_480;

/** A part of the people, column by column: those whom some rule fits. */
interface PopulationPart {
  readonly clients: readonly string[];
  readonly municipality: readonly string[];
  readonly ageYears: Float64Array;
  readonly outcomeMass: Float32Array;
  readonly competingMass: Float32Array;
  /** Last year; NaN where it is not known. */
  readonly yearlyCents: Float64Array;
  readonly hospitalDays: Float64Array;
  /** The year before last. */
  readonly earlierCents: Float64Array;
  readonly earlierDays: Float64Array;
  /** clients × interventions, 0 or 1. */
  readonly isEligible: Uint8Array;
}

/** Released people whom the rule of at least one intervention fits, in typed arrays; clients count from 0. */
export class PlanPopulation {
  readonly interventions: number;
  /** How many of them have no cost of the last year. */
  readonly withoutCost: number;
  readonly grid: MonthGrid;
  /** How far a year's costs and hospital days go on in the next, from the two years before the landmark. */
  readonly costPersistence: Persistence;
  readonly dayPersistence: Persistence;
  readonly #hospitalCentsPerDay: number;
  readonly #parts: readonly PopulationPart[];
  readonly #starts: readonly number[];
  readonly size: number;

  constructor(
    parts: readonly PopulationPart[],
    grid: MonthGrid,
    interventions: number,
    hospitalCentsPerDay: number,
  ) {
    this.#parts = parts;
    this.grid = grid;
    this.interventions = interventions;
    this.#hospitalCentsPerDay = hospitalCentsPerDay;
    const all = (of: (part: PopulationPart) => Float64Array) => joined(parts.map(of));
    const yearly = all((part) => part.yearlyCents);
    this.withoutCost = yearly.filter(Number.isNaN).length;
    this.costPersistence = persistenceOf(
      all((part) => part.earlierCents),
      yearly,
    );
    this.dayPersistence = persistenceOf(
      all((part) => part.earlierDays),
      all((part) => part.hospitalDays),
    );
    let size = 0;
    this.#starts = parts.map(({ clients }) => {
      const start = size;
      size += clients.length;
      return start;
    });
    this.size = size;
  }

  /** Whole months that curves cover. */
  get months(): number {
    return this.grid.months;
  }

  isEligible(client: number, intervention: number): boolean {
    const { part, row } = this.#at(client);
    return part.isEligible[row * this.interventions + intervention] === 1;
  }

  /** Whether an intervention's rule fits anybody. */
  hasEligible(intervention: number): boolean {
    return this.#parts.some(({ isEligible }) =>
      isEligible.some((fits, cell) => fits === 1 && cell % this.interventions === intervention),
    );
  }

  /** The client's months ahead and last year's cost. */
  ahead(client: number): ClientAhead {
    const { part, row } = this.#at(client);
    const from = row * this.grid.intervals;
    return {
      rates: monthlyRates(
        this.grid.monthly(part.outcomeMass, from),
        this.grid.monthly(part.competingMass, from),
      ),
      cost: this.#costAhead(part, row),
    };
  }

  /** A year's cost at home as it is expected to go on; what is not known is not counted. */
  #costAhead({ yearlyCents, hospitalDays }: PopulationPart, row: number) {
    const ahead = ({ intercept, slope }: Persistence, last: number) =>
      Number.isNaN(last) ? 0 : intercept + slope * last;
    const allCents = ahead(this.costPersistence, yearlyCents[row]!);
    const days = ahead(this.dayPersistence, hospitalDays[row]!);
    return { allCents, hospitalCents: Math.min(allCents, days * this.#hospitalCentsPerDay) };
  }

  /** A client with the mean curve and costs of some; undefined: there are none. */
  typical(isOne: (client: number) => boolean): ClientAhead | undefined {
    const { months } = this.grid;
    const sums = { outcome: new Float64Array(months), death: new Float64Array(months) };
    let [clients, allCents, hospitalCents] = [0, 0, 0];
    this.#parts.forEach((part, at) => {
      for (let row = 0; row < part.clients.length; row++) {
        if (!isOne(this.#starts[at]! + row)) continue;
        clients++;
        const cost = this.#costAhead(part, row);
        allCents += cost.allCents;
        hospitalCents += cost.hospitalCents;
        addTo(sums.outcome, this.grid.monthly(part.outcomeMass, row * this.grid.intervals));
        addTo(sums.death, this.grid.monthly(part.competingMass, row * this.grid.intervals));
      }
    });
    if (clients === 0) return undefined;
    const mean = (sum: Float64Array) => sum.map((value) => value / clients);
    const cost = { allCents: allCents / clients, hospitalCents: hospitalCents / clients };
    return { rates: monthlyRates(mean(sums.outcome), mean(sums.death)), cost };
  }

  who(client: number) {
    const { part, row } = this.#at(client);
    return {
      client: part.clients[row]!,
      municipality: part.municipality[row]!,
      ageYears: part.ageYears[row]!,
    };
  }

  /** Parts are filled to the same reading batch at most, so the right one is found by halving. */
  #at(client: number): { part: PopulationPart; row: number } {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= client) low = middle;
      else high = middle - 1;
    }
    return { part: this.#parts[low]!, row: client - this.#starts[low]! };
  }
}

/**
 * Reads the curves of those whom the gate has released, and keeps whom a rule fits. Values of the withheld are
 * never read.
 * @param hospitalCentsPerDay a hospital day, in the plan's prices
 */
export async function readPopulation(
  scores: PlanningScores,
  released: readonly string[],
  offered: readonly OfferedIntervention[],
  hospitalCentsPerDay: number,
): Promise<PlanPopulation> {
  const rules = offered.map(({ entry }) => entry.eligibility.all);
  const features = [...new Set<FeatureId>([...costFeatures, ...rules.flat().map(({ feature }) => feature)])];
  const parts: PopulationPart[] = [];
  let grid: MonthGrid | undefined;
  for (let from = 0; from < released.length; from += readingBatch) {
    const clients = released.slice(from, from + readingBatch);
    const curves = await scores.curvesOf(clients, features);
    grid ??= new MonthGrid(curves.ends);
    parts.push(eligiblePart(clients, curves, rules));
  }
  return new PlanPopulation(parts, grid ?? new MonthGrid([1]), offered.length, hospitalCentsPerDay);
}

function eligiblePart(
  clients: readonly string[],
  curves: ClientCurves,
  rules: readonly (readonly EligibilityCondition[])[],
): PopulationPart {
  const fits = clients.map((_, row) =>
    rules.map((rule) => Number(meetsRule((feature) => curves.values[feature]![row]!, rule))),
  );
  const kept = [...clients.keys()].filter((row) => fits[row]!.includes(1));
  const column = (feature: FeatureId) => Float64Array.from(kept, (row) => curves.values[feature]![row]!);
  const [yearlyCents, hospitalDays] = [column('cost_cents_12'), column('hospital_days_12')];
  const before = (twoYears: FeatureId, lastYear: Float64Array) =>
    column(twoYears).map((both, at) => both - lastYear[at]!);
  const intervals = curves.ends.length;
  const massOf = (masses: Float32Array) => {
    const own = new Float32Array(kept.length * intervals);
    kept.forEach((row, at) => {
      own.set(masses.subarray(row * intervals, (row + 1) * intervals), at * intervals);
    });
    return own;
  };
  return {
    clients: kept.map((row) => clients[row]!),
    municipality: kept.map((row) => curves.municipality[row]!),
    ageYears: Float64Array.from(kept, (row) => curves.ageYears[row]!),
    outcomeMass: massOf(curves.outcomeMass),
    competingMass: massOf(curves.competingMass),
    yearlyCents,
    hospitalDays,
    earlierCents: before('cost_cents_24', yearlyCents),
    earlierDays: before('hospital_days_24', hospitalDays),
    isEligible: Uint8Array.from(kept.flatMap((row) => fits[row]!)),
  };
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += values[at]!;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

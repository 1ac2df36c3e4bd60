import type { EligibilityCondition } from '../../../data-contracts/schemas/intervention.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClientAhead } from '../../../models/economics/client-benefit.ts';
import { MonthGrid, monthlyRates } from '../../../models/economics/monthly-rates.ts';
import type { ClientCurves, PlanningScores } from '../ports/planning-scores.ts';
import type { OfferedIntervention } from './offered-interventions.ts';

/** What is known of last year's costs; hospital days are priced. */
const costFeatures = ['cost_cents_12', 'hospital_days_12'] as const;

/** Pseudonyms read at once. */
const readingBatch = 20_480;

/** A part of the people, column by column: those whom some rule fits. */
interface PopulationPart {
  readonly clients: readonly string[];
  readonly municipality: readonly string[];
  readonly ageYears: Float64Array;
  readonly outcomeMass: Float32Array;
  readonly competingMass: Float32Array;
  readonly yearlyCents: Float64Array;
  readonly hospitalCents: Float64Array;
  /** clients × interventions, 0 or 1. */
  readonly isEligible: Uint8Array;
}

/** Released people whom the rule of at least one intervention fits, in typed arrays; clients count from 0. */
export class PlanPopulation {
  readonly released: number;
  readonly interventions: number;
  /** How many of them have no cost of the last year. */
  readonly withoutCost: number;
  readonly grid: MonthGrid;
  readonly #parts: readonly PopulationPart[];
  readonly #starts: readonly number[];
  readonly size: number;

  constructor(
    parts: readonly PopulationPart[],
    grid: MonthGrid,
    counts: { readonly released: number; readonly interventions: number; readonly withoutCost: number },
  ) {
    this.#parts = parts;
    this.grid = grid;
    this.released = counts.released;
    this.interventions = counts.interventions;
    this.withoutCost = counts.withoutCost;
    let size = 0;
    this.#starts = parts.map(({ clients }) => {
      const start = size;
      size += clients.length;
      return start;
    });
    this.size = size;
  }

  isEligible(client: number, intervention: number): boolean {
    const { part, row } = this.#at(client);
    return part.isEligible[row * this.interventions + intervention] === 1;
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
      cost: { allCents: part.yearlyCents[row]!, hospitalCents: part.hospitalCents[row]! },
    };
  }

  /** A client with the mean curve and costs of those whom an intervention's rule fits; undefined: there are none. */
  typical(intervention: number): ClientAhead | undefined {
    const { months } = this.grid;
    const sums = { outcome: new Float64Array(months), death: new Float64Array(months) };
    let [clients, allCents, hospitalCents] = [0, 0, 0];
    for (const part of this.#parts) {
      for (let row = 0; row < part.clients.length; row++) {
        if (part.isEligible[row * this.interventions + intervention] !== 1) continue;
        clients++;
        allCents += part.yearlyCents[row]!;
        hospitalCents += part.hospitalCents[row]!;
        addTo(sums.outcome, this.grid.monthly(part.outcomeMass, row * this.grid.intervals));
        addTo(sums.death, this.grid.monthly(part.competingMass, row * this.grid.intervals));
      }
    }
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
  let [grid, withoutCost] = [undefined as MonthGrid | undefined, 0];
  for (let from = 0; from < released.length; from += readingBatch) {
    const clients = released.slice(from, from + readingBatch);
    const curves = await scores.curvesOf(clients, features);
    grid ??= new MonthGrid(curves.ends);
    const part = eligiblePart(clients, curves, rules, hospitalCentsPerDay);
    withoutCost += part.withoutCost;
    parts.push(part);
  }
  const counts = { released: released.length, interventions: offered.length, withoutCost };
  return new PlanPopulation(parts, grid ?? new MonthGrid([1]), counts);
}

function eligiblePart(
  clients: readonly string[],
  curves: ClientCurves,
  rules: readonly (readonly EligibilityCondition[])[],
  hospitalCentsPerDay: number,
): PopulationPart & { readonly withoutCost: number } {
  const fits = clients.map((_, row) => rules.map((rule) => Number(meets(curves, row, rule))));
  const kept = [...clients.keys()].filter((row) => fits[row]!.includes(1));
  const [cost, days] = costFeatures.map((feature) => kept.map((row) => curves.values[feature]![row]!));
  const yearlyCents = Float64Array.from(cost!, orNothing);
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
    hospitalCents: Float64Array.from(days!, (count, at) =>
      Math.min(orNothing(count) * hospitalCentsPerDay, yearlyCents[at]!),
    ),
    isEligible: Uint8Array.from(kept.flatMap((row) => fits[row]!)),
    withoutCost: cost!.filter(Number.isNaN).length,
  };
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += values[at]!;
}

const orNothing = (value: number) => (Number.isNaN(value) ? 0 : value);

/** Whether every condition holds; a value that is missing holds none. */
function meets({ values }: ClientCurves, row: number, rule: readonly EligibilityCondition[]): boolean {
  return rule.every(({ feature, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }) => {
    const value = values[feature]![row]!;
    return value >= atLeast && value <= atMost;
  });
}

import type { EvidenceTag } from '../../../data-contracts/schemas/evidence-tag.ts';
import type { Endpoint, Intervention, RatioEffect } from '../../../data-contracts/schemas/intervention.ts';
import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { PriceIndex } from '../../../data-contracts/schemas/price-index.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { UncertainEffect } from '../../../models/economics/course-profile.ts';
import type { Distribution } from '../../../models/economics/distributions.ts';
import {
  betaOf,
  type Estimated,
  gammaOf,
  logNormalOf,
} from '../../../models/economics/interval-distributions.ts';
import type {
  UncertainHeavyService,
  UncertainIntervention,
} from '../../../models/economics/uncertain-intervention.ts';
import { PlanFault } from './plan-fault.ts';

/** An entry of the catalogue as it acts on a programme, in the programme's prices. */
export interface OfferedIntervention {
  readonly entry: Intervention;
  readonly uncertain: UncertainIntervention;
  /** Infinity: no bound. */
  readonly places: number;
  readonly notCounted: readonly Endpoint[];
  readonly isDemonstration: boolean;
}

/**
 * The interventions that a plan may offer: those asked for, or the programme's.
 * @throws PlanFault naming an intervention that is not in the catalogue or named twice, a capacity for one that is not offered,
 * or a price year that the index does not know
 */
export function offeredInterventions(
  catalogue: readonly Intervention[],
  programme: Programme,
  request: Pick<PlanRequest, 'interventions' | 'capacity'>,
  priceIndex: PriceIndex,
): OfferedIntervention[] {
  const ids = request.interventions ?? programme.interventions;
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) throw new PlanFault(`interventions: ${twice} is named twice`);
  const unknown = Object.keys(request.capacity).find((id) => !ids.includes(id));
  if (unknown) throw new PlanFault(`capacity: ${unknown} is not offered; offered are ${ids.join(', ')}`);
  return ids.map((id) => {
    const entry = catalogue.find((one) => one.id === id);
    if (!entry) {
      const known = catalogue.map((one) => one.id).join(', ');
      throw new PlanFault(`intervention ${id}: not in the catalogue, which has ${known}`);
    }
    const places = request.capacity[id] ?? entry.capacity?.clients ?? Number.POSITIVE_INFINITY;
    const { priceYear } = programme.outcomeCost;
    const prices = indexRatio(priceIndex, entry.cost.priceYear, priceYear, `intervention ${id}`);
    return offered(entry, programme, places, prices);
  });
}

function offered(
  entry: Intervention,
  programme: Programme,
  places: number,
  prices: number,
): OfferedIntervention {
  const acts = actingEffects(entry, programme);
  const { fixedCents, monthlyCents } = entry.cost;
  const counted = Object.values(acts);
  const priced = (cost: Money) => gammaOf(estimated(cost.mean * prices, cost, prices));
  return {
    entry,
    uncertain: {
      id: entry.id,
      outcome: uncertain(acts.outcome),
      death: uncertain(acts.death),
      hospital: uncertain(acts.hospital),
      totalCost: uncertain(acts.totalCost),
      fixedCents: priced(fixedCents),
      monthlyCents: monthlyCents ? priced(monthlyCents) : { name: 'fixed', value: 0 },
      monthlyMonths: monthlyCents?.months ?? 0,
      uptakeShare: betaOf(estimated(entry.uptake.share, entry.uptake)),
    },
    places,
    notCounted: entry.effects.filter((effect) => !counted.includes(effect)).map(({ endpoint }) => endpoint),
    isDemonstration: tagsOf(entry).includes('demonstration'),
  };
}

/**
 * Which effect acts on what. The programme's own endpoint acts on its outcome; cost ratios act where the
 * programme knows the client's costs; a total-cost effect holds the hospital's already.
 */
export function actingEffects({ effects }: Intervention, { outcome, predictors }: Programme) {
  const effect = (endpoint: Endpoint) => effects.find((one) => one.endpoint === endpoint);
  const totalCost = predictors.includes('cost_cents_12') ? effect('total-cost') : undefined;
  const knowsHospital = predictors.includes('hospital_days_12') && outcome.endpoint !== 'hospital';
  return {
    outcome: effect(outcome.endpoint),
    death: effect('death'),
    totalCost,
    hospital: knowsHospital && !totalCost ? effect('hospital') : undefined,
  };
}

type Money = NonNullable<Intervention['cost']['monthlyCents']> | Intervention['cost']['fixedCents'];

const estimated = (
  estimate: number,
  { lower95, upper95 }: { readonly lower95: number; readonly upper95: number },
  factor = 1,
): Estimated => ({ estimate, lower95: lower95 * factor, upper95: upper95 * factor });

const uncertain = (effect: RatioEffect | undefined): UncertainEffect | undefined =>
  effect && {
    distribution: logNormalOf(estimated(effect.ratio, effect)),
    halvesInMonths: effect.halvesInMonths,
  };

const tagsOf = ({ effects, cost, uptake, capacity }: Intervention): EvidenceTag[] => [
  ...effects.map(({ evidence }) => evidence),
  cost.fixedCents.evidence,
  ...(cost.monthlyCents ? [cost.monthlyCents.evidence] : []),
  uptake.evidence,
  ...(capacity ? [capacity.evidence] : []),
];

/** What the outcome's service costs and how long it lasts; known for certain where no interval is given. */
export function uncertainHeavyService({ outcomeCost }: Programme): UncertainHeavyService {
  const { centsPerDay, meanDays, uncertainty } = outcomeCost;
  const around = (
    estimate: number,
    interval: { lower95: number; upper95: number } | undefined,
  ): Distribution => (interval ? gammaOf(estimated(estimate, interval)) : { name: 'fixed', value: estimate });
  return {
    centsPerDay: around(centsPerDay, uncertainty?.centsPerDay),
    meanStayDays: around(meanDays, uncertainty?.meanDays),
  };
}

/** Prices of one year in prices of another. @throws PlanFault when the index does not know a year */
export function indexRatio(priceIndex: PriceIndex, from: number, to: number, what: string): number {
  if (from === to) return 1;
  const indexOf = (year: number) => {
    const found = priceIndex.find((one) => one.year === year);
    if (!found) throw new PlanFault(`${what}: price year ${year} is not in the price index`);
    return found.index;
  };
  return indexOf(to) / indexOf(from);
}

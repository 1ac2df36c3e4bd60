import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { Allocation } from '../../../models/economics/allocate.ts';
import type { DrawnChange, OfferedGroup } from '../../../models/economics/drawn-change.ts';
import { chooseOffers, netBenefitAt, type OfferWorth } from './choose-offers.ts';
import { OfferedGroups, type ValuedGroup } from './offered-groups.ts';
import type { OfferedIntervention } from './offered-interventions.ts';
import type { PlanPopulation } from './plan-population.ts';
import type { PlanFrame } from './plan-value.ts';

/** Offers made one way, and what they change in every draw over the programme's second horizon, discounted. */
export interface ValuedOffers {
  readonly allocation: Allocation;
  readonly groups: readonly (OfferedGroup | undefined)[];
  /** By intervention; undefined where nobody is offered it. */
  readonly changes: readonly (DrawnChange | undefined)[];
  readonly total: DrawnChange;
}

/** Interventions that are offered to somebody, by number, and the best plan of those that may be. */
export interface Combination {
  readonly used: readonly number[];
  readonly offers: ValuedOffers;
}

/** With more in use than this, each alone and each left out stand for all combinations. */
const mostCombined = 6;

/** Plans of a population with any interventions on or off, each allocated for what a home month is worth. */
export class Combinations {
  readonly #offered: readonly OfferedIntervention[];
  readonly #worth: OfferWorth;
  readonly #frame: PlanFrame;
  readonly #request: Pick<PlanRequest, 'budgetCents' | 'seed'>;
  /** By intervention: many plans offer it to the same, or nearly. */
  readonly #groups: readonly OfferedGroups[];
  readonly #at = new Map<number, readonly Combination[]>();

  constructor(
    population: PlanPopulation,
    offered: readonly OfferedIntervention[],
    worth: OfferWorth,
    frame: PlanFrame,
    request: Pick<PlanRequest, 'budgetCents' | 'seed'>,
  ) {
    this.#groups = offered.map((one) => new OfferedGroups(population, one, frame));
    this.#offered = offered;
    this.#worth = worth;
    this.#frame = frame;
    this.#request = request;
  }

  /** The best plan with all interventions on. */
  whole(worthPerHomeMonthCents: number, budgetCents = this.#request.budgetCents): ValuedOffers {
    return this.#valued(
      this.#chosen(netBenefitAt(this.#worth, worthPerHomeMonthCents), everything, budgetCents),
    );
  }

  /**
   * The distinct plans that there are with any interventions off: all on first, nothing last but for equals. What nobody is
   * offered anyway need not be turned off.
   */
  at(worthPerHomeMonthCents: number): readonly Combination[] {
    const known = this.#at.get(worthPerHomeMonthCents) ?? this.#found(worthPerHomeMonthCents);
    this.#at.set(worthPerHomeMonthCents, known);
    return known;
  }

  #found(worthPerHomeMonthCents: number): Combination[] {
    const netBenefit = netBenefitAt(this.#worth, worthPerHomeMonthCents);
    const found = new Map<string, Combination>();
    const tried = new Set<string>();
    const tryWithout = (off: readonly number[]): readonly number[] => {
      const key = off.join();
      if (tried.has(key)) return [];
      tried.add(key);
      const allocation = this.#chosen(netBenefit, (at) => !off.includes(at));
      const used = [...allocation.placesTaken.keys()].filter((at) => allocation.placesTaken[at]! > 0);
      if (!found.has(used.join())) found.set(used.join(), { used, offers: this.#valued(allocation) });
      return used;
    };
    const descend = (off: readonly number[]): void => {
      for (const at of tryWithout(off)) descend([...off, at].sort((a, b) => a - b));
    };
    const inUse = tryWithout([]);
    const all = [...this.#offered.keys()];
    if (inUse.length > mostCombined) {
      for (const at of inUse) tryWithout([at]);
      for (const at of all) tryWithout(all.filter((other) => other !== at));
      tryWithout(all);
    } else for (const at of inUse) descend([at]);
    return [...found.values()];
  }

  #chosen(
    netBenefit: Float64Array,
    isOn: (at: number) => boolean,
    budgetCents = this.#request.budgetCents,
  ): Allocation {
    const { seed } = this.#request;
    return chooseOffers(netBenefit, this.#worth.offerCents, this.#offered, { budgetCents, seed }, isOn);
  }

  #valued(allocation: Allocation): ValuedOffers {
    const byIntervention = this.#groupsOf(allocation);
    const changes = byIntervention.map((one) => one?.change);
    return {
      allocation,
      groups: byIntervention.map((one) => one?.group),
      changes,
      total: this.#frame.sum(changes),
    };
  }

  /** Undefined where an intervention is offered to nobody. */
  #groupsOf({ chosen, placesTaken }: Allocation): (ValuedGroup | undefined)[] {
    const clients = Array.from(placesTaken, (taken) => new Int32Array(taken));
    const found = new Int32Array(placesTaken.length);
    chosen.forEach((at, client) => {
      if (at >= 0) clients[at]![found[at]!++] = client;
    });
    return clients.map((own, at) => (own.length === 0 ? undefined : this.#groups[at]!.of(own)));
  }
}

const everything = () => true;

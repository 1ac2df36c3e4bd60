import type { ClientAhead } from '../../../models/economics/client-benefit.ts';
import { CourseProfile } from '../../../models/economics/course-profile.ts';
import type { DrawnChange } from '../../../models/economics/drawn-change.ts';
import type { UncertainIntervention } from '../../../models/economics/uncertain-intervention.ts';
import type { OfferedIntervention } from './offered-interventions.ts';
import type { PlanPopulation } from './plan-population.ts';
import type { PlanFrame } from './plan-value.ts';

/** Clients by number, with their months ahead. */
export interface PeopleAhead {
  readonly months: number;
  ahead(client: number): ClientAhead;
}

/** Clients who are offered an intervention, as one group with its summed course. */
export function offeredGroup(
  people: PeopleAhead,
  intervention: UncertainIntervention,
  clients: ArrayLike<number>,
) {
  const profile = emptyProfile(people, intervention);
  addClients(profile, people, clients, 1);
  return { intervention, profile };
}

/** A group, and what offering it the intervention changes in every draw. */
export interface ValuedGroup {
  /** Rising. */
  readonly clients: Int32Array;
  readonly group: { readonly intervention: UncertainIntervention; readonly profile: CourseProfile };
  readonly change: DrawnChange;
}

/**
 * Groups that one intervention is offered to in many plans. Most differ by few clients from a group that is known: only
 * these are run, into it and out of it.
 */
export class OfferedGroups {
  readonly #population: PlanPopulation;
  readonly #offered: OfferedIntervention;
  readonly #frame: PlanFrame;
  readonly #known: ValuedGroup[] = [];

  constructor(population: PlanPopulation, offered: OfferedIntervention, frame: PlanFrame) {
    this.#population = population;
    this.#offered = offered;
    this.#frame = frame;
  }

  /** @param clients rising */
  of(clients: Int32Array): ValuedGroup {
    const { nearest, apart } = this.#nearest(clients);
    if (nearest && apart === 0) return nearest;
    const group = nearest ? this.#changed(nearest, clients) : this.#group(clients);
    const fresh = { clients, group, change: this.#frame.change(group) };
    this.#known.push(fresh);
    return fresh;
  }

  /** The known group with the fewest clients that are in one of the two only, if fewer than there are in this. */
  #nearest(clients: Int32Array) {
    let [nearest, apart]: [ValuedGroup | undefined, number] = [undefined, clients.length];
    const isIn = this.#marked(clients);
    for (const one of this.#known) {
      let shared = 0;
      for (const client of one.clients) shared += isIn[client]!;
      const own = clients.length + one.clients.length - 2 * shared;
      if (own < apart) [nearest, apart] = [one, own];
    }
    return { nearest, apart };
  }

  #group(clients: Int32Array): ValuedGroup['group'] {
    return offeredGroup(this.#population, this.#offered.uncertain, clients);
  }

  #changed(from: ValuedGroup, clients: Int32Array): ValuedGroup['group'] {
    const [before, after] = [this.#marked(from.clients), this.#marked(clients)];
    const intervention = this.#offered.uncertain;
    const profile = emptyProfile(this.#population, intervention);
    profile.addGroup(from.group.profile);
    const joining = clients.filter((client) => before[client] === 0);
    const leaving = from.clients.filter((client) => after[client] === 0);
    addClients(profile, this.#population, joining, 1);
    addClients(profile, this.#population, leaving, -1);
    return { intervention, profile };
  }

  #marked(clients: Int32Array): Uint8Array {
    const isIn = new Uint8Array(this.#population.size);
    for (const client of clients) isIn[client] = 1;
    return isIn;
  }
}

const emptyProfile = ({ months }: PeopleAhead, { outcome, death }: UncertainIntervention) =>
  new CourseProfile(months, outcome, death);

function addClients(
  profile: CourseProfile,
  people: PeopleAhead,
  clients: ArrayLike<number>,
  weight: 1 | -1,
): void {
  for (let at = 0; at < clients.length; at++) {
    const { rates, cost } = people.ahead(clients[at]!);
    profile.add(rates, cost, weight);
  }
}

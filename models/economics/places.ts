import type { AllocationProblem } from './allocation-problem.ts';

/** Who holds which place, and what is left: the state that repair works on. */
export class Places {
  readonly problem: AllocationProblem;
  /** Intervention of each client, −1 = none. */
  readonly chosen: Int8Array;
  readonly placesLeft: Float64Array;
  /** Served of each group, by floor. */
  readonly servedOf: readonly Int32Array[];
  budgetLeftCents: number;
  readonly #isCostPerClient: boolean;

  constructor(problem: AllocationProblem, chosen: Int8Array) {
    this.problem = problem;
    this.chosen = new Int8Array(problem.clients).fill(-1);
    this.placesLeft = Float64Array.from(problem.capacity, Math.floor);
    this.servedOf = (problem.floors ?? []).map(({ atLeast }) => new Int32Array(atLeast.length));
    this.budgetLeftCents = problem.budgetCents;
    this.#isCostPerClient = problem.costCents.length === problem.benefit.length;
    for (let client = 0; client < problem.clients; client++) {
      if (chosen[client]! >= 0) this.give(client, chosen[client]!);
    }
  }

  /** 0 for none; NaN where the client is not eligible. */
  benefit(client: number, intervention: number): number {
    return intervention < 0 ? 0 : this.problem.benefit[client * this.problem.interventions + intervention]!;
  }

  costCents(client: number, intervention: number): number {
    if (intervention < 0) return 0;
    const { costCents, interventions } = this.problem;
    return costCents[this.#isCostPerClient ? client * interventions + intervention : intervention]!;
  }

  hasPlace(intervention: number): boolean {
    return intervention < 0 || this.placesLeft[intervention]! >= 1;
  }

  /** What the client has is exchanged for another intervention, or for none (−1). */
  give(client: number, intervention: number): void {
    const before = this.chosen[client]!;
    this.budgetLeftCents += this.costCents(client, before) - this.costCents(client, intervention);
    if (before >= 0) this.placesLeft[before]! += 1;
    if (intervention >= 0) this.placesLeft[intervention]! -= 1;
    this.chosen[client] = intervention;
    const more = Number(intervention >= 0) - Number(before >= 0);
    if (more !== 0) this.#countServed(client, more);
  }

  /** Whether a group of the client's would fall below its floor without the client. */
  holdsFloor(client: number): boolean {
    return (this.problem.floors ?? []).some(({ groupOf, atLeast }, floor) => {
      const group = groupOf[client]!;
      return group >= 0 && this.servedOf[floor]![group]! <= atLeast[group]!;
    });
  }

  totalBenefit(): number {
    let total = 0;
    for (let client = 0; client < this.chosen.length; client++)
      total += this.benefit(client, this.chosen[client]!);
    return total;
  }

  totalCostCents(): number {
    let total = 0;
    for (let client = 0; client < this.chosen.length; client++)
      total += this.costCents(client, this.chosen[client]!);
    return total;
  }

  /** By how many clients the floors are missed. */
  missingOfFloors(): number {
    return (this.problem.floors ?? []).reduce((missing, { atLeast }, floor) => {
      const served = this.servedOf[floor]!;
      return served.reduce((sum, own, group) => sum + Math.max(0, atLeast[group]! - own), missing);
    }, 0);
  }

  #countServed(client: number, more: number): void {
    this.servedOf.forEach((served, floor) => {
      const group = this.problem.floors![floor]!.groupOf[client]!;
      if (group >= 0) served[group]! += more;
    });
  }
}

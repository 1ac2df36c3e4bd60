import type { AllocationProblem } from './allocation-problem.ts';
import type { EqualClients } from './equal-clients.ts';

/** An allocation's problem with one position for each thing that is scarce; benefits and costs near 1. */
export interface ScarceThings {
  readonly problem: AllocationProblem;
  readonly benefitUnit: number;
  readonly costUnit: number;
  /** Position of the budget, −1 when there is enough for all. */
  readonly budgetAt: number;
  /** Position of each intervention's places, −1 when there are enough. */
  readonly placeAt: Int32Array;
  /** Position of each floor's groups, −1 without a floor. */
  readonly floorAt: readonly Int32Array[];
  /** What there is of each, scaled; of a floor, minus what there must be. */
  readonly limit: Float64Array;
  /** The first of each group of equal clients, and how many they are. */
  readonly different: Int32Array;
  readonly equals: Float64Array;
}

/** Finds what can run short. What is enough for everybody gets no position. */
export function scarceThings(problem: AllocationProblem, groups: readonly EqualClients[]): ScarceThings {
  const { clients, interventions, benefit, costCents, budgetCents, capacity, floors = [] } = problem;
  const costUnit = meanSize(costCents);
  const limit: number[] = [];
  const add = (amount: number) => limit.push(amount) - 1;
  const budgetAt = budgetCents < dearestCents(problem) ? add(budgetCents / costUnit) : -1;
  const placeAt = new Int32Array(interventions).fill(-1);
  for (let j = 0; j < interventions; j++) {
    if (capacity[j]! < clients) placeAt[j] = add(Math.floor(capacity[j]!));
  }
  const floorAt = floors.map(({ atLeast }) =>
    Int32Array.from(atLeast, (least) => (least > 0 ? add(-least) : -1)),
  );
  const benefitUnit = meanSize(benefit);
  return {
    problem,
    benefitUnit,
    costUnit,
    budgetAt,
    placeAt,
    floorAt,
    limit: Float64Array.from(limit),
    ...differentClients(clients, groups),
  };
}

function differentClients(clients: number, groups: readonly EqualClients[]) {
  const equalsOf = new Float64Array(clients).fill(1);
  for (const members of groups) {
    for (const client of members) equalsOf[client] = 0;
    equalsOf[members[0]!] = members.length;
  }
  const equals = equalsOf.filter((count) => count > 0);
  const different = new Int32Array(equals.length);
  for (let client = 0, at = 0; client < clients; client++)
    if (equalsOf[client]! > 0) different[at++] = client;
  return { different, equals };
}

/** Mean size of those that are not 0; 1 when there are none. */
function meanSize(values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (const one of values) {
    const size = Math.abs(one);
    if (!(size > 0)) continue;
    sum += size;
    count++;
  }
  return count === 0 ? 1 : sum / count;
}

/** What everybody's dearest intervention would cost. */
function dearestCents({ clients, interventions, benefit, costCents }: AllocationProblem): number {
  const isPerClient = costCents.length === benefit.length;
  let sum = 0;
  for (let client = 0, cell = 0; client < clients; client++) {
    let dearest = 0;
    for (let j = 0; j < interventions; j++, cell++) {
      if (!Number.isNaN(benefit[cell]!)) dearest = Math.max(dearest, costCents[isPerClient ? cell : j]!);
    }
    sum += dearest;
  }
  return sum;
}

import type { AllocationProblem } from './allocation-problem.ts';

/** Two and more clients, rising, who are equal in everything that an allocation looks at. */
export type EqualClients = readonly number[];

/** Clients with the same benefits, costs and groups, in order of their first. */
export function equalClients(problem: AllocationProblem): EqualClients[] {
  const { clients } = problem;
  const isSame = sameRows(problem);
  const buckets = new Int32Array(tableSize(clients)).fill(-1);
  const groups = new Map<number, number[]>();
  for (let client = 0; client < clients; client++) {
    let at = hashOf(problem, client) & (buckets.length - 1);
    while (buckets[at]! >= 0 && !isSame(buckets[at]!, client)) at = (at + 1) & (buckets.length - 1);
    const first = buckets[at]!;
    if (first < 0) buckets[at] = client;
    else if (groups.has(first)) groups.get(first)!.push(client);
    else groups.set(first, [first, client]);
  }
  return [...groups.values()].sort((one, other) => one[0]! - other[0]!);
}

const tableSize = (clients: number) => 2 ** Math.ceil(Math.log2(2 * clients + 2));

const bits = new Uint32Array(2);
const number = new Float64Array(bits.buffer);

function hashOf(
  { interventions, benefit, costCents, floors = [] }: AllocationProblem,
  client: number,
): number {
  const isPerClient = costCents.length === benefit.length;
  let hash = 0x811c9dc5;
  for (let j = 0, cell = client * interventions; j < interventions; j++, cell++) {
    const own = benefit[cell]!;
    hash = mixed(hash, Number.isNaN(own) ? -0.5 : own);
    if (isPerClient) hash = mixed(hash, costCents[cell]!);
  }
  for (const { groupOf } of floors) hash = mixed(hash, groupOf[client]!);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** 0 and −0 are one number. */
function mixed(hash: number, value: number): number {
  number[0] = value + 0;
  const once = Math.imul(hash ^ bits[0]!, 0x85ebca6b);
  return Math.imul(once ^ (once >>> 15) ^ bits[1]!, 0xc2b2ae35);
}

function sameRows({ interventions, benefit, costCents, floors = [] }: AllocationProblem) {
  const isPerClient = costCents.length === benefit.length;
  const isSameNumber = (a: number, b: number) => a === b || (Number.isNaN(a) && Number.isNaN(b));
  return (one: number, other: number): boolean => {
    for (let j = 0; j < interventions; j++) {
      const [a, b] = [one * interventions + j, other * interventions + j];
      if (!isSameNumber(benefit[a]!, benefit[b]!)) return false;
      if (isPerClient && costCents[a] !== costCents[b]) return false;
    }
    return floors.every(({ groupOf }) => groupOf[one] === groupOf[other]);
  };
}

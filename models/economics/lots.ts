import { drawsFor, shuffledPositions } from '../risk/random-draws.ts';
import type { AllocationProblem } from './allocation-problem.ts';

/** The purpose of the draws, so that no other stream of the seed has the same. */
const lotDraws = 71;

/** What the lots decided. */
export interface Lots {
  readonly isDrawnByLot: Uint8Array;
  readonly probabilityServed: Float64Array;
}

/**
 * Draws lots among equals: clients with the same benefits, costs and groups who do not all get the same. Their
 * places are shuffled among them, so each had the same chance, whatever the order of rows or the method that
 * made the allocation. Changes `chosen` in place; what is spent, given and met stays the same.
 *
 * To draw lots more widely, round benefits beforehand to the step below which a difference means nothing.
 */
export function drawLots(problem: AllocationProblem, chosen: Int8Array): Lots {
  const isDrawnByLot = new Uint8Array(chosen.length);
  const probabilityServed = Float64Array.from(chosen, (intervention) => Number(intervention >= 0));
  const draws = drawsFor(problem.seed, lotDraws);
  for (const members of equals(problem)) {
    if (members.every((client) => chosen[client] === chosen[members[0]!])) continue;
    const before = members.map((client) => chosen[client]!);
    const served = before.filter((intervention) => intervention >= 0).length;
    shuffledPositions(members.length, draws).forEach((from, to) => {
      chosen[members[to]!] = before[from]!;
      isDrawnByLot[members[to]!] = 1;
      probabilityServed[members[to]!] = served / members.length;
    });
  }
  return { isDrawnByLot, probabilityServed };
}

/** Groups of two and more clients who are equal in everything that the allocation looks at. */
function equals(problem: AllocationProblem): Iterable<number[]> {
  const { clients } = problem;
  const isSame = sameRows(problem);
  const firstOf = new Map<number, number>();
  const buckets = new Int32Array(tableSize(clients)).fill(-1);
  for (let client = 0; client < clients; client++) {
    let at = hashOf(problem, client) & (buckets.length - 1);
    while (buckets[at]! >= 0 && !isSame(buckets[at]!, client)) at = (at + 1) & (buckets.length - 1);
    if (buckets[at]! < 0) buckets[at] = client;
    else firstOf.set(client, buckets[at]!);
  }
  const groups = new Map<number, number[]>();
  for (const [client, first] of firstOf) {
    const group = groups.get(first);
    if (group) group.push(client);
    else groups.set(first, [first, client]);
  }
  return groups.values();
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
  const mix = (value: number) => {
    number[0] = value;
    hash = Math.imul(hash ^ bits[0]!, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ bits[1]!, 0xc2b2ae35);
  };
  for (let j = 0, cell = client * interventions; j < interventions; j++, cell++) {
    const own = benefit[cell]!;
    mix(Number.isNaN(own) ? -0.5 : own + 0);
    if (isPerClient) mix(costCents[cell]! + 0);
  }
  for (const { groupOf } of floors) mix(groupOf[client]!);
  return (hash ^ (hash >>> 13)) >>> 0;
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

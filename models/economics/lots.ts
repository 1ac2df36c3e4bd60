import { drawsFor, shuffledPositions } from '../risk/random-draws.ts';
import type { AllocationProblem } from './allocation-problem.ts';
import type { EqualClients } from './equal-clients.ts';

/** The purpose of the draws, so that no other stream of the seed has the same. */
const lotDraws = 71;

/** What the lots decided. */
export interface Lots {
  readonly isDrawnByLot: Uint8Array;
  /** Which lot the client's place was drawn in, from 1; 0 where none was. */
  readonly lotOf: Int32Array;
  readonly probabilityServed: Float64Array;
}

/**
 * Draws lots among equals: clients with the same benefits, costs and groups who do not all get the same. Their
 * places are shuffled among them, so each had the same chance, whatever the order of rows or the method that
 * made the allocation. Changes `chosen` in place; what is spent, given and met stays the same.
 *
 * To draw lots more widely, round benefits beforehand to the step below which a difference means nothing.
 */
export function drawLots(
  { seed }: AllocationProblem,
  groups: readonly EqualClients[],
  chosen: Int8Array,
): Lots {
  const isDrawnByLot = new Uint8Array(chosen.length);
  const lotOf = new Int32Array(chosen.length);
  let lot = 0;
  const probabilityServed = Float64Array.from(chosen, (intervention) => Number(intervention >= 0));
  const draws = drawsFor(seed, lotDraws);
  for (const members of groups) {
    if (members.every((client) => chosen[client] === chosen[members[0]!])) continue;
    lot += 1;
    const before = members.map((client) => chosen[client]!);
    const served = before.filter((intervention) => intervention >= 0).length;
    shuffledPositions(members.length, draws).forEach((from, to) => {
      chosen[members[to]!] = before[from]!;
      isDrawnByLot[members[to]!] = 1;
      lotOf[members[to]!] = lot;
      probabilityServed[members[to]!] = served / members.length;
    });
  }
  return { isDrawnByLot, lotOf, probabilityServed };
}

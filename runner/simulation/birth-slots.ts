import { population } from './assumptions.ts';
import { dayOf, firstYear, isoDay } from './calendar.ts';
import { codesPerDayAndSex, identityCode } from './identity-code.ts';
import type { Sex } from './life-state.ts';
import { atAge } from './monthly-chances.ts';
import { mixBits } from './random-stream.ts';

export interface Birth {
  readonly bornDay: number;
  readonly sex: Sex;
  readonly identityCode: string;
}

const slotBits = 21;
/** As many people as the county can have: 2,097,152. */
export const birthSlots = 2 ** slotBits;

/** Nobody older than 110 on the first day, nobody who does not reach 65 in the period. */
const firstBirth = dayOf(firstYear - 110, 0, 1);
const lastBirth = dayOf(firstYear + 7 - 65, 11, 31);

/**
 * Gives each client number its own birth: day, sex and a personal identity code that nobody else has,
 * without knowing how many clients there are. The slots 0 … 2²¹ − 1 are laid out by day and sex, as many to
 * each as the age pyramid asks for (always fewer than the codes of the day and sex); a seeded bijection on
 * 21 bits takes the client number to a slot.
 */
export class BirthSlots {
  readonly #seed: number;
  /** Slots before each day and sex, women first: two entries a day. */
  readonly #slotsBefore = slotsBeforeEachDayAndSex();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The place among all births that a client number has, the same for no other. */
  slotOf(clientNumber: number): number {
    if (clientNumber < 0 || clientNumber >= birthSlots) {
      throw new RangeError(`clientNumber: expected 0 … ${birthSlots - 1}, got ${clientNumber}`);
    }
    return scattered(clientNumber, this.#seed);
  }

  birthOf(clientNumber: number): Birth {
    const slot = this.slotOf(clientNumber);
    const cell = this.#cellOf(slot);
    const bornDay = firstBirth + (cell >> 1);
    const isMale = cell % 2 === 1;
    return {
      bornDay,
      sex: isMale ? 'male' : 'female',
      identityCode: identityCode(isoDay(bornDay), isMale, slot - this.#slotsBefore[cell]!),
    };
  }

  /** The last cell that begins at or before the slot. */
  #cellOf(slot: number): number {
    let low = 0;
    let high = this.#slotsBefore.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#slotsBefore[middle]! <= slot) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A bijection on 21 bits: odd multiplications and xor-shifts undo, so no two numbers meet. */
function scattered(number: number, seed: number): number {
  const mask = birthSlots - 1;
  let slot = number;
  for (let round = 0; round < 4; round++) {
    const key = mixBits(seed + Math.imul(round + 1, 0x9e3779b9));
    slot = (Math.imul(slot ^ (key & mask), (key >>> 7) | 1) + (key >>> 3)) & mask;
    slot ^= slot >>> 11;
  }
  return slot;
}

function slotsBeforeEachDayAndSex(): Int32Array {
  const weights = Array.from({ length: 2 * (lastBirth - firstBirth + 1) }, (_, cell) => cellWeight(cell));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const before = new Int32Array(weights.length);
  let weightBefore = 0;
  weights.forEach((weight, cell) => {
    before[cell] = Math.round((weightBefore / total) * birthSlots);
    const crowd = cell > 0 ? before[cell]! - before[cell - 1]! : 0;
    if (crowd > codesPerDayAndSex) throw new RangeError(`births of one day and sex: ${crowd} have no code`);
    weightBefore += weight;
  });
  return before;
}

function cellWeight(cell: number): number {
  const age = (dayOf(firstYear, 0, 1) - (firstBirth + (cell >> 1))) / 365.25;
  const women = atAge(population.womenShare, age);
  return atAge(population.peoplePerYearOfAge, age) * (cell % 2 === 0 ? women : 1 - women);
}

import { type Sex, stateCount } from './life-state.ts';
import type { PopulationTables } from './population-tables.ts';
import type { RandomStream } from './random-stream.ts';

/** Draws the state in which a person of an age is met first, from how people of that age are spread. */
export class StartingStates {
  readonly #tables: PopulationTables;
  readonly #cumulated: Record<Sex, Float64Array[]> = { female: [], male: [] };

  constructor(tables: PopulationTables) {
    this.#tables = tables;
  }

  draw(sex: Sex, ageHalfYears: number, random: RandomStream): number {
    const steps = this.#cumulatedAt(sex, ageHalfYears);
    const share = random.share() * steps[stateCount - 1]!;
    let low = 0;
    let high = stateCount - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (steps[middle]! > share) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #cumulatedAt(sex: Sex, ageHalfYears: number): Float64Array {
    const known = this.#cumulated[sex];
    known[ageHalfYears] ??= cumulated(this.#tables.people(sex, ageHalfYears));
    return known[ageHalfYears];
  }
}

function cumulated(shares: Float64Array): Float64Array {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}

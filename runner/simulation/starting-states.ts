import { type Sex, stateCount } from './life-state.ts';
import type { PopulationTables } from './population-tables.ts';
import type { RandomStream } from './random-stream.ts';

/** Draws the state in which a person of an age is met first, from how people of that age are spread. */
export class StartingStates {
  readonly #tables: PopulationTables;
  readonly #cumulated = new Map<string, Float64Array>();

  constructor(tables: PopulationTables) {
    this.#tables = tables;
  }

  draw(sex: Sex, ageHalfYears: number, random: RandomStream): number {
    const cumulated = this.#cumulatedAt(sex, ageHalfYears);
    const share = random.share() * cumulated[stateCount - 1]!;
    let low = 0;
    let high = stateCount - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! > share) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #cumulatedAt(sex: Sex, ageHalfYears: number): Float64Array {
    const key = `${sex}${ageHalfYears}`;
    let known = this.#cumulated.get(key);
    if (known === undefined) {
      let sum = 0;
      known = this.#tables.people(sex, ageHalfYears).map((share) => {
        sum += share;
        return sum;
      });
      this.#cumulated.set(key, known);
    }
    return known;
  }
}

import { firstAgeYears, startAtFirstAge } from './assumptions.ts';
import { type Sex, stateCount, states } from './life-state.ts';
import { type ChanceTable, chanceTable, monthBackwards, monthForwards } from './month-of-life.ts';
import { type Happening, happenings } from './monthly-chances.ts';

export const firstAgeHalfYears = 2 * firstAgeYears;
/** Nobody's chances change after 110. */
export const lastAgeHalfYears = 220;
const ageSlot = (ageHalfYears: number) => Math.min(ageHalfYears, lastAgeHalfYears) - firstAgeHalfYears;

/** The probability of an outcome within months of a landmark, for every state. */
export type RiskByState = Float64Array;

/** Everything that is computed from the monthly chances alone, made when first asked for. */
export class PopulationTables {
  readonly #chances = new Map<string, ChanceTable>();
  readonly #people: Record<Sex, Float64Array[]> = { female: [], male: [] };
  readonly #risks = new Map<string, ReadonlyMap<number, RiskByState>>();

  chances(sex: Sex, ageHalfYears: number): ChanceTable {
    const slot = ageSlot(ageHalfYears);
    return memoised(this.#chances, `${sex}${slot}`, () => chanceTable(sex, slot + firstAgeHalfYears));
  }

  /** How people alive at an age are spread over the states, adding up to 1; everybody began at 63. */
  people(sex: Sex, ageHalfYears: number): Float64Array {
    const known = this.#people[sex];
    if (known.length === 0) known.push(peopleAtFirstAge(sex));
    while (known.length <= ageSlot(ageHalfYears)) {
      known.push(normalised(this.halfYear(sex, firstAgeHalfYears + known.length - 1, known.at(-1)!).people));
    }
    return known[ageSlot(ageHalfYears)]!;
  }

  /** People after six months at one age, and how many of them each happening befell, by slot. */
  halfYear(sex: Sex, ageHalfYears: number, atStart: Float64Array) {
    const flows = new Float64Array(happenings.length);
    let people = atStart;
    for (let month = 0; month < 6; month++) {
      people = monthForwards(people, this.chances(sex, ageHalfYears), flows);
    }
    return { people, flows };
  }

  /**
   * The exact probability, by backward recursion, that `outcome` happens within each horizon of a landmark
   * at the start of a half-year of age, with death competing and nobody leaving the county.
   * @param horizonsMonths multiples of 6, rising
   */
  risks(
    sex: Sex,
    ageHalfYears: number,
    outcome: Happening,
    horizonsMonths: readonly number[],
  ): ReadonlyMap<number, RiskByState> {
    const key = `${sex}${ageSlot(ageHalfYears)}${outcome}${horizonsMonths}`;
    return memoised(
      this.#risks,
      key,
      () => new Map(horizonsMonths.map((months) => [months, this.#risk(sex, ageHalfYears, outcome, months)])),
    );
  }

  #risk(sex: Sex, ageHalfYears: number, outcome: Happening, horizonMonths: number): RiskByState {
    let probability: Float64Array = new Float64Array(stateCount);
    for (let month = horizonMonths - 1; month >= 0; month--) {
      const table = this.chances(sex, ageHalfYears + Math.floor(month / 6));
      probability = monthBackwards(probability, table, outcome);
    }
    return probability;
  }
}

function memoised<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function peopleAtFirstAge(sex: Sex): Float64Array {
  const { susceptibilityShare, frailtyShare, memoryStageShare, livesAloneShare } = startAtFirstAge;
  const alone = livesAloneShare[sex];
  return Float64Array.from(states, (state) => {
    if (state.hasCarer || state.recentStay || state.care) return 0;
    return (
      susceptibilityShare[state.susceptibility]! *
      frailtyShare[state.frailty]! *
      memoryStageShare[state.memory]! *
      (state.livesAlone ? alone : 1 - alone)
    );
  });
}

function normalised(people: Float64Array): Float64Array {
  const total = people.reduce((sum, count) => sum + count, 0);
  return people.map((count) => count / total);
}

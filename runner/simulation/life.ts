import { population } from './assumptions.ts';
import type { BirthSlots } from './birth-slots.ts';
import { firstYear, halfYearOf, monthStart, periodMonths } from './calendar.ts';
import { type LifeState, type Sex, states } from './life-state.ts';
import { bitOf, LivedMonth } from './month-of-life.ts';
import { firstAgeHalfYears, type PopulationTables } from './population-tables.ts';
import { RandomStream } from './random-stream.ts';
import type { StartingStates } from './starting-states.ts';

/** What a simulated person lives through in the period; registers see parts of it. */
export interface Life {
  readonly clientNumber: number;
  readonly identityCode: string;
  readonly bornDay: number;
  readonly birthHalfYear: number;
  readonly sex: Sex;
  /** First month that is simulated: 0, or the half-year in which the person turns 63. */
  readonly firstMonth: number;
  /** State at the start of each month from `firstMonth`; the last is the state at the end. */
  readonly states: readonly LifeState[];
  readonly stateNumbers: readonly number[];
  /** What happened in each month from `firstMonth`, bits of `bitOf`. */
  readonly happened: readonly number[];
  readonly end: 'in-county' | 'died' | 'moved-out';
  /** First day on which nothing more is seen of the person: the day after death, the day of moving, or the period's end. */
  readonly endDay: number;
}

const monthlyMoveOut = population.movesOutPerYear / 12;
const firstHalfYear = halfYearOf(firstYear, 0);
const halfYearsAt65 = 131;

/** Completed half-years of age in a month of the period, counted from half-year of birth to half-year now. */
export const ageHalfYearsIn = (birthHalfYear: number, month: number) =>
  firstHalfYear + Math.floor(month / 6) - birthHalfYear;

function birthHalfYearOf(bornDay: number): number {
  const born = new Date(bornDay * 86_400_000);
  return halfYearOf(born.getUTCFullYear(), born.getUTCMonth());
}

export class Lives {
  readonly #seed: number;
  readonly #births: BirthSlots;
  readonly #tables: PopulationTables;
  readonly #starts: StartingStates;
  readonly #month = new LivedMonth();

  constructor(seed: number, births: BirthSlots, tables: PopulationTables, starts: StartingStates) {
    this.#seed = seed;
    this.#births = births;
    this.#tables = tables;
    this.#starts = starts;
  }

  lifeOf(clientNumber: number): Life {
    const birth = this.#births.birthOf(clientNumber);
    const random = new RandomStream(this.#seed, clientNumber, 0);
    const birthHalfYear = birthHalfYearOf(birth.bornDay);
    const firstMonth = Math.max(0, 6 * (firstAgeHalfYears + birthHalfYear - firstHalfYear));
    const startAge = ageHalfYearsIn(birthHalfYear, firstMonth);
    const stateNumbers = [this.#starts.draw(birth.sex, startAge, random)];
    const happened: number[] = [];
    let end: Life['end'] = 'in-county';
    let endDay = monthStart(periodMonths);
    for (let month = firstMonth; month < periodMonths && end === 'in-county'; month++) {
      const age = ageHalfYearsIn(birthHalfYear, month);
      happened.push(this.#liveMonth(birth.sex, age, stateNumbers, random));
      end = endOfMonth(age, happened.at(-1)!, random);
      if (end !== 'in-county') endDay = monthStart(month) + random.whole(5, 27);
    }
    return {
      clientNumber,
      ...birth,
      birthHalfYear,
      firstMonth,
      states: stateNumbers.map((number) => states[number]!),
      stateNumbers,
      happened,
      end,
      endDay,
    };
  }

  #liveMonth(sex: Sex, age: number, stateNumbers: number[], random: RandomStream): number {
    this.#month.state = stateNumbers.at(-1)!;
    this.#month.live(this.#tables.chances(sex, age), random);
    stateNumbers.push(this.#month.state);
    return this.#month.happened;
  }
}

/** Moves are drawn apart from life and do not depend on it; nobody moves out before 65. */
function endOfMonth(age: number, happened: number, random: RandomStream): Life['end'] {
  if (happened & bitOf.dies) return 'died';
  return age >= halfYearsAt65 && random.chance(monthlyMoveOut) ? 'moved-out' : 'in-county';
}

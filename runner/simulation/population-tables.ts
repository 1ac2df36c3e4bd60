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
  readonly #chances: Record<Sex, ChanceTable[]> = { female: [], male: [] };
  readonly #people: Record<Sex, Float64Array[]> = { female: [], male: [] };
  readonly #risks = new Map<number, RiskByState>();

  chances(sex: Sex, ageHalfYears: number): ChanceTable {
    const slot = ageSlot(ageHalfYears);
    const known = this.#chances[sex];
    known[slot] ??= chanceTable(sex, slot + firstAgeHalfYears);
    return known[slot];
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
   * The exact probability, by backward recursion, that `outcome` happens within some half-years of a landmark
   * at the start of a half-year of age, with death competing and nobody leaving the county.
   */
  risk(sex: Sex, ageHalfYears: number, outcome: Happening, withinHalfYears: number): RiskByState {
    if (withinHalfYears === 0) return noRisk;
    const place = 2 * ageSlot(ageHalfYears) + (sex === 'male' ? 1 : 0);
    const key = (place * happenings.length + happenings.indexOf(outcome)) * mostHalfYears + withinHalfYears;
    const known = this.#risks.get(key);
    if (known !== undefined) return known;
    const risk = this.risk(sex, ageHalfYears + 1, outcome, withinHalfYears - 1).slice();
    const table = this.chances(sex, ageHalfYears);
    for (let month = 0; month < 6; month++) monthBackwards(risk, table, outcome);
    this.#risks.set(key, risk);
    return risk;
  }
}

/** Horizons are shorter than this. */
const mostHalfYears = 100;
const noRisk = new Float64Array(stateCount);

function peopleAtFirstAge(sex: Sex): Float64Array {
  const { susceptibilityShare, frailtyShare, memoryStageShare, livesAloneShare, avoidersShare } =
    startAtFirstAge;
  const alone = livesAloneShare[sex];
  return Float64Array.from(states, (state) => {
    if (state.hasCarer || state.recentStay || state.care || state.isDiagnosed) return 0;
    const avoiders = avoidersShare[sex][state.livesAlone]!;
    return (
      susceptibilityShare[state.susceptibility]! *
      frailtyShare[state.frailty]! *
      memoryStageShare[state.memory]! *
      (state.livesAlone ? alone : 1 - alone) *
      (state.avoids ? avoiders : 1 - avoiders)
    );
  });
}

function normalised(people: Float64Array): Float64Array {
  const total = people.reduce((sum, count) => sum + count, 0);
  return people.map((count) => count / total);
}

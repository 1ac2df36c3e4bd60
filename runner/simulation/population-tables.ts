import { firstAgeYears, startAtFirstAge } from './assumptions.ts';
import { type Sex, stateCount, states } from './life-state.ts';
import { type ChanceTable, chanceTable, monthBackwards, monthForwards, movesOf } from './month-of-life.ts';
import { type Happening, happenings } from './monthly-chances.ts';

export const firstAgeHalfYears = 2 * firstAgeYears;
/** Nobody's chances change after 110. */
export const lastAgeHalfYears = 220;
const ageSlot = (ageHalfYears: number) => Math.min(ageHalfYears, lastAgeHalfYears) - firstAgeHalfYears;

/** The outcomes whose risks are told, and the longest horizon of each in half-years. */
const longestHalfYears = { entersCare: 6, hospitalStay: 4 } as const satisfies Partial<
  Record<Happening, number>
>;
export type RiskOutcome = keyof typeof longestHalfYears;

/** Risks within 1, 2 … half-years of a landmark: states × horizons, row-major. */
type RisksByState = Float64Array;

/** Everything that is computed from the monthly chances alone, made when first asked for. */
export class PopulationTables {
  readonly #chances: Record<Sex, ChanceTable[]> = { female: [], male: [] };
  readonly #people: Record<Sex, Float64Array[]> = { female: [], male: [] };
  readonly #risks = new Map<string, readonly RisksByState[]>();

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
    const moves = movesOf(this.chances(sex, ageHalfYears));
    let people = atStart;
    for (let month = 0; month < 6; month++) people = monthForwards(people, moves, flows);
    return { people, flows };
  }

  /**
   * The exact probability, by backward recursion, that `outcome` happens within some half-years of a landmark
   * at the start of a half-year of age, with death competing and nobody leaving the county.
   * @param withinHalfYears 1 … 6 of `entersCare`, 1 … 4 of `hospitalStay`
   * @param state its number
   */
  risk(sex: Sex, ageHalfYears: number, outcome: RiskOutcome, withinHalfYears: number, state: number): number {
    const key = `${sex} ${outcome}`;
    let known = this.#risks.get(key);
    if (known === undefined) {
      known = this.#risksByAge(sex, outcome);
      this.#risks.set(key, known);
    }
    return known[ageSlot(ageHalfYears)]![state * longestHalfYears[outcome] + withinHalfYears - 1]!;
  }

  /** From the oldest down; as nobody's chances change any more, the oldest begin as many half-years later. */
  #risksByAge(sex: Sex, outcome: RiskOutcome): RisksByState[] {
    const horizons = longestHalfYears[outcome];
    const scratch = new Float64Array(stateCount * horizons);
    const byAge: RisksByState[] = [];
    let older: RisksByState = new Float64Array(stateCount * horizons);
    for (let age = lastAgeHalfYears + horizons - 1; age >= firstAgeHalfYears; age--) {
      const risks = halfYearLonger(older, horizons);
      const moves = movesOf(this.chances(sex, age));
      for (let month = 0; month < 6; month++) monthBackwards(risks, moves, outcome, scratch);
      byAge[ageSlot(age)] = risks;
      older = risks;
    }
    return byAge;
  }
}

/** What was the risk within h half-years is to be that within h + 1; within none there is none. */
function halfYearLonger(risks: RisksByState, horizons: number): RisksByState {
  const longer = new Float64Array(risks.length);
  longer.set(risks.subarray(0, -1), 1);
  for (let place = 0; place < longer.length; place += horizons) longer[place] = 0;
  return longer;
}

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

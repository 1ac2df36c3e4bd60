import { careLevel, type LifeState, type Sex, stateCount, stateNumber, states } from './life-state.ts';
import { type Happening, happenings, monthlyChances } from './monthly-chances.ts';
import type { RandomStream } from './random-stream.ts';

/** The stages of a month in their order; at most one happening of each stage. */
const stages: readonly (readonly Happening[])[] = [
  ['hospitalStay', 'settles'],
  ['dies'],
  ['frailer', 'stronger'],
  ['memoryWorsens'],
  ['memoryDiagnosed'],
  ['becomesAlone'],
  ['gainsCarer', 'losesCarer'],
  ['careUp', 'straightToRegular', 'careDown', 'entersCare'],
];

/** Where a happening leads. Whoever becomes alone loses the carer: it was the spouse. */
const mayBecome: Record<Happening, (state: LifeState) => Partial<LifeState>> = {
  hospitalStay: () => ({ recentStay: 1 }),
  settles: () => ({ recentStay: 0 }),
  dies: () => ({}),
  frailer: ({ frailty }) => ({ frailty: frailty + 1 }),
  stronger: ({ frailty }) => ({ frailty: frailty - 1 }),
  memoryWorsens: ({ memory }) => ({ memory: memory + 1 }),
  memoryDiagnosed: () => ({ isDiagnosed: 1 }),
  becomesAlone: () => ({ livesAlone: 1, hasCarer: 0 }),
  gainsCarer: () => ({ hasCarer: 1 }),
  losesCarer: () => ({ hasCarer: 0 }),
  careUp: ({ care }) => ({ care: care + 1 }),
  straightToRegular: () => ({ care: careLevel.regular }),
  careDown: ({ care }) => ({ care: care - 1 }),
  entersCare: () => ({ care: careLevel.roundTheClock, hasCarer: 0 }),
};

const width = happenings.length;
export const bitOf = Object.fromEntries(happenings.map((name, slot) => [name, 1 << slot])) as Record<
  Happening,
  number
>;
const slotOf = Object.fromEntries(happenings.map((name, slot) => [name, slot])) as Record<Happening, number>;
const stageSlots = stages.map((stage) => stage.map((name) => slotOf[name]));

/** Target state of every happening from every state; impossible ones lead nowhere and have chance 0. */
const targets = happenings.map((name) =>
  Int32Array.from(states, (state) => {
    const target = { ...state, ...mayBecome[name](state) };
    const isWithin = target.frailty <= 4 && target.frailty >= 0 && target.memory <= 3 && target.care <= 4;
    return isWithin && target.care >= 0 ? stateNumber(target) : stateNumber(state);
  }),
);

/** Nobody is diagnosed with what they do not have. */
const isPossible = ({ memory, isDiagnosed }: LifeState) => memory > 0 || isDiagnosed === 0;

/** Chances of one month for every state at one sex and age: states × happenings, row-major; short, as there are many. */
export type ChanceTable = Float32Array;

export function chanceTable(sex: Sex, ageHalfYears: number): ChanceTable {
  const table = new Float32Array(stateCount * width);
  for (let state = 0; state < stateCount; state++) {
    if (!isPossible(states[state]!)) continue;
    const chances = monthlyChances(sex, ageHalfYears, states[state]!);
    for (let slot = 0; slot < width; slot++) table[state * width + slot] = chances[happenings[slot]!];
  }
  return table;
}

/** One simulated month: the state it ends in, and what happened in it as bits of `bitOf`. */
export class LivedMonth {
  state = 0;
  happened = 0;

  /** Draws a month. After death the state is what it was. */
  live(table: ChanceTable, random: RandomStream): void {
    this.happened = 0;
    for (const slots of stageSlots) {
      this.#pass(slots, table, random);
      if (this.happened & bitOf.dies) return;
    }
  }

  #pass(slots: readonly number[], table: ChanceTable, random: RandomStream): void {
    const row = this.state * width;
    let left = -1;
    for (const slot of slots) {
      const chance = table[row + slot]!;
      if (chance === 0) continue;
      if (left < 0) left = random.share();
      if (left < chance) {
        this.happened |= 1 << slot;
        this.state = targets[slot]![this.state]!;
        return;
      }
      left -= chance;
    }
  }
}

/** States that there are, from which a happening is ever possible: the others need not be visited. */
const possibleFrom = (slot: number) =>
  Int32Array.from(states.keys()).filter((state) => {
    if (!isPossible(states[state]!)) return false;
    const leavesState = targets[slot]![state] !== state;
    return leavesState || happenings[slot] === 'dies' || happenings[slot] === 'hospitalStay';
  });
const sources = happenings.map((_, slot) => possibleFrom(slot));
const ends = happenings.map((_, slot) => sources[slot]!.map((state) => targets[slot]![state]!));

/** A happening of a month: the states that it leads from and to, and the chance of each. */
interface Move {
  readonly slot: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly chance: Float64Array;
}

/** The moves of a month of one sex and age, by stage. */
export type Moves = readonly (readonly Move[])[];

export const movesOf = (table: ChanceTable): Moves =>
  stageSlots.map((slots) => slots.map((slot) => moveOf(slot, table)));

function moveOf(slot: number, table: ChanceTable): Move {
  const from = sources[slot]!;
  const chance = new Float64Array(from.length);
  for (let at = 0; at < from.length; at++) chance[at] = table[from[at]! * width + slot]!;
  return { slot, from, to: ends[slot]!, chance };
}

/**
 * One month backwards, in place: from the probabilities of `outcome` for every state at the month's end to
 * those for every state at its start, a month longer. Whoever dies first never has the outcome.
 * @param probability states × horizons, row-major: as each state is visited, all its horizons are
 * @param scratch as long as `probability`; a stage of one happening, which leads to later states, needs none
 */
export function monthBackwards(
  probability: Float64Array,
  moves: Moves,
  outcome: Happening,
  scratch: Float64Array,
): void {
  for (let stage = moves.length - 1; stage >= 0; stage--) {
    const ofStage = moves[stage]!;
    const after = ofStage.length === 1 ? probability : scratch;
    if (after === scratch) scratch.set(probability);
    for (const move of ofStage) {
      if (move.slot === slotOf[outcome]) endBackwards(probability, move, 1, after);
      else if (move.slot === slotOf.dies) endBackwards(probability, move, 0, after);
      else moveBackwards(probability, move, after);
    }
  }
}

/** A happening after which the outcome is certain or impossible. */
function endBackwards(
  probability: Float64Array,
  { from, chance }: Move,
  atEnd: number,
  after: Float64Array,
): void {
  const horizons = probability.length / stateCount;
  for (let at = 0; at < from.length; at++) {
    const first = from[at]! * horizons;
    const share = chance[at]!;
    for (let place = first; place < first + horizons; place++) {
      probability[place]! += share * (atEnd - after[place]!);
    }
  }
}

function moveBackwards(probability: Float64Array, { from, to, chance }: Move, after: Float64Array): void {
  const horizons = probability.length / stateCount;
  for (let at = 0; at < from.length; at++) {
    const first = from[at]! * horizons;
    const further = to[at]! * horizons - first;
    const share = chance[at]!;
    for (let place = first; place < first + horizons; place++) {
      probability[place]! += share * (after[place + further]! - after[place]!);
    }
  }
}

/**
 * One month forwards: the number of people in each state at the month's end from that at its start.
 * @param flows grows by the number of people each happening befell, by its slot in `happenings`
 */
export function monthForwards(people: Float64Array, moves: Moves, flows: Float64Array): Float64Array {
  let before = people;
  for (const ofStage of moves) {
    const after = before.slice();
    for (const { slot, from, to, chance } of ofStage) {
      for (let at = 0; at < from.length; at++) {
        const moved = chance[at]! * before[from[at]!]!;
        if (moved === 0) continue;
        flows[slot]! += moved;
        after[from[at]!]! -= moved;
        if (slot !== slotOf.dies) after[to[at]!]! += moved;
      }
    }
    before = after;
  }
  return before;
}

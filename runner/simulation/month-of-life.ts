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

const scratch = new Float64Array(stateCount);

/**
 * One month backwards, in place: from the probability of `outcome` within h − 1 months for every state at the
 * month's end to that within h months for every state at its start. Whoever dies first never has the outcome.
 */
export function monthBackwards(probability: Float64Array, table: ChanceTable, outcome: Happening): void {
  for (let stage = stageSlots.length - 1; stage >= 0; stage--) {
    scratch.set(probability);
    for (const slot of stageSlots[stage]!) {
      const [target, source] = [targets[slot]!, sources[slot]!];
      const isOver = slot === slotOf[outcome] || slot === slotOf.dies;
      const atEnd = slot === slotOf[outcome] ? 1 : 0;
      for (let at = 0; at < source.length; at++) {
        const state = source[at]!;
        const after = isOver ? atEnd : scratch[target[state]!]!;
        probability[state]! += table[state * width + slot]! * (after - scratch[state]!);
      }
    }
  }
}

/**
 * One month forwards: the number of people in each state at the month's end from that at its start.
 * @param flows grows by the number of people each happening befell, by its slot in `happenings`
 */
export function monthForwards(people: Float64Array, table: ChanceTable, flows: Float64Array): Float64Array {
  let before = people;
  for (const slots of stageSlots) {
    const after = before.slice();
    for (const slot of slots) {
      const [target, source] = [targets[slot]!, sources[slot]!];
      for (let at = 0; at < source.length; at++) {
        const state = source[at]!;
        const moved = table[state * width + slot]! * before[state]!;
        if (moved === 0) continue;
        flows[slot]! += moved;
        after[state]! -= moved;
        if (slot !== slotOf.dies) after[target[state]!]! += moved;
      }
    }
    before = after;
  }
  return before;
}

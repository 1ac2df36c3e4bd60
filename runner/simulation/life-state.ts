/**
 * The discrete state of a life. Everything that decides the future is here (besides sex and age); what
 * registers see is made from it and never decides it.
 */
export interface LifeState {
  /** Fixed and hidden: 0 … 2. */
  readonly susceptibility: number;
  /** 0 robust … 4 severely frail. */
  readonly frailty: number;
  /** Memory disorder: 0 none, 1 mild, 2 moderate, 3 severe. */
  readonly memory: number;
  readonly livesAlone: number;
  readonly hasCarer: number;
  /** In hospital lately: 1 from a stay until one settles. */
  readonly recentStay: number;
  /** 0 none, 1 support services, 2 regular home care, 3 intensive home care, 4 24-hour care. */
  readonly care: number;
  /** Fixed and hidden: services do not reach this person as they reach others. */
  readonly avoids: number;
  /** A memory disorder that somebody has put a name to. */
  readonly isDiagnosed: number;
}

export type Sex = 'female' | 'male';
export const sexes = ['female', 'male'] as const satisfies readonly Sex[];

export const careLevel = { none: 0, support: 1, regular: 2, intensive: 3, roundTheClock: 4 } as const;

/** Need of help: frailty that is plain, or a memory disorder. */
export const hasNeed = ({ frailty, memory }: LifeState) => frailty >= 2 || memory > 0;

export const isUndiagnosed = ({ memory, isDiagnosed }: LifeState) => memory > 0 && !isDiagnosed;

/** What multiplies a rate of people whose need no service sees: for each of two reasons. */
export interface HiddenNeedFactors {
  readonly avoiding: number;
  readonly undiagnosed: number;
}

/** Need, and no care for it. */
export const isUnserved = (state: LifeState) => state.care === careLevel.none && hasNeed(state);

/** The factor of a state: 1 where there is no need or care is there already; both where both reasons hold. */
export function hiddenNeedFactor(state: LifeState, { avoiding, undiagnosed }: HiddenNeedFactors): number {
  if (!isUnserved(state)) return 1;
  return (state.avoids ? avoiding : 1) * (isUndiagnosed(state) ? undiagnosed : 1);
}

const sizes = {
  susceptibility: 3,
  frailty: 5,
  memory: 4,
  livesAlone: 2,
  hasCarer: 2,
  recentStay: 2,
  care: 5,
  avoids: 2,
  isDiagnosed: 2,
} as const satisfies Record<keyof LifeState, number>;

const parts = Object.keys(sizes) as (keyof LifeState)[];

/** How many states there are for people alive: 9,600. */
export const stateCount = parts.reduce((product, part) => product * sizes[part], 1);

/** A state's number, 0 … stateCount − 1. */
export function stateNumber(state: LifeState): number {
  return parts.reduce((number, part) => number * sizes[part] + state[part], 0);
}

function stateOf(number: number): LifeState {
  let left = number;
  const state: Partial<Record<keyof LifeState, number>> = {};
  for (const part of [...parts].reverse()) {
    state[part] = left % sizes[part];
    left = Math.floor(left / sizes[part]);
  }
  return state as LifeState;
}

/** Every state by its number. */
export const states: readonly LifeState[] = Array.from({ length: stateCount }, (_, number) =>
  stateOf(number),
);

import { describe, expect, it } from 'vitest';
import { stateNumber, states } from '../../../runner/simulation/life-state.ts';
import { bitOf, LivedMonth } from '../../../runner/simulation/month-of-life.ts';
import type { RiskOutcome } from '../../../runner/simulation/population-tables.ts';
import { RandomStream } from '../../../runner/simulation/random-stream.ts';
import { population as tables } from './population.ts';

const person = {
  susceptibility: 1,
  frailty: 2,
  memory: 1,
  livesAlone: 1,
  hasCarer: 0,
  recentStay: 0,
  care: 1,
  avoids: 0,
  isDiagnosed: 1,
};
const unserved = { ...person, care: 0 };

/** Share of lives in which the outcome comes within the months, by drawing them. */
function drawnShare(state: number, age: number, outcome: RiskOutcome, months: number, draws: number): number {
  const random = new RandomStream(11, state, months);
  const month = new LivedMonth();
  let hits = 0;
  for (let draw = 0; draw < draws; draw++) {
    month.state = state;
    for (let step = 0; step < months; step++) {
      month.live(tables.chances('female', age + Math.floor(step / 6)), random);
      if (month.happened & bitOf[outcome]) hits += 1;
      if (month.happened & (bitOf[outcome] | bitOf.dies)) break;
    }
  }
  return hits / draws;
}

describe('the true risk', () => {
  it.each([
    ['entersCare', 2, person],
    ['entersCare', 6, person],
    ['entersCare', 6, { ...person, frailty: 4, memory: 2, care: 3 }],
    ['entersCare', 2, { ...unserved, avoids: 1 }],
    ['entersCare', 6, { ...unserved, avoids: 1, isDiagnosed: 0 }],
    ['entersCare', 6, { ...unserved, isDiagnosed: 0 }],
    ['hospitalStay', 4, { ...unserved, avoids: 1, isDiagnosed: 0 }],
    ['hospitalStay', 2, person],
    ['hospitalStay', 4, { ...person, recentStay: 1 }],
  ] as const)('of %s within %i half-years is the share among drawn lives', (outcome, halfYears, state) => {
    const draws = 15_000;
    const exact = tables.risk('female', 170, outcome, halfYears, stateNumber(state));
    const drawn = drawnShare(stateNumber(state), 170, outcome, 6 * halfYears, draws);
    expect(Math.abs(drawn - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / draws));
  });

  it('is a probability and never falls with a longer horizon', () => {
    const falls = [...states.keys()].filter((number) => {
      const short = tables.risk('male', 165, 'entersCare', 2, number);
      const long = tables.risk('male', 165, 'entersCare', 6, number);
      return !(0 <= short && short <= long && long < 1);
    });
    expect(falls).toEqual([]);
  });

  it('stays as it is once nobody grows older in the tables', () => {
    const riskAt = (age: number) => tables.risk('female', age, 'entersCare', 6, stateNumber(person));
    expect(riskAt(230)).toBe(riskAt(220));
    expect(riskAt(180)).not.toBe(riskAt(220));
  });

  it('rises with frailty, memory stage, living alone and hidden susceptibility', () => {
    const riskOf = (change: Partial<typeof person>) =>
      tables.risk('female', 170, 'entersCare', 2, stateNumber({ ...person, ...change }));
    expect(riskOf({ frailty: 3 })).toBeGreaterThan(riskOf({}));
    expect(riskOf({ memory: 2 })).toBeGreaterThan(riskOf({}));
    expect(riskOf({})).toBeGreaterThan(riskOf({ livesAlone: 0 }));
    expect(riskOf({ susceptibility: 2 })).toBeGreaterThan(riskOf({ susceptibility: 0 }));
  });

  it('within a year is higher of those whose need nobody sees, and hardly where nobody needs help', () => {
    const riskOf = (change: Partial<typeof person>) =>
      tables.risk('female', 160, 'entersCare', 2, stateNumber({ ...unserved, ...change }));
    expect(riskOf({ avoids: 1 })).toBeGreaterThan(1.2 * riskOf({}));
    expect(riskOf({ avoids: 1, isDiagnosed: 0 })).toBeGreaterThan(1.2 * riskOf({ avoids: 1 }));
    const healthy = { frailty: 0, memory: 0, isDiagnosed: 0 };
    expect(riskOf({ ...healthy, avoids: 1 }) - riskOf(healthy)).toBeLessThan(0.002);
  });
});

import { describe, expect, it } from 'vitest';
import { sexes, stateCount, stateNumber, states } from '../../../runner/simulation/life-state.ts';
import {
  bitOf,
  chanceTable,
  LivedMonth,
  monthForwards,
  movesOf,
} from '../../../runner/simulation/month-of-life.ts';
import { happenings, monthlyChances } from '../../../runner/simulation/monthly-chances.ts';
import { RandomStream } from '../../../runner/simulation/random-stream.ts';

const stages = [
  ['hospitalStay', 'settles'],
  ['dies'],
  ['frailer', 'stronger'],
  ['memoryWorsens'],
  ['memoryDiagnosed'],
  ['becomesAlone'],
  ['gainsCarer', 'losesCarer'],
  ['careUp', 'straightToRegular', 'careDown', 'entersCare'],
] as const;

describe('monthlyChances', () => {
  it('gives every stage of a month chances between 0 and 1 that add up to at most 1', () => {
    const wrong = [126, 131, 160, 190, 220].flatMap((ageHalfYears) =>
      sexes.flatMap((sex) =>
        states.filter((state) => {
          const chances = monthlyChances(sex, ageHalfYears, state);
          return stages.some((stage) => {
            const ofStage = stage.map((name) => chances[name]);
            const sum = ofStage.reduce((total, chance) => total + chance, 0);
            return !ofStage.every((chance) => chance >= 0) || !(sum <= 1);
          });
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('lets nobody die before 65 and everybody be mortal after', () => {
    expect(states.every((state) => monthlyChances('male', 130, state).dies === 0)).toBe(true);
    expect(states.every((state) => monthlyChances('male', 131, state).dies > 0)).toBe(true);
  });

  it('makes 24-hour care something that only death ends', () => {
    const inCare = states.filter((state) => state.care === 4);
    for (const state of inCare) {
      const chances = monthlyChances('female', 170, state);
      expect(chances.careUp + chances.straightToRegular + chances.careDown + chances.entersCare).toBe(0);
    }
  });
});

describe('need that hides', () => {
  const open = {
    ...{ susceptibility: 1, frailty: 3, memory: 2, livesAlone: 1, hasCarer: 0, recentStay: 0, care: 0 },
    ...{ avoids: 0, isDiagnosed: 1 },
  };
  const chancesOf = (change: Partial<typeof open>) => monthlyChances('female', 165, { ...open, ...change });

  it.each([['avoids services', { avoids: 1 }] as const, ['has no diagnosis', { isDiagnosed: 0 }] as const])(
    'is met later by care and sooner by a crisis where the person %s',
    (_, hides) => {
      expect(chancesOf(hides).careUp).toBeLessThan(0.6 * chancesOf({}).careUp);
      expect(chancesOf(hides).entersCare).toBeGreaterThan(1.4 * chancesOf({}).entersCare);
      expect(chancesOf(hides).hospitalStay).toBeGreaterThan(1.1 * chancesOf({}).hospitalStay);
    },
  );

  it('makes no crisis of somebody without need', () => {
    const healthy = { frailty: 1, memory: 0, isDiagnosed: 0 };
    const avoiding = chancesOf({ ...healthy, avoids: 1 });
    expect(avoiding.entersCare).toBeCloseTo(chancesOf(healthy).entersCare, 3);
    expect(avoiding.hospitalStay).toBe(chancesOf(healthy).hospitalStay);
  });

  it('is diagnosed seldom where the person avoids services, but in hospital as others are', () => {
    const undiagnosed = { isDiagnosed: 0 };
    const chance = (change: Partial<typeof open>) => chancesOf({ ...undiagnosed, ...change }).memoryDiagnosed;
    expect(chance({ avoids: 1 })).toBeLessThan(0.2 * chance({}));
    expect(chance({ avoids: 1, recentStay: 1 })).toBe(chance({ recentStay: 1 }));
    expect(chancesOf({}).memoryDiagnosed).toBe(0);
    expect(chance({ memory: 0 })).toBe(0);
  });
});

describe('a month forwards', () => {
  it('keeps everybody: those alive after it and those who died add up to those before', () => {
    const people = new Float64Array(stateCount).fill(1);
    const flows = new Float64Array(happenings.length);
    const after = monthForwards(people, movesOf(chanceTable('female', 175)), flows);
    const alive = after.reduce((sum, count) => sum + count, 0);
    expect(alive + flows[happenings.indexOf('dies')]!).toBeCloseTo(stateCount, 8);
  });

  it('agrees with lives drawn month by month from the same chances', () => {
    const table = chanceTable('male', 178);
    const start = { frailty: 3, memory: 2, livesAlone: 1, hasCarer: 1, recentStay: 1, care: 0 };
    const hidden = { avoids: 1, isDiagnosed: 0 };
    const number = stateNumber({ susceptibility: 1, ...start, ...hidden });
    const people = new Float64Array(stateCount);
    people[number] = 1;
    const flows = new Float64Array(happenings.length);
    monthForwards(people, movesOf(table), flows);
    const random = new RandomStream(5);
    const month = new LivedMonth();
    const draws = 60_000;
    const seen = new Float64Array(happenings.length);
    for (let draw = 0; draw < draws; draw++) {
      month.state = number;
      month.live(table, random);
      for (const [slot, name] of happenings.entries()) if (month.happened & bitOf[name]) seen[slot]! += 1;
    }
    for (const slot of happenings.keys()) {
      const error = Math.sqrt((flows[slot]! * (1 - flows[slot]!)) / draws);
      expect(Math.abs(seen[slot]! / draws - flows[slot]!)).toBeLessThanOrEqual(4.5 * error);
    }
  });
});

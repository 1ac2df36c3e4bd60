import { beforeAll, describe, expect, it } from 'vitest';
import { BirthSlots } from '../../../runner/simulation/birth-slots.ts';
import { ageHalfYearsIn, Lives } from '../../../runner/simulation/life.ts';
import { bitOf } from '../../../runner/simulation/month-of-life.ts';
import { StartingStates } from '../../../runner/simulation/starting-states.ts';
import { population as tables } from './population.ts';

/** The magnitudes that the county is meant to have, by age band: per 1,000 person-years, or share. */
const bands = [
  { from: 65, careStarts: 3, deaths: 17, homeCare: 0.02 },
  { from: 75, careStarts: 12, deaths: 37, homeCare: 0.07 },
  { from: 80, careStarts: 30, deaths: 67, homeCare: 0.15 },
  { from: 85, careStarts: 70, deaths: 125, homeCare: 0.3 },
  { from: 90, careStarts: 140, deaths: 230, homeCare: 0.45 },
];

const emptyCount = () => ({
  months: 0,
  atHome: 0,
  careStarts: 0,
  deaths: 0,
  homeCare: 0,
  alone: 0,
  stays: 0,
});
const seen = bands.map(emptyCount);
const bySex = { female: emptyCount(), male: emptyCount() };

function watch(lives: Lives, clientNumber: number): void {
  const life = lives.lifeOf(clientNumber);
  for (const [index, happened] of life.happened.entries()) {
    const age = ageHalfYearsIn(life.birthHalfYear, life.firstMonth + index);
    if (age < 131) continue;
    const state = life.states[index]!;
    const band = seen[bands.findLastIndex(({ from }) => age / 2 >= from)]!;
    for (const count of [band, bySex[life.sex]]) {
      count.months += 1;
      count.atHome += state.care < 4 ? 1 : 0;
      count.careStarts += happened & bitOf.entersCare ? 1 : 0;
      count.deaths += happened & bitOf.dies ? 1 : 0;
      count.homeCare += state.care === 2 || state.care === 3 ? 1 : 0;
      count.alone += state.livesAlone;
      count.stays += happened & bitOf.hospitalStay ? 1 : 0;
    }
  }
}

beforeAll(() => {
  const lives = new Lives(3, new BirthSlots(3), tables, new StartingStates(tables));
  for (let number = 0; number < 25_000; number++) watch(lives, number);
});

/** Relative tolerance for a rate: 10 %, and three standard errors of its count. */
const tolerance = (count: number) => 0.1 + 3 / Math.sqrt(count);

describe('the simulated county', () => {
  it('is watched for more than 100,000 person-years at 65 or older', () => {
    expect(seen.reduce((sum, { months }) => sum + months, 0) / 12).toBeGreaterThan(100_000);
  });

  it.each([...bands.keys()])('has the first 24-hour care, deaths and home care of age band %i', (band) => {
    const { months, atHome, careStarts, deaths, homeCare } = seen[band]!;
    const expected = bands[band]!;
    const careRatio = (12_000 * careStarts) / atHome / expected.careStarts;
    const deathRatio = (12_000 * deaths) / months / expected.deaths;
    expect(Math.abs(careRatio - 1)).toBeLessThan(tolerance(careStarts));
    expect(Math.abs(deathRatio - 1)).toBeLessThan(tolerance(deaths));
    expect(Math.abs(homeCare / months / expected.homeCare - 1)).toBeLessThan(0.15);
  });

  it('has 45 % of people of 75 or older living alone, within 4 points', () => {
    const old = seen.slice(1);
    const share =
      old.reduce((sum, { alone }) => sum + alone, 0) / old.reduce((sum, { months }) => sum + months, 0);
    expect(Math.abs(share - 0.45)).toBeLessThan(0.04);
  });

  it('has 7 to 9 % of people of 75 or older in 24-hour care, who stay about 26 months', () => {
    const old = seen.slice(1);
    const months = old.reduce((sum, count) => sum + count.months, 0);
    const inCare = old.reduce((sum, count) => sum + count.months - count.atHome, 0);
    const starts = old.reduce((sum, count) => sum + count.careStarts, 0);
    expect(inCare / months).toBeGreaterThan(0.065);
    expect(inCare / months).toBeLessThan(0.09);
    expect(Math.abs(inCare / starts - 26)).toBeLessThan(4);
  });

  it('lets women outlive men', () => {
    expect(bySex.female.months).toBeGreaterThan(bySex.male.months);
    const rateOf = (sex: 'female' | 'male') => bySex[sex].deaths / bySex[sex].months;
    expect(rateOf('male')).toBeGreaterThan(rateOf('female'));
  });
});

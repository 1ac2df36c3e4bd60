import { beforeAll, describe, expect, it } from 'vitest';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { contacts, population } from '../../../runner/simulation/assumptions.ts';
import { BirthSlots } from '../../../runner/simulation/birth-slots.ts';
import { monthStart } from '../../../runner/simulation/calendar.ts';
import { ageHalfYearsIn, type Life, Lives } from '../../../runner/simulation/life.ts';
import { hasNeed, isUndiagnosed, isUnserved, type LifeState } from '../../../runner/simulation/life-state.ts';
import { bitOf } from '../../../runner/simulation/month-of-life.ts';
import type { PopulationTables } from '../../../runner/simulation/population-tables.ts';
import { StartingStates } from '../../../runner/simulation/starting-states.ts';
import { writeClient } from '../../../runner/simulation/write-client.ts';
import { population as tables } from './population.ts';

const people = 12_000;
/** Everybody is looked at on 1 January 2023, and what came in the two years before is counted. */
const [landmark, from] = [60, 36];

interface Seen {
  readonly state: LifeState;
  readonly emergencyVisits: number;
  readonly otherContacts: number;
  readonly assessments: number;
  readonly denied: number;
  /** Support services granted for less than three months while no care was in truth. */
  readonly declined: number;
  readonly isLanguageOther: boolean;
  readonly inForce: ReadonlySet<string>;
  readonly isInCommunalHousing: boolean;
}

const seen: Seen[] = [];

/** Half-years that began outside 24-hour care, by what hides: how many starts of it the true risks expect, and came. */
const halfYears = { all: [0, 0], avoiding: [0, 0], undiagnosed: [0, 0], unserved: [0, 0] };

function count(life: Life, tables: PopulationTables): void {
  for (let at = (6 - (life.firstMonth % 6)) % 6; at + 6 <= life.happened.length; at += 6) {
    const [state, age] = [life.states[at]!, ageHalfYearsIn(life.birthHalfYear, life.firstMonth + at)];
    if (state.care === 4 || age < 131) continue;
    const risk = tables.risk(life.sex, age, 'entersCare', 1, life.stateNumbers[at]!);
    const came = life.happened.slice(at, at + 6).some((happened) => happened & bitOf.entersCare);
    const isIn = {
      all: true,
      avoiding: state.avoids === 1,
      undiagnosed: isUndiagnosed(state),
      unserved: isUnserved(state),
    };
    for (const name of Object.keys(isIn) as (keyof typeof isIn)[]) {
      if (!isIn[name]) continue;
      halfYears[name][0]! += risk;
      halfYears[name][1]! += came ? 1 : 0;
    }
  }
}

function see(life: Life, rows: Map<TableName, string[][]>): void {
  const state = life.states[landmark - life.firstMonth];
  if (!state || life.firstMonth > from || life.endDay < monthStart(landmark) || state.care === 4) return;
  const dayOf = (text: string) => Date.parse(text) / 86_400_000;
  const isLately = (text: string) => dayOf(text) >= monthStart(from) && dayOf(text) < monthStart(landmark);
  const isNow = (first: string, last: string) =>
    dayOf(first) < monthStart(landmark) && (!last || dayOf(last) >= monthStart(landmark));
  const latest = (table: TableName) => [
    ...new Map((rows.get(table) ?? []).map((row) => [row[1], row])).values(),
  ];
  const events = latest('service-events');
  const lately = events.filter((row) => isLately(row[2]!));
  const decisions = latest('social-care-decisions');
  const made = decisions.filter((row) => isLately(row[4]!));
  const lastsDays = (row: string[]) => (row[6] ? dayOf(row[6]!) - dayOf(row[5]!) : Number.POSITIVE_INFINITY);
  const isUnservedAt = (text: string) => {
    const month = 12 * (Number(text.slice(0, 4)) - 2018) + Number(text.slice(5, 7)) - 1;
    return (
      life.states[month - life.firstMonth]?.care === 0 && life.states[month + 1 - life.firstMonth]?.care === 0
    );
  };
  seen.push({
    state,
    emergencyVisits: lately.filter((row) => row[7] === 'yes').length,
    otherContacts: lately.filter((row) => row[5] === 'T11' && row[7] !== 'yes').length,
    assessments: made.filter((row) => row[2] === 'service-need-assessment').length,
    denied: made.filter((row) => row[3] === 'denied').length,
    declined: made.filter(
      (row) => row[2] === 'support-services' && lastsDays(row) < 90 && isUnservedAt(row[4]!),
    ).length,
    isLanguageOther: rows.get('clients')![0]![7] === 'other',
    inForce: new Set(
      decisions.filter((row) => row[3] === 'granted' && isNow(row[5]!, row[6]!)).map((row) => row[2]!),
    ),
    isInCommunalHousing: events.some((row) => /^(38|81)$/.test(row[4]!) && isNow(row[2]!, row[3]!)),
  });
}

beforeAll(() => {
  const lives = new Lives(4, new BirthSlots(4), tables, new StartingStates(tables));
  for (let number = 0; number < people; number++) {
    const life = lives.lifeOf(number);
    const rows = new Map<TableName, string[][]>();
    const put = (_: number, table: TableName, line: string) => {
      if (!rows.has(table)) rows.set(table, []);
      rows.get(table)!.push(line.trimEnd().split(','));
    };
    writeClient(life, 4, { put, putCorrection: () => {} });
    see(life, rows);
    count(life, tables);
  }
});

const mean = (of: readonly Seen[], value: (one: Seen) => number) =>
  of.reduce((sum, one) => sum + value(one), 0) / of.length;
const unserved = (holds: (state: LifeState) => unknown) =>
  seen.filter(({ state }) => state.care === 0 && hasNeed(state) && holds(state));
const avoiding = () => unserved(({ avoids }) => avoids);
const reached = () => unserved((state) => !state.avoids && !isUndiagnosed(state));
/** Ratio of two means of counts, and the least that it can be by four standard errors of both (Poisson, with a spread of habits). */
function leastRatio(first: readonly Seen[], second: readonly Seen[], value: (one: Seen) => number): number {
  const [one, other] = [first, second].map((of) => of.reduce((sum, person) => sum + value(person), 0));
  const error = Math.sqrt(2 / one! + 2 / other!);
  return (one! / first.length / (other! / second.length)) * Math.exp(-2 * error);
}

describe('need that no service sees', () => {
  it.each(['all', 'avoiding', 'undiagnosed', 'unserved'] as const)(
    'enters 24-hour care as often as its true risks say: %s',
    (name) => {
      const [expected, came] = halfYears[name] as [number, number];
      expect(expected).toBeGreaterThan(40);
      expect(Math.abs(came - expected)).toBeLessThan(3.5 * Math.sqrt(expected));
    },
  );

  it('is there: people who avoid services are served less than others of the same need', () => {
    const inNeed = (avoids: number) => seen.filter(({ state }) => state.avoids === avoids && hasNeed(state));
    const served = (of: readonly Seen[]) => mean(of, ({ state }) => Number(state.care > 0));
    expect(inNeed(1).length).toBeGreaterThan(50);
    expect(served(inNeed(1))).toBeLessThan(0.7 * served(inNeed(0)));
  });

  it('leaves fewer contacts and more visits that nobody plans', () => {
    expect(mean(avoiding(), (one) => one.otherContacts)).toBeLessThan(
      0.25 * mean(reached(), (one) => one.otherContacts),
    );
    expect(leastRatio(avoiding(), reached(), (one) => one.emergencyVisits)).toBeGreaterThan(1);
  });

  it('is reported by others: assessments that led to nothing, and services declined', () => {
    const without = seen.filter(({ state }) => state.care === 0 && !hasNeed(state));
    expect(leastRatio(avoiding(), without, (one) => one.assessments)).toBeGreaterThan(2);
    expect(leastRatio(avoiding(), reached(), (one) => one.declined)).toBeGreaterThan(1);
    expect(mean(reached(), (one) => one.denied)).toBeGreaterThan(0);
  });

  it('is commoner among those who speak another language than the county’s two', () => {
    const share = mean(seen, (one) => Number(one.isLanguageOther));
    const ofAvoiders = seen.filter(({ state }) => state.avoids);
    const error = Math.sqrt((share * (1 - share)) / ofAvoiders.length);
    expect(Math.abs(share - population.otherLanguageShare)).toBeLessThan(0.005);
    expect(mean(ofAvoiders, (one) => Number(one.isLanguageOther))).toBeGreaterThan(share + 2 * error);
  });
});

describe('decisions', () => {
  it('grant communal housing where somebody lives in it, and to nobody else', () => {
    const isGranted = ({ inForce }: Seen) => inForce.has('communal-housing');
    expect(seen.filter((one) => isGranted(one) !== one.isInCommunalHousing)).toEqual([]);
    const inHomeCare = seen.filter(({ state }) => state.care >= 2);
    const share = mean(inHomeCare, (one) => Number(isGranted(one)));
    expect(Math.abs(share - contacts.communalHousingShare)).toBeLessThan(0.05);
  });

  it('grant day activities to clients at home and to those whom a carer looks after', () => {
    const isGranted = ({ inForce }: Seen) => Number(inForce.has('day-activities'));
    const mayGo = seen.filter(({ state }) => state.care > 0 || state.hasCarer);
    expect(Math.abs(mean(mayGo, isGranted) - contacts.dayActivitiesShare)).toBeLessThan(0.05);
    expect(
      mean(
        seen.filter(({ state }) => state.care === 0 && !state.hasCarer),
        isGranted,
      ),
    ).toBe(0);
  });
});

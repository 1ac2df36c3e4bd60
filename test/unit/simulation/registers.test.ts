import { beforeAll, describe, expect, it } from 'vitest';
import { type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import { checkPersonalIdentityCode } from '../../../functions/core/identity/personal-identity-code.ts';
import { BirthSlots } from '../../../runner/simulation/birth-slots.ts';
import { dayOf, monthStart } from '../../../runner/simulation/calendar.ts';
import { undatedDiagnoses } from '../../../runner/simulation/client-rows.ts';
import { type Life, Lives } from '../../../runner/simulation/life.ts';
import { StartingStates } from '../../../runner/simulation/starting-states.ts';
import { writeClient } from '../../../runner/simulation/write-client.ts';
import { population } from './population.ts';

const people = 8000;
/** Everything is counted in 2022, of people 65 or older who lived through it. */
const watchedYear = 2022;
const [yearFrom, yearTo] = [dayOf(watchedYear, 0, 1), dayOf(watchedYear + 1, 0, 1)];
const firstMonth = 12 * (watchedYear - 2018);

interface Watched {
  age: number;
  emergencyVisits: number;
  falls: number;
  isMemoryDiagnosed: boolean;
  isCaredFor: boolean;
  hasNeed: boolean;
  costEuros: number;
}

/** Everybody's days with a code of an illness, and the month in which a memory disorder got its name; −1 is before 2018. */
interface Coded {
  readonly days: Record<'memory' | 'diabetes', readonly string[]>;
  readonly memoryFoundIn: number | undefined;
}

const corrections: string[] = [];
const coded: Coded[] = [];
const watched: Watched[] = [];

function watch(life: Life, rows: Map<TableName, string[][]>): void {
  const age = (yearFrom - life.bornDay) / 365.25;
  if (age < 65 || life.endDay < yearTo) return;
  const events = new Map((rows.get('service-events') ?? []).map((row) => [row[1], row]));
  const diagnoses = rows.get('diagnoses') ?? [];
  const inYear = (day: string) => day.startsWith(String(watchedYear));
  const state = life.states[firstMonth - life.firstMonth]!;
  const own = [...events.values()].filter((row) => inYear(row[2]!));
  watched.push({
    age,
    emergencyVisits: own.filter((row) => row[7] === 'yes').length,
    falls: diagnoses.filter((row) => row[4]!.startsWith('W') && inYear(row[2]!)).length,
    isMemoryDiagnosed: diagnoses.some((row) => /^(F0|G30)/.test(row[4]!) && row[2]! < `${watchedYear}-07-01`),
    isCaredFor: state.care > 0,
    hasNeed: state.frailty >= 3 || state.memory >= 2,
    costEuros: own.reduce((sum, row) => sum + eventEuros(row), careHomeEuros([...events.values()])),
  });
}

function seeCodes(life: Life, diagnoses: string[][]): void {
  const daysOf = (code: RegExp) => diagnoses.flatMap((row) => (code.test(row[4]!) ? row[2]! : [])).sort();
  const at = life.states.findIndex(({ isDiagnosed }) => isDiagnosed === 1);
  coded.push({
    days: { memory: daysOf(/^(F0|G30)/), diabetes: daysOf(/^E11/) },
    memoryFoundIn: at < 0 || life.endDay < yearTo ? undefined : at + life.firstMonth - 1,
  });
}

/** Unit costs rounded for the test; stays in hospital bring their own. */
function eventEuros([, , , , area, form, contact, emergency, contacts, costCents]: string[]): number {
  if (costCents) return Number(costCents) / 100;
  if (['31', '32', '33', '34'].includes(area!)) return 0;
  if (form === 'T40' || form === 'T41' || form === 'T42') return 29 * Number(contacts);
  if (emergency === 'yes' || area === '92' || area === '93') return 300;
  return contact === 'R50' || contact === 'R52' ? 30 : 85;
}

function careHomeEuros(events: string[][]): number {
  const stay = events.find((row) => ['31', '32', '33', '34'].includes(row[4]!));
  if (!stay) return 0;
  const from = Math.max(Date.parse(stay[2]!) / 86_400_000, yearFrom);
  return 200 * Math.max(0, yearTo - from);
}

beforeAll(() => {
  const lives = new Lives(2, new BirthSlots(2), population, new StartingStates(population));
  for (let number = 0; number < people; number++) {
    const life = lives.lifeOf(number);
    const rows = new Map<TableName, string[][]>();
    const put = (_: number, file: TableName | typeof undatedDiagnoses, line: string) => {
      const table = file === undatedDiagnoses ? 'diagnoses' : file;
      if (!rows.has(table)) rows.set(table, []);
      rows.get(table)!.push(line.trimEnd().split(','));
    };
    writeClient(life, 2, { put, putCorrection: (line) => corrections.push(line.trimEnd()) });
    watch(life, rows);
    seeCodes(life, rows.get('diagnoses') ?? []);
  }
});

const mean = (of: Watched[], value: (one: Watched) => number) =>
  of.reduce((sum, one) => sum + value(one), 0) / of.length;
const between = (from: number, to: number) => watched.filter(({ age }) => age >= from && age < to);

describe('what registers see', () => {
  it.each([
    [65, 75, 0.03],
    [75, 80, 0.09],
    [80, 85, 0.17],
    [85, 90, 0.28],
    [90, 120, 0.38],
  ])('is a memory disorder at %i–%i for about a share of %d', (from, to, expected) => {
    const band = between(from, to);
    const error = Math.sqrt((expected * (1 - expected)) / band.length);
    const seen = mean(band, (one) => Number(one.isMemoryDiagnosed));
    expect(Math.abs(seen - expected)).toBeLessThan(0.15 * expected + 3 * error);
  });

  it('is about half an emergency visit a year, heavy-tailed, and 8 falls with injury per 100 at 75 or older', () => {
    expect(Math.abs(mean(watched, (one) => one.emergencyVisits) - 0.5)).toBeLessThan(0.12);
    const visits = watched.map((one) => one.emergencyVisits).sort((a, b) => b - a);
    const most = visits.slice(0, Math.round(visits.length / 10)).reduce((sum, count) => sum + count, 0);
    expect(most / visits.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0.4);
    expect(Math.abs(mean(between(75, 120), (one) => one.falls) - 0.08)).toBeLessThan(0.025);
  });

  it('leaves 3 to 5 % of people with need and no care', () => {
    const unseen = mean(watched, (one) => Number(one.hasNeed && !one.isCaredFor));
    expect(unseen).toBeGreaterThan(0.03);
    expect(unseen).toBeLessThan(0.05);
  });

  it('costs so that the top tenth of people makes 50 to 80 % of it', () => {
    const costs = watched.map((one) => one.costEuros).sort((a, b) => b - a);
    const total = costs.reduce((sum, cost) => sum + cost, 0);
    const top = costs.slice(0, Math.round(costs.length / 10)).reduce((sum, cost) => sum + cost, 0);
    expect(top / total).toBeGreaterThan(0.5);
    expect(top / total).toBeLessThan(0.8);
  });

  it('is wrong in every correction, but for the first row of a duplicate', () => {
    expect(corrections.length).toBeGreaterThan(20);
    const fields = ['clientIdentifier', ...Object.keys(tables['service-events'].columns)];
    const wrong = corrections.map((line, index) => {
      const row = Object.fromEntries(line.split(',').map((text, at) => [fields[at], text || undefined]));
      const isDuplicate = corrections[index - 1] === line || corrections[index + 1] === line;
      const hasCode = 'code' in checkPersonalIdentityCode(row.clientIdentifier ?? '');
      return isDuplicate || !hasCode || !tables['service-events'].row.safeParse(row).success;
    });
    expect(wrong.every(Boolean)).toBe(true);
  });
});

describe('what visits code of an illness', () => {
  const monthOf = (day: string) => 12 * (Number(day.slice(0, 4)) - 2018) + Number(day.slice(5, 7)) - 1;
  const shareOf = <One>(of: readonly One[], holds: (one: One) => boolean) =>
    of.filter(holds).length / of.length;

  it('is of the period alone, and never ahead of whoever found it', () => {
    const known = coded.filter(({ memoryFoundIn }) => memoryFoundIn !== undefined);
    expect(known.length).toBeGreaterThan(300);
    for (const { days, memoryFoundIn } of known) {
      for (const day of days.memory) expect(monthOf(day)).toBeGreaterThanOrEqual(Math.max(0, memoryFoundIn!));
    }
  });

  it('comes late: of memory disorders known before the period a part is coded in its first year, most in four', () => {
    const before = coded.filter(({ memoryFoundIn }) => memoryFoundIn !== undefined && memoryFoundIn < 0);
    expect(before.length).toBeGreaterThan(60);
    const codedBy = (year: number) =>
      shareOf(before, ({ days }) => days.memory.some((day) => day < `${year}`));
    expect(codedBy(2019)).toBeGreaterThan(0.25);
    expect(codedBy(2019)).toBeLessThan(0.75);
    expect(codedBy(2022)).toBeGreaterThan(0.75);
  });

  it('comes again now and then, and not in every two years', () => {
    const ill = coded
      .map(({ days }) => days.diabetes)
      .filter(([first]) => first !== undefined && first < '2021');
    expect(ill.reduce((sum, days) => sum + days.length, 0) / ill.length).toBeGreaterThan(2);
    const isCodedLately = (days: readonly string[]) => days.some((day) => day >= '2021' && day < '2023');
    expect(shareOf(ill, isCodedLately)).toBeGreaterThan(0.3);
    expect(shareOf(ill, isCodedLately)).toBeLessThan(0.8);
  });
});

it('ends a simulated period on the last day of 2025', () => {
  expect(monthStart(96)).toBe(dayOf(2026, 0, 1));
});

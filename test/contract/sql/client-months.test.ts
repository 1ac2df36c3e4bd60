import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plausibilityRules } from '../../../data-contracts/catalogues/index.ts';
import { ClientMonth } from '../../../data-contracts/schemas/client-month.ts';
import { implausibleKinds } from '../../../data-contracts/schemas/plausibility.ts';
import { features } from '../../../data-contracts/vocabularies/features.ts';
import { type ClientMonthRow, clientMonthsOf, type Lake, type LakeRow } from './lake.ts';
import { naiveClientMonths } from './naive-client-months.ts';
import { naiveLeftOut } from './naive-left-out.ts';
import { firstAdmissionStudy, olderPeopleStudy, randomLake } from './random-lake.ts';

/** Lakes drawn for each study; more in the long suite. */
const lakes = Number(process.env.ENNAKKO_LAKES ?? 1);

const keyOf = (row: ClientMonthRow) => `${row.client} at ${row.landmark_on}`;
const byKey = (rows: ClientMonthRow[]) => new Map(rows.map((row) => [keyOf(row), row]));

/** Amounts are spread over days in whole cents and millionths of a contact: each row may lose one a month. */
function expectSame(made: ClientMonthRow, expected: ClientMonthRow): void {
  expect(Object.keys(made).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, value] of Object.entries(expected)) {
    const tolerance = name.startsWith('cost_') ? 200 : /contact|visit/.test(name) ? 1e-3 : 0;
    const got = made[name];
    if (tolerance > 0 && typeof value === 'number' && typeof got === 'number') {
      expect(Math.abs(got - value), `${name}: ${got} is ${value}`).toBeLessThanOrEqual(tolerance);
    } else expect(got, name).toEqual(value);
  }
}

const everyRule = { ...plausibilityRules, leftOut: implausibleKinds.map((kind) => ({ kind })) };

describe('client-months.sql', () => {
  for (const [study, rules] of [
    [olderPeopleStudy, plausibilityRules],
    [firstAdmissionStudy, everyRule],
  ] as const) {
    it(`gives ${study.programme.id} what the words of the contracts give, row by row, ${rules.leftOut.length} kinds left out`, async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(randomLake, async (lake) => {
          const made = await clientMonthsOf(lake, study, [], rules);
          const expected = naiveClientMonths(naiveLeftOut(lake, study, rules), study);
          expect(made.map(keyOf)).toEqual(expected.map(keyOf));
          made.forEach((row, index) => {
            expectSame(row, expected[index]!);
          });
          compared += made.length;
        }),
        { numRuns: lakes, seed: 20260101, endOnFailure: true },
      );
      expect(compared).toBeGreaterThan(10 * lakes);
    });
  }

  it('is tried where every predictor takes several values', async () => {
    const drawn = fc.sample(randomLake, { numRuns: 3, seed: 20260101 });
    const rows = drawn.flatMap((lake) => naiveClientMonths(lake, firstAdmissionStudy));
    const alike = Object.keys(features).filter((name) => new Set(rows.map((row) => row[name])).size < 2);
    expect(alike).toEqual([]);
  });

  it('has one row per client and landmark, each a client-month of the contract', async () => {
    const [lake] = fc.sample(randomLake, { numRuns: 1, seed: 7 });
    const rows = await clientMonthsOf(lake!, firstAdmissionStudy);
    expect(byKey(rows).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(Object.keys(ClientMonth.shape).sort());
      const { client: _, study_group: group, ...rest } = row;
      ClientMonth.omit({ client: true }).parse({ ...rest, study_group: group || null });
    }
  });
});

const dated = {
  clients: ['valid_from', 'recorded_on'],
  'service-events': ['started_on', 'recorded_on'],
  diagnoses: ['diagnosed_on', 'recorded_on'],
  assessments: ['assessed_on', 'recorded_on'],
  'social-care-decisions': ['decided_on', 'recorded_on'],
} as const;

/** What is told by the last word and may look forward: whether there is a row, and what follows it. */
const looksForward = new Set(['months_to_event', 'event']);

function changeAfter(lake: Lake, landmarkOn: string, change: (row: LakeRow) => LakeRow[]): Lake {
  const tables = Object.entries(lake).map(([table, rows]) => {
    const days = dated[table as keyof typeof dated];
    const isAfter = (row: LakeRow) => days.some((day) => (row[day] as string) >= landmarkOn);
    return [table, rows.flatMap((row) => (isAfter(row) ? change(row) : [row]))];
  });
  return Object.fromEntries(tables);
}

/** Another content under the same key; dates stay, so the row stays after the landmark. */
const scramble = (row: LakeRow): LakeRow[] => [
  {
    ...row,
    ...('sex' in row && { sex: 'unknown', municipality: '231', lives_alone: 'yes', born_on: '1901-01-01' }),
    ...('event_id' in row && { service_area: '1', contacts: 99, cost_cents: 1, ended_on: row.started_on }),
    ...('code' in row && { code_system: 'ICD-10', code: 'F00' }),
    ...('points' in row && { points: 0 }),
    ...('decision' in row && { decision: 'denied', valid_to: undefined }),
    data_source: 'claims',
  },
];

describe('a predictor', () => {
  for (const [how, change] of [
    ['deleted', () => []],
    ['scrambled', scramble],
  ] as const) {
    it(`is the same when all that is dated or recorded from the landmark on is ${how}`, async () => {
      let compared = 0;
      const landmarkOn = '2020-03-01';
      const study = { ...firstAdmissionStudy, landmarks: [landmarkOn] };
      await fc.assert(
        fc.asyncProperty(randomLake, async (lake) => {
          const whole = byKey(await clientMonthsOf(lake, study));
          const changed = await clientMonthsOf(changeAfter(lake, landmarkOn, change), study);
          for (const row of changed) {
            const before = whole.get(keyOf(row));
            if (!before) continue;
            for (const name of Object.keys(row).filter((column) => !looksForward.has(column))) {
              expect(row[name], name).toEqual(before[name]);
            }
            compared += 1;
          }
        }),
        { numRuns: 1, seed: 42, endOnFailure: true },
      );
      expect(compared).toBeGreaterThan(8);
    });
  }

  it('means the same however long the data reach back: what is older than the look-back changes none', async () => {
    const landmarkOn = '2021-01-01';
    const study = { ...firstAdmissionStudy, landmarks: [landmarkOn] };
    const [lake] = fc.sample(randomLake, { numRuns: 1, seed: 11 });
    const isRecent = (row: LakeRow) => (row.diagnosed_on as string) >= '2019-01-01';
    const kept = new Set(lake!.diagnoses!.filter(isRecent).map((row) => row.diagnosis_id));
    const recent = lake!.diagnoses!.filter((row) => kept.has(row.diagnosis_id));
    const whole = byKey(await clientMonthsOf(lake!, study));
    const cut = await clientMonthsOf({ ...lake!, diagnoses: recent }, study);
    expect(cut.length).toBe(whole.size);
    let knownLess = 0;
    for (const { has_known_memory_disorder: known, sources_used: _, ...row } of cut) {
      const before = whole.get(keyOf(row))!;
      expect(before).toMatchObject(row);
      if (before.has_known_memory_disorder !== known) knownLess += 1;
    }
    expect(knownLess).toBeGreaterThan(0);
  });
});

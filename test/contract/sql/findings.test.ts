import { describe, expect, it } from 'vitest';
import { plausibilityRules } from '../../../data-contracts/catalogues/index.ts';
import { toldFindings } from '../../../functions/core/client-months/told-findings.ts';
import { type LakeRow, SmallLake } from './lake.ts';
import { olderPeopleStudy } from './random-lake.ts';

const study = { ...olderPeopleStudy, landmarks: ['2020-01-01'], followUpEndsOn: '2021-01-01' };

const person = (client: string, change: Partial<LakeRow> = {}) => ({
  client,
  valid_from: '2017-01-01',
  recorded_on: '2017-01-02',
  born_on: '1940-05-05',
  sex: 'female',
  service_language: 'sv',
  municipality: '905',
  data_source: 'population-register',
  ...change,
});

let line = 0;
const event = (client: string, startedOn: string, change: Partial<LakeRow> = {}) => ({
  client,
  event_id: `e${++line}`,
  started_on: startedOn,
  ended_on: startedOn,
  service_area: '1',
  unit: 'ward-1',
  data_source: 'specialised-care',
  recorded_on: startedOn,
  line,
  ...change,
});

async function findingsOf(lake: Record<string, object[]>, rules = plausibilityRules, of = study) {
  const small = await SmallLake.of(lake as Record<string, LakeRow[]>);
  try {
    return (await small.build(of, 'run', [], rules)).findings;
  } finally {
    small.dispose();
  }
}

describe('what a build tells of the tables', () => {
  it('is each kind of row that is not plausible, by table and unit', async () => {
    const { implausible } = await findingsOf({
      clients: [
        person('dead', { died_on: '2019-03-01' }),
        person('away', { moved_out_on: '2018-01-01' }),
        person('away', { valid_from: '2019-01-01', recorded_on: '2019-01-01' }),
        person('twice', { died_on: '2019-03-01' }),
        person('twice', { valid_from: '2019-06-01', died_on: '2019-03-04', recorded_on: '2019-06-01' }),
      ],
      'service-events': [
        event('dead', '2019-03-01'),
        event('dead', '2019-03-02', { unit: undefined }),
        event('dead', '1939-01-01', { unit: 'ward-2' }),
        event('away', '2018-06-06'),
        event('away', '2017-06-06', { ended_on: undefined, unit: 'ward-3' }),
        event('away', '2019-06-06', { ended_on: '2040-01-01', unit: 'ward-4' }),
      ],
    });
    const told = implausible.map(({ table, kind, place, rows }) => `${table} ${kind} ${place} ${rows}`);
    expect(told).toEqual([
      'clients two-deaths population-register 1',
      'service-events after-death specialised-care 1',
      'service-events before-birth ward-2 1',
      'service-events while-away ward-1 1',
      'service-events open-too-long ward-3 1',
      'service-events end-far-ahead ward-4 1',
    ]);
  });

  it('is of the last word only: a stay that was open and has ended since is none', async () => {
    const open = event('one', '2017-06-06', { ended_on: undefined, event_id: 'same', delivery: 'first' });
    const closed = { ...open, ended_on: '2017-06-09', recorded_on: '2017-07-01', delivery: 'second' };
    const { implausible } = await findingsOf({ clients: [person('one')], 'service-events': [open, closed] });
    expect(implausible).toEqual([]);
  });

  it('says what the rules leave out, and nothing is heard of it then', async () => {
    const lake = {
      clients: [person('one')],
      'service-events': [event('one', '2017-06-06', { ended_on: undefined, recorded_on: '2017-06-07' })],
    };
    const kept = await findingsOf(lake);
    expect(kept.silent).not.toContain('hospital_days_12');
    expect(toldFindings(kept, study.programme, plausibilityRules).implausible).toEqual([
      { table: 'service-events', place: 'ward-1', kind: 'open-too-long', rows: 'suppressed' },
    ]);
    const rules = { ...plausibilityRules, leftOut: [{ kind: 'open-too-long' as const }] };
    const left = await findingsOf(lake, rules);
    expect(left.silent).toContain('hospital_days_12');
    expect(left.implausible).toEqual(kept.implausible);
    expect(toldFindings(left, study.programme, rules).implausible).toEqual([
      {
        table: 'service-events',
        place: 'ward-1',
        kind: 'open-too-long',
        rows: 'suppressed',
        isLeftOut: true,
      },
    ]);
    const ofDiagnoses = {
      ...rules,
      leftOut: [{ kind: 'open-too-long' as const, tables: ['diagnoses' as const] }],
    };
    expect((await findingsOf(lake, ofDiagnoses)).silent).not.toContain('hospital_days_12');
  });

  it('is when rows were recorded, and which tables and predictors nobody hears of', async () => {
    const late = { recorded_on: '2021-01-05' };
    const findings = await findingsOf({
      clients: [person('one')],
      'service-events': [event('one', '2019-06-06', late), event('one', '2019-07-06', late)],
    });
    expect(findings.recording).toEqual([
      { table: 'clients', rows: 1, withinMonth: 1, withinYear: 1, afterLandmarks: 0, onOneDay: 1 },
      { table: 'service-events', rows: 2, withinMonth: 0, withinYear: 0, afterLandmarks: 2, onOneDay: 2 },
    ]);
    expect(findings.silent).toContain('hospital_days_12');
    expect(findings.silent).not.toContain('age_years');
    expect(toldFindings(findings, study.programme, plausibilityRules)).toMatchObject({
      unheard: ['service-events'],
    });
  });

  it('is of an extract stamped with its own day, also where that is just before the last landmark', async () => {
    const extracted = { recorded_on: '2020-12-31' };
    const of = { ...study, landmarks: ['2020-01-01', '2020-07-01', '2021-01-01'] };
    const lake = {
      clients: [person('one')],
      'service-events': [
        event('one', '2019-06-06', extracted),
        event('one', '2020-06-06', extracted),
        event('one', '2020-12-06', { recorded_on: '2020-12-06' }),
      ],
    };
    const findings = await findingsOf(lake, plausibilityRules, of);
    expect(findings.recording).toMatchObject([
      { table: 'clients', afterLandmarks: 0 },
      { afterLandmarks: 3 },
    ]);
    expect(findings.silent).toContain('hospital_days_12');
    expect(toldFindings(findings, study.programme, plausibilityRules)).toMatchObject({
      unheard: ['service-events'],
    });
  });
});

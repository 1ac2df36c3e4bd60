import fc from 'fast-check';
import firstAdmission from '../../../data-contracts/programmes/first-admission.json' with { type: 'json' };
import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { UnitCost } from '../../../data-contracts/schemas/unit-cost.ts';
import {
  decisionTypes,
  serviceAreas,
  serviceForms,
} from '../../../data-contracts/vocabularies/national-codes/index.ts';
import { raiScales } from '../../../data-contracts/vocabularies/rai-scales.ts';
import type { Lake, LakeRow, Study } from './lake.ts';

const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Days from 2017 to 2021, often the first or last of a month, where windows begin and end. */
const day = fc.oneof(
  fc.integer({ min: 0, max: 1825 }).map((offset) => addDays('2017-01-01', offset)),
  fc
    .record({ month: fc.integer({ min: 0, max: 59 }), shift: fc.integer({ min: -1, max: 0 }) })
    .map(({ month, shift }) => addDays(new Date(Date.UTC(2017, month, 1)).toISOString().slice(0, 10), shift)),
);
const lag = fc.oneof(fc.constant(0), fc.nat(40), fc.nat(500));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** One in eight. */
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.nat(7).chain((draw) => (draw === 0 ? value : fc.constant(undefined)));
const client = fc.nat(39).map((number) => `client-${number}`);
const delivery = fc.constantFrom('first', 'second', 'third');
const source = fc.constantFrom('social-care', 'primary-care', 'specialised-care');

const clientVersion = fc.record({
  client,
  delivery,
  valid_from: fc.oneof(fc.constant('2017-01-01'), fc.constant('2017-03-01'), day),
  lag,
  born_on: fc.constantFrom('1930-01-01', '1940-07-02', '1955-03-01', '1955-03-02', '1956-06-30'),
  sex: fc.constantFrom('female', 'male', 'unknown'),
  service_language: fc.constantFrom('fi', 'sv'),
  municipality: fc.constantFrom('905', '399'),
  lives_alone: maybe(fc.constantFrom('yes', 'no')),
  has_informal_carer: maybe(fc.constantFrom('yes', 'no')),
  died_on: rarely(day),
  moved_out_on: rarely(day),
  study_group: maybe(fc.constant('arm-1')),
  data_source: fc.constant('population-register'),
});

const serviceEvent = fc.record({
  client,
  delivery,
  id: fc.nat(900),
  started_on: day,
  length: maybe(fc.oneof(fc.nat(3), fc.nat(60), fc.nat(900))),
  service_area: fc.oneof(
    fc.constant(undefined),
    fc.constantFrom('1', '31', '93', ...Object.keys(serviceAreas)),
  ),
  service_form: fc.oneof(fc.constant(undefined), fc.constantFrom(...Object.keys(serviceForms))),
  contact_type: maybe(fc.constantFrom('R10', 'R50', 'R52')),
  is_emergency: maybe(fc.constantFrom('yes', 'no')),
  contacts: maybe(fc.constantFrom(0, 1, 2, 7, 60)),
  cost_cents: maybe(fc.nat(1_000_000)),
  data_source: source,
  lag,
});

const codes: [string, string][] = [
  ...[
    'F00.1',
    'F03',
    'W01',
    'W190',
    'S72.0',
    'I50',
    'E11.9',
    'C50',
    'N18',
    'Z60.2',
    'J44',
    'R05',
    'G20',
    'I64',
    'F32.1',
    'M80.0',
    'M17',
    'I25.1',
  ].map((code): [string, string] => ['ICD-10', code]),
  ['ICD-10', 'F00.1*G30.1'],
  ['ICD-10', 'H36.0+E11.3'],
  ['ICD-10', 'T78.4#C07'],
  ['ICPC-2', 'P70'],
  ['SNOMED', '44054006'],
  ['local', 'KH1'],
  ['ICD-9-CM', '4280'],
  ['ICD-9-CM', 'E8809'],
  ['CMS-CCW', 'SP_DIABETES'],
  ['CMS-CCW', 'SP_RA_OA'],
];

const diagnosis = fc.record({
  client,
  delivery,
  id: fc.nat(300),
  diagnosed_on: day,
  code: fc.constantFrom(...codes),
  data_source: source,
  lag,
});

const assessment = fc.record({
  client,
  delivery,
  id: fc.nat(80),
  assessed_on: day,
  scale: fc.constantFrom(...Object.keys(raiScales)),
  points: fc.integer({ min: 1, max: 4 }),
  lag,
});

const decision = fc.record({
  client,
  delivery,
  id: fc.nat(150),
  decision_type: fc.constantFrom(...Object.keys(decisionTypes).slice(0, 10)),
  decision: fc.constantFrom('granted', 'granted', 'denied'),
  decided_on: day,
  begins: fc.integer({ min: -30, max: 60 }),
  lasts: maybe(fc.nat(600)),
  lag,
});

/** One row per key and delivery, as ingest leaves them, and lines in order. */
function deliver(rows: LakeRow[], key: string[]): LakeRow[] {
  const first = new Map(rows.map((row) => [[row.delivery, ...key.map((part) => row[part])].join('|'), row]));
  return [...first.values()].map((row, number) => ({ ...row, line: number + 2 }));
}

/** A lake of forty clients with late, replaced, overlapping and open-ended rows, as the contracts allow. */
export const randomLake: fc.Arbitrary<Lake> = fc
  .record({
    clients: fc.array(clientVersion, { minLength: 60, maxLength: 90 }),
    events: fc.array(serviceEvent, { minLength: 900, maxLength: 1000 }),
    diagnoses: fc.array(diagnosis, { minLength: 250, maxLength: 300 }),
    assessments: fc.array(assessment, { minLength: 250, maxLength: 300 }),
    decisions: fc.array(decision, { minLength: 150, maxLength: 200 }),
  })
  .map((drawn) => ({
    clients: deliver(
      drawn.clients.map(({ lag, ...row }) => ({ ...row, recorded_on: addDays(row.valid_from, lag) })),
      ['client', 'valid_from'],
    ),
    'service-events': deliver(
      drawn.events.map(({ lag, length, id, ...row }) => ({
        ...row,
        service_form: row.service_area ? row.service_form : (row.service_form ?? 'T11'),
        event_id: `event-${id}`,
        ended_on: length === undefined ? undefined : addDays(row.started_on, length),
        recorded_on: addDays(row.started_on, lag),
      })),
      ['event_id'],
    ),
    diagnoses: deliver(
      drawn.diagnoses.map(({ lag, id, code: [system, code], ...row }) => ({
        ...row,
        diagnosis_id: `diagnosis-${id}`,
        code_system: system,
        code,
        recorded_on: addDays(row.diagnosed_on, lag),
      })),
      ['diagnosis_id'],
    ),
    assessments: deliver(
      drawn.assessments.map(({ lag, id, ...row }) => ({
        ...row,
        assessment_id: `assessment-${id}`,
        instrument: 'RAI-HC',
        data_source: 'rai',
        recorded_on: addDays(row.assessed_on, lag),
      })),
      ['assessment_id', 'scale'],
    ),
    'social-care-decisions': deliver(
      drawn.decisions.map(({ lag, id, begins, lasts, ...row }) => {
        const validFrom = addDays(row.decided_on, begins);
        return {
          ...row,
          decision_id: `decision-${id}`,
          valid_from: validFrom,
          valid_to: lasts === undefined ? undefined : addDays(validFrom, lasts),
          data_source: 'social-care',
          recorded_on: addDays(row.decided_on, lag),
        };
      }),
      ['decision_id'],
    ),
  }));

const price = (
  serviceGroup: UnitCost['serviceGroup'],
  per: UnitCost['per'],
  amountCents: number,
): UnitCost => ({
  unitCostId: serviceGroup,
  serviceGroup,
  per,
  amountCents,
  priceYear: 2024,
  source: 'made up for the test',
  evidence: 'demonstration',
});

export const testUnitCosts = [
  price('heavy-housing', 'day', 20_000),
  price('other-housing', 'month', 150_001),
  price('primary-visit', 'contact', 12_500),
  price('home-care', 'contact', 2_900),
];

export const olderPeopleStudy: Study = {
  programme: Programme.parse(olderPeople),
  unitCosts: testUnitCosts,
  historyFrom: '2017-01-01',
  followUpEndsOn: '2021-07-01',
  landmarks: ['2019-07-01', '2020-03-01', '2021-07-01'],
};

export const firstAdmissionStudy: Study = { ...olderPeopleStudy, programme: Programme.parse(firstAdmission) };

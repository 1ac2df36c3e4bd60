import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import { RowCheck } from '../../../functions/core/ingest/row-check.ts';
import { testCode } from '../identity/identity-codes.ts';

const person = testCode('1950-01-01');
const good: Record<TableName, Record<string, string>> = {
  clients: {
    clientIdentifier: person,
    validFrom: '2020-01-01',
    bornOn: '1950-01-01',
    sex: 'female',
    serviceLanguage: 'sv',
    municipality: '905',
    diedOn: '2021-01-01',
    dataSource: 'population-register',
    recordedOn: '2021-01-02',
    familyName: person,
  },
  'service-events': {
    clientIdentifier: person,
    eventId: 'e1',
    startedOn: '2020-01-01',
    endedOn: '2020-01-05',
    serviceArea: '31',
    contacts: '3',
    costCents: '12000',
    dataSource: 'social-care',
    recordedOn: '2020-02-01',
  },
  diagnoses: {
    clientIdentifier: person,
    diagnosisId: 'd1',
    diagnosedOn: '2020-01-01',
    codeSystem: 'ICD-10',
    code: 'G30.1',
    dataSource: 'primary-care',
    recordedOn: '2020-01-01',
  },
  assessments: {
    clientIdentifier: person,
    assessmentId: 'a1',
    assessedOn: '2020-01-01',
    instrument: 'RAI-HC',
    scale: 'MAPLE',
    points: '5',
    dataSource: 'rai',
    recordedOn: '2020-01-01',
  },
  'former-identifiers': {
    clientIdentifier: person,
    formerIdentifier: 'local:test:7',
    dataSource: 'population-register',
    recordedOn: '2020-01-01',
  },
  'social-care-decisions': {
    clientIdentifier: person,
    decisionId: 's1',
    decisionType: 'regular-home-care',
    decision: 'granted',
    decidedOn: '2020-01-01',
    validFrom: '2020-01-01',
    validTo: '2021-01-01',
    dataSource: 'social-care',
    recordedOn: '2020-01-01',
  },
  'consent-events': {
    clientIdentifier: person,
    consentEventId: 'c1',
    kind: 'objection',
    purpose: 'outreach',
    coveredSource: 'all',
    effectiveAt: '2020-01-01T10:00:00Z',
    recordedAt: '2020-01-01T10:00:00.123Z',
    channel: 'letter',
    recordedBy: 'staff-1',
  },
  'client-relationships': {
    clientIdentifier: person,
    relationshipId: 'r1',
    unit: 'unit-1',
    kind: 'care',
    startedOn: '2020-01-01',
    endedOn: '2020-01-02',
    dataSource: 'social-care',
    recordedOn: '2020-01-01',
  },
};

const checks = Object.fromEntries(
  Object.keys(good).map((table) => [table, new RowCheck(tables[table as TableName], 'register')]),
) as Record<TableName, RowCheck>;

function checked(table: TableName, row: Record<string, string>) {
  const names = Object.keys(row);
  const positions = checks[table].fields.map(({ name }) => names.indexOf(name));
  return checks[table].check(Object.values(row), positions);
}

const reasonsOf = (table: TableName, change: Record<string, string>) => {
  const outcome = checked(table, { ...good[table], ...change });
  return 'reasons' in outcome ? outcome.reasons.map(({ field, rule }) => `${field} ${rule}`) : [];
};

const oddTexts = [
  '',
  'x',
  '2020-02-30',
  '1700-01-01',
  '2019-12-31',
  '-1',
  '1e3',
  '99999999999',
  'yes',
  'SV',
  'é',
  '5',
  '6',
  'all',
];

describe('a row', () => {
  it.each(Object.keys(good) as TableName[])(
    'of %s is accepted exactly when its contract accepts it',
    (table) => {
      const names = checks[table].fields.map(({ name }) => name);
      const change = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...oddTexts), { maxKeys: 2 });
      expect(checked(table, good[table])).toHaveProperty('fields');
      fc.assert(
        fc.property(change, (changed) => {
          const row = { ...good[table], clientIdentifier: 'local:demo:1', ...changed };
          const present = Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''));
          const parsed = tables[table].row.safeParse(present);
          const outcome = checked(table, row);
          expect('fields' in outcome ? withoutAbsent(outcome.fields) : undefined).toEqual(parsed.data);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('is turned away with the field and the rule, never the value', () => {
    expect(reasonsOf('service-events', { startedOn: '2020-02-30' })).toEqual(['startedOn not-a-day']);
    expect(reasonsOf('service-events', { startedOn: '1700-01-01' })).toEqual(['startedOn out-of-range']);
    expect(reasonsOf('service-events', { startedOn: '' })).toEqual(['startedOn missing-field']);
    expect(reasonsOf('service-events', { contacts: 'many' })).toEqual(['contacts not-a-number']);
    expect(reasonsOf('service-events', { contacts: '1.5' })).toEqual(['contacts not-a-number']);
    expect(reasonsOf('service-events', { contacts: '99999' })).toEqual(['contacts out-of-range']);
    expect(reasonsOf('service-events', { serviceArea: '999' })).toEqual(['serviceArea not-in-code-set']);
    expect(reasonsOf('service-events', { eventId: 'ä' })).toEqual(['eventId wrong-form']);
    expect(reasonsOf('service-events', { serviceArea: '' })).toEqual(['serviceArea contradicting-fields']);
    expect(reasonsOf('clients', { familyName: 'x'.repeat(121) })).toEqual(['familyName too-long']);
    expect(reasonsOf('diagnoses', { recordedOn: '2099-12-31' })).toEqual(['recordedOn out-of-range']);
    expect(reasonsOf('clients', { diedOn: '2031-01-01' })).toEqual(['diedOn contradicting-fields']);
    expect(reasonsOf('clients', { movedOutOn: '1900-01-01' })).toEqual(['movedOutOn contradicting-fields']);
    expect(reasonsOf('consent-events', { purpose: 'fun' })).toEqual(['purpose not-in-code-set']);
    expect(reasonsOf('consent-events', { effectiveAt: '2020-01-01' })).toEqual([
      'effectiveAt not-an-instant',
    ]);
    expect(reasonsOf('assessments', { points: '6' })).toEqual(['points contradicting-fields']);
  });

  it('gives every reason when there are several', () => {
    expect(reasonsOf('service-events', { startedOn: 'x', contacts: 'x', eventId: '' })).toEqual([
      'eventId missing-field',
      'startedOn not-a-day',
      'contacts not-a-number',
    ]);
  });

  it('needs an identifier that is one', () => {
    const wrongControl = `${person.slice(0, 10)}${person[10] === 'A' ? 'B' : 'A'}`;
    expect(reasonsOf('clients', { clientIdentifier: wrongControl })).toEqual([
      'clientIdentifier bad-control-character',
    ]);
    expect(reasonsOf('clients', { clientIdentifier: testCode('1950-13-01') })).toEqual([
      'clientIdentifier impossible-date',
    ]);
    expect(reasonsOf('clients', { clientIdentifier: 'Virtanen' })).toEqual([
      'clientIdentifier not-a-person-identifier',
    ]);
    expect(reasonsOf('clients', { clientIdentifier: 'local:demo:1' })).toEqual([]);
  });

  it('of a client agrees with the day of birth in the identifier', () => {
    expect(reasonsOf('clients', { bornOn: '1950-01-02' })).toEqual(['bornOn contradicting-fields']);
    expect(reasonsOf('clients', { bornOn: '1950-01-02', clientIdentifier: 'local:demo:1' })).toEqual([]);
  });

  it('may hold a personal identity code only where people are named', () => {
    expect(reasonsOf('service-events', { eventId: `x:${person}` })).toEqual([
      'eventId identity-code-in-field',
    ]);
    expect(reasonsOf('consent-events', { recordedBy: person })).toEqual([
      'recordedBy identity-code-in-field',
    ]);
  });
});

const withoutAbsent = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

describe('a delivery of people who are made up', () => {
  const registered = testCode('1950-01-01', 308);
  const simulated = testCode('1950-01-01', 900);
  const rulesIn = (origin: DataOrigin, change: Record<string, string>) => {
    const check = new RowCheck(tables.clients, origin);
    const row: Record<string, string> = { ...good.clients, familyName: 'Öhman', ...change };
    const checked = check.check(
      check.fields.map(({ name }) => row[name] ?? ''),
      check.fields.map((_, place) => place),
    );
    return 'reasons' in checked ? checked.reasons : [];
  };

  it.each(['simulated', 'synthetic'] as const)('names nobody who may be registered: %s', (origin) => {
    for (const clientIdentifier of [registered, ` ${registered.toLowerCase()} `, testCode('1950-01-01', 899)])
      expect(rulesIn(origin, { clientIdentifier })).toEqual([
        { field: 'clientIdentifier', rule: 'not-a-simulated-code' },
      ]);
    for (const field of ['familyName', 'telephone', 'clientIdentifier'])
      expect(
        rulesIn(origin, { [field]: `${field === 'clientIdentifier' ? 'local:x:' : ''}${registered}` }),
      ).toEqual([{ field, rule: 'not-a-simulated-code' }]);
    for (const clientIdentifier of [simulated, testCode('1950-01-01', 999), 'local:desynpuf:0017'])
      expect(rulesIn(origin, { clientIdentifier })).toEqual([]);
  });

  it('is held to that, and a register’s is not', () => {
    for (const clientIdentifier of [registered, simulated])
      expect(rulesIn('register', { clientIdentifier })).toEqual([]);
  });
});

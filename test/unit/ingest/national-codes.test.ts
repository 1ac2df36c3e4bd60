import { describe, expect, it } from 'vitest';
import { type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import {
  contactTypes,
  serviceAreas,
  serviceForms,
} from '../../../data-contracts/vocabularies/national-codes/index.ts';
import { RowCheck } from '../../../functions/core/ingest/row-check.ts';

const event = {
  clientIdentifier: 'local:case:n',
  eventId: 'n0',
  startedOn: '2024-01-01',
  dataSource: 'primary-care',
  recordedOn: '2024-01-02',
};
const diagnosis = {
  clientIdentifier: 'local:case:d',
  diagnosisId: 'd0',
  diagnosedOn: '2024-01-01',
  dataSource: 'primary-care',
  recordedOn: '2024-01-02',
};

function checked(table: TableName, row: Record<string, string>) {
  const check = new RowCheck(tables[table], 'synthetic');
  return check.check(
    check.fields.map(({ name }) => row[name] ?? ''),
    check.fields.map((_, index) => index),
  );
}

const isTaken = (table: TableName, row: Record<string, string>) => 'fields' in checked(table, row);

describe('no contact is lost for its code', () => {
  it('every code of the national lists is taken', () => {
    const rows = [
      ...Object.keys(serviceAreas).map((serviceArea) => ({ serviceArea })),
      ...Object.keys(serviceForms).map((serviceForm) => ({ serviceForm })),
      ...Object.keys(contactTypes).map((contactType) => ({ serviceForm: 'T11', contactType })),
    ];
    expect(rows.length).toBe(26 + 31 + 16);
    expect(rows.filter((row) => !isTaken('service-events', { ...event, ...row }))).toEqual([]);
  });

  it('a code of the list’s form that is not on it is taken, and so is “other”', () => {
    for (const serviceForm of ['T99', 'other'])
      expect(isTaken('service-events', { ...event, serviceForm })).toBe(true);
    expect(isTaken('service-events', { ...event, serviceArea: '0', contactType: 'R99' })).toBe(true);
    expect(isTaken('service-events', { ...event, serviceForm: 'Kotihoito' })).toBe(false);
  });
});

describe('a diagnosis’ code', () => {
  const codeOf = (codeSystem: string, code: string) => {
    const taken = checked('diagnoses', { ...diagnosis, codeSystem, code });
    return 'fields' in taken ? taken.fields.code : undefined;
  };

  it.each([
    ['F00.1*G30.1', 'F00.1*G30.1'],
    ['G30.1+F00.10', 'G30.1+F00.10'],
    ['T78.4#C07', 'T78.4#C07'],
    ['ZA1.0', 'ZA1.0'],
    ['g30.1', 'G30.1'],
    [' G30.1 ', 'G30.1'],
    ['W190', 'W190'],
  ])('of ICD-10 as Finnish systems write it, %j, is taken', (given, kept) => {
    expect(codeOf('ICD-10', given)).toBe(kept);
  });

  it('may be of ICPC-2, SNOMED CT, or a county’s own', () => {
    expect(codeOf('ICPC-2', 'p70')).toBe('P70');
    expect(codeOf('SNOMED', '44054006')).toBe('44054006');
    expect(codeOf('local', 'KH-1')).toBe('KH-1');
  });

  it('is of its system or turned away', () => {
    for (const code of ['F00.1**G30.1', 'F00.1*', '', 'G3']) expect(codeOf('ICD-10', code)).toBeUndefined();
    expect(codeOf('SNOMED', 'G30.1')).toBeUndefined();
  });
});

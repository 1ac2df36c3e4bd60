import { describe, expect, it } from 'vitest';
import { type CoveredTime, coverageOf } from '../../../functions/core/ingest/coverage.ts';

const file = (table: CoveredTime['table'], coversFrom: string, coversTo: string) => ({
  table,
  coversFrom,
  coversTo,
});
const years = (table: CoveredTime['table'], ...from: number[]) =>
  from.map((year) => file(table, `${year}-01-01`, `${year}-12-31`));

describe('coverage', () => {
  it('joins deliveries that follow each other, in whatever order they came', () => {
    const files = [...years('clients', 2020, 2021), ...years('service-events', 2021, 2020)];
    expect(coverageOf(files)).toEqual({ coversFrom: '2020-01-01', coversTo: '2021-12-31' });
  });

  it('is not lengthened by a delivery of consents alone', () => {
    const files = [...years('clients', 2020), ...years('service-events', 2020)];
    const later = file('consent-events', '2021-01-01', '2021-03-31');
    expect(coverageOf([...files, later])).toEqual(coverageOf(files));
  });

  it('ends where deaths and moves are no longer told of', () => {
    const files = [...years('clients', 2020), ...years('service-events', 2020, 2021)];
    expect(coverageOf(files)).toEqual({ coversFrom: '2020-01-01', coversTo: '2020-12-31' });
  });

  it('begins after a gap, for a missing year is not a healthy one', () => {
    const files = [...years('clients', 2018, 2020, 2021), ...years('service-events', 2018, 2020, 2021)];
    expect(coverageOf(files)).toEqual({ coversFrom: '2020-01-01', coversTo: '2021-12-31' });
  });
});

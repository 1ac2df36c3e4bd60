import { describe, expect, it } from 'vitest';
import basis from '../../../data-contracts/examples/legal-basis.json' with { type: 'json' };
import { EndDay, Instant, isNoEnd } from '../../../data-contracts/schemas/fields.ts';
import { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';

describe('an instant', () => {
  it.each([
    '1849-12-31T22:20:11Z',
    '1850-01-01T00:00:00Z',
    '2026-03-01T09:30:00Z',
    '2026-03-01T09:30:15.123456Z',
    '2199-12-31T23:59:59.999Z',
  ])('is taken where it can be written, read and ordered: %s', (instant) => {
    expect(Instant.parse(instant)).toBe(instant);
    expect(Instant.safeParse(new Date(instant).toISOString()).success).toBe(true);
  });

  it.each([
    '+010000-01-01T00:00:00.000Z',
    '-000001-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '2200-01-01T00:00:00Z',
    '1849-12-30T23:59:59Z',
    '0001-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01T09:30:15.1234567890Z',
    '2026-03-01T09:30:15+02:00',
    '2026-03-01',
  ])('is refused elsewhere: %s', (instant) => {
    expect(Instant.safeParse(instant).success).toBe(false);
  });
});

describe('until further notice', () => {
  it.each([
    '9999-12-31',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59.999-12:00',
    '+010000-01-01T00:00:00.000Z',
    '2999-01-01',
    '2200-01-01',
    '2199-12-31',
    '2199-12-31T21:59:59Z',
    '9999',
    '9999-12',
    '2199',
  ])('is what %s means as an end', (end) => {
    expect(isNoEnd(end)).toBe(true);
  });

  it.each(['2099-12-30', '2099-11', '2098', '2026-12-31', '1850-01-01'])('is not what %s means', (end) => {
    expect(isNoEnd(end)).toBe(false);
  });

  it('has one form once it is read: no end at all', () => {
    expect(EndDay.parse('9999-12-31')).toBeUndefined();
    expect(EndDay.parse('2026-12-31')).toBe('2026-12-31');
    expect(EndDay.safeParse('1849-12-31').success).toBe(false);
    expect(LegalBasis.parse({ ...basis, inForceTo: '9999-12-31' }).inForceTo).toBeUndefined();
    expect(LegalBasis.safeParse({ ...basis, inForceTo: 'until further notice' }).success).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappedValue } from '../../../data-contracts/schemas/mapping.ts';
import { centsText, numberText } from '../../../functions/core/mapping/amounts.ts';
import { compileValue, type ReadAs } from '../../../functions/core/mapping/compile-value.ts';
import { isoDay, plainDayForms } from '../../../functions/core/mapping/day-forms.ts';
import { fieldTold } from '../../../functions/core/mapping/field-values.ts';
import { type Change, versionsOf } from '../../../functions/core/mapping/versions-of.ts';
import { testCode } from '../identity/identity-codes.ts';

describe('a column that a fault tells of', () => {
  it('names nobody, even where a mapping has taken a row for the header', () => {
    const code = testCode('1940-05-05');
    expect(fieldTold('clientIdentifier', code, { name: 'x.csv' })).not.toContain(code);
    expect(fieldTold('bornOn', 'HETU', { name: 'x.csv', columns: { HETU: code } })).not.toContain(code);
    expect(fieldTold('bornOn', 'HETU', { name: 'x.csv' })).toBe('HETU > bornOn');
  });
});

describe('a day', () => {
  it.each([
    ['31.12.2025', '2025-12-31'],
    ['1.2.2025', '2025-02-01'],
    ['20251231', '2025-12-31'],
    ['2025-12-31', '2025-12-31'],
    ['31.12.2025 08:15', '2025-12-31'],
    ['2025-12-31T23:59:59.123', '2025-12-31'],
  ])('written %s is %s', (given, day) => {
    expect(isoDay(given, plainDayForms)).toBe(day);
  });

  it('in another form, or of a time zone, stays as it is for the door to refuse', () => {
    for (const given of ['12/31/2025', '2025-12-31T22:00:00Z', '31.12.25', 'eilen'])
      expect(isoDay(given, plainDayForms)).toBe(given);
    expect(isoDay('31/12/2025', ['d/M/yyyy'])).toBe('2025-12-31');
  });
});

describe('an amount', () => {
  it('in euros is cents, half cents up, in the file’s decimal mark', () => {
    expect(centsText('380,50', ',')).toBe('38050');
    expect(centsText('1 234,5 €', ',')).toBe('123450');
    expect(centsText('12', ',')).toBe('1200');
    expect(centsText('0,125', ',')).toBe('13');
    expect(centsText('198,50', ',', 31)).toBe('615350');
    expect(centsText('380.00', '.')).toBe('38000');
  });

  it('in another mark than the file’s is never guessed at', () => {
    expect(centsText('380.00', ',')).toBe('?');
    expect(centsText('1.234,50', ',')).toBe('?');
    expect(centsText('0,1 234', ',')).toBe('?');
    expect(centsText('1 234 567,89', ',')).toBe('123456789');
    expect(centsText('-1\u00a0234', ',')).toBe('-123400');
    expect(numberText('3,0', ',')).toBe('3');
    expect(numberText('3.0', ',')).toBe('?');
  });

  it('comes back from whatever cents it was written from', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (cents) => {
        const text = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
        expect(centsText(text, ',')).toBe(String(cents));
      }),
    );
  });
});

const names = ['HETU', 'PALA', 'TAPA', 'PV', 'LOPPU', 'HINTA', 'ID'];
const had = (value: MappedValue, row: Record<string, string>, readAs: ReadAs = 'text') =>
  compileValue(value, readAs, {
    placeOf: (column) => names.indexOf(column),
    days: plainDayForms,
    decimalMark: ',',
    lists: { county: ['905'] },
    codeMaps: { sexes: { '1': 'male' } },
    terms: { coversFrom: '2019-01-01', coversTo: '2025-12-31' },
  })(names.map((name) => row[name] ?? ''));

describe('a value', () => {
  it('is a column, a constant, the first that is given, or several together', () => {
    expect(had('PALA', { PALA: ' 31 ' })).toBe('31');
    expect(had({ firstOf: ['PALA', { constant: '93' }] }, {})).toBe('93');
    expect(had({ join: [{ constant: 'hilmo' }, 'ID'] }, { ID: 'A/1' }, 'identifier')).toBe('hilmo:A_2f_1');
  });

  it('of a code map is what the map gives, else what it says otherwise, else as it is', () => {
    expect(had({ column: 'TAPA', codes: 'sexes' }, { TAPA: '1' })).toBe('male');
    expect(had({ column: 'TAPA', codes: 'sexes' }, { TAPA: '3' })).toBe('3');
    expect(had({ column: 'TAPA', codes: 'sexes', otherwise: 'unknown' }, { TAPA: '3' })).toBe('unknown');
    expect(had({ column: 'TAPA', codes: 'sexes', otherwise: 'unknown' }, {})).toBe('');
  });

  it('may be what a personal identity code tells', () => {
    const row = { HETU: testCode('1940-05-06', 902) };
    expect(had({ birthDayOf: 'HETU' }, row, 'day')).toBe('1940-05-06');
    expect(had({ sexOf: 'HETU' }, row)).toBe('female');
  });

  it('of days is the earliest, the latest or days later, and a day that is none is seen', () => {
    const days: MappedValue = { latestOf: ['PV', { told: 'coversFrom' }] };
    expect(had(days, { PV: '1.1.1940' }, 'day')).toBe('2019-01-01');
    expect(had(days, { PV: 'x' }, 'day')).toBe('x');
    expect(had({ day: 'PV', plusDays: 14 }, { PV: '25.12.2024' }, 'day')).toBe('2025-01-08');
  });

  it('of a price for each day is for each of them, first and last included', () => {
    const cost: MappedValue = { euros: 'HINTA', perDay: { from: 'PV', to: 'LOPPU' } };
    expect(had(cost, { HINTA: '198,50', PV: '1.1.2025', LOPPU: '31.1.2025' }, 'number')).toBe('615350');
    expect(had(cost, { HINTA: '198,50', PV: '1.1.2025' }, 'number')).toBe('');
    expect(had(cost, { HINTA: '198.50', PV: '1.1.2025' }, 'number')).toBe('?');
  });

  it('counts nothing from an end that is none, which is as if it were not given', () => {
    for (const end of ['31.12.2099', '31.12.9999', '99991231']) {
      const row = { HINTA: '198,50', PV: '1.1.2025', LOPPU: end };
      const cost: MappedValue = { euros: 'HINTA', perDay: { from: 'PV', to: 'LOPPU' } };
      expect(had(cost, row, 'number')).toBe('');
      const recorded: MappedValue = { firstOf: [{ day: 'LOPPU', plusDays: 14 }, { told: 'coversTo' }] };
      expect(had(recorded, row, 'day')).toBe(had({ told: 'coversTo' }, row, 'day'));
    }
  });

  it('may rest on a condition', () => {
    const value: MappedValue = {
      if: { column: 'PALA', in: 'county' },
      give: 'PALA',
      else: { constant: '000' },
    };
    expect(had(value, { PALA: '905' })).toBe('905');
    expect(had(value, { PALA: '091' })).toBe('000');
  });
});

describe('versions of a client', () => {
  const change = (order: number, fields: (string | undefined)[], more: Partial<Change> = {}): Change => ({
    file: 'f',
    line: order,
    order,
    isSnapshot: false,
    fields,
    before: fields.map(() => undefined),
    ...more,
  });
  const snapshot = change(0, ['2019-01-01', 'Aino', '399', ''], { isSnapshot: true });
  const texts = (...changes: Change[]) => versionsOf(changes, [0]).map((version) => version.texts.join(' '));

  it('hold what the snapshot tells where no change is known', () => {
    expect(texts(snapshot)).toEqual(['2019-01-01 Aino 399 ']);
  });

  it('have before a move the municipality that was left, and after it the one moved to', () => {
    const move = change(1, ['2022-05-01', undefined, '399', ''], {
      before: [undefined, undefined, '905', undefined],
    });
    expect(texts(snapshot, move)).toEqual(['2019-01-01 Aino 905 ', '2022-05-01 Aino 399 ']);
  });

  it('carry on what an earlier change told', () => {
    const move = change(1, ['2022-05-01', undefined, '499', undefined]);
    const death = change(2, ['2023-01-01', undefined, undefined, '2023-01-01']);
    expect(texts(death, move, snapshot)).toEqual([
      '2019-01-01 Aino 399 ',
      '2022-05-01 Aino 499 ',
      '2023-01-01 Aino 499 2023-01-01',
    ]);
  });

  it('that begin on one day by different changes are one', () => {
    const move = change(1, ['2022-05-01', undefined, '499', undefined]);
    const death = change(2, ['2022-05-01', undefined, undefined, '2022-05-01']);
    const made = versionsOf([snapshot, move, death], [0]);
    expect(made.map(({ isJoined }) => isJoined)).toEqual([false, true, false]);
    expect(made[2]!.texts.join(' ')).toBe('2022-05-01 Aino 499 2022-05-01');
  });
});

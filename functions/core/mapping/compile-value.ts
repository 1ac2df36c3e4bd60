import type { Delivery } from '../../../data-contracts/schemas/delivery.ts';
import { isNoEnd } from '../../../data-contracts/schemas/fields.ts';
import type { DayForm, MappedValue, MappingCondition } from '../../../data-contracts/schemas/mapping.ts';
import { daysAfter } from '../calendar.ts';
import { checkPersonalIdentityCode } from '../identity/personal-identity-code.ts';
import { centsText, numberText } from './amounts.ts';
import { isoDay } from './day-forms.ts';

/** What a value of a row is to be read as. */
export type ReadAs = 'day' | 'number' | 'identifier' | 'text';

/** A row of a native file: its texts, and what `each` adds to them. */
export type NativeTexts = readonly string[];

export type ValueOf = (row: NativeTexts) => string;

/** In which words a file is written, and what a mapping has names for. */
export interface ValueWords {
  /** The column’s place in a row; `#name` and `#value` of `each` have places too. */
  readonly placeOf: (column: string) => number;
  readonly days: readonly DayForm[];
  readonly decimalMark: '.' | ',';
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly codeMaps: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly terms: Pick<Delivery, 'coversFrom' | 'coversTo'>;
}

const nothing = () => '';
const isoForm = /^\d{4}-\d\d-\d\d$/;

/** How a value is had from a row. What cannot be read as it should stays as it is written, for the door to refuse. */
export function compileValue(value: MappedValue, readAs: ReadAs, words: ValueWords): ValueOf {
  const inner = (one: MappedValue, as: ReadAs = readAs) => compileValue(one, as, words);
  if (typeof value === 'string') return columnValue(value, readAs, words);
  if ('column' in value) return codedValue(value, readAs, words);
  if ('constant' in value) return () => value.constant;
  if ('told' in value) return () => words.terms[value.told];
  if ('firstOf' in value) return firstOf(value.firstOf.map((one) => inner(one)));
  if ('join' in value)
    return joined(
      value.join.map((one) => inner(one)),
      value.with ?? ':',
    );
  if ('earliestOf' in value)
    return extreme(
      value.earliestOf.map((one) => inner(one)),
      (days) => days[0],
    );
  if ('latestOf' in value)
    return extreme(
      value.latestOf.map((one) => inner(one)),
      (days) => days.at(-1),
    );
  if ('day' in value) return later(inner(value.day, 'day'), value.plusDays);
  if ('birthDayOf' in value) return ofCode(inner(value.birthDayOf, 'text'), 'bornOn');
  if ('sexOf' in value) return ofCode(inner(value.sexOf, 'text'), 'sex');
  if ('euros' in value) return cents(value, words);
  const holds = compileCondition(value.if, words);
  const [given, otherwise] = [inner(value.give), value.else === undefined ? nothing : inner(value.else)];
  return (row) => (holds(row) ? given(row) : otherwise(row));
}

export function compileCondition(
  { column, in: among, notIn, isGiven }: MappingCondition,
  words: ValueWords,
): (row: NativeTexts) => boolean {
  const place = words.placeOf(column);
  const set = (list: string | readonly string[]) =>
    new Set(typeof list === 'string' ? listNamed(list, words) : list);
  const inside = among === undefined ? undefined : set(among);
  const outside = notIn === undefined ? undefined : set(notIn);
  return (row) => {
    const text = (row[place] ?? '').trim();
    if (isGiven !== undefined && isGiven !== (text !== '')) return false;
    return (!inside || inside.has(text)) && !outside?.has(text);
  };
}

/** A mapping speaks of a list or a code map that it does not have. */
export class UnknownMappingName extends Error {
  readonly code = 'unknown-mapping-name';
}

export function listNamed(name: string, { lists }: Pick<ValueWords, 'lists'>): readonly string[] {
  const list = lists[name];
  if (!list) throw new UnknownMappingName(`lists.${name}`);
  return list;
}

function columnValue(column: string, readAs: ReadAs, words: ValueWords): ValueOf {
  const place = words.placeOf(column);
  const read = remembering(reader(readAs, words));
  return (row) => {
    const text = (row[place] ?? '').trim();
    return text === '' ? '' : read(text);
  };
}

function reader(readAs: ReadAs, { days, decimalMark }: ValueWords): (text: string) => string {
  if (readAs === 'day') return (text) => isoDay(text, days);
  if (readAs === 'number') return (text) => numberText(text, decimalMark);
  if (readAs === 'identifier') return asIdentifier;
  return (text) => text;
}

/** Whatever an identifier may not hold by its number, so that two do not become one. */
const asIdentifier = (text: string) =>
  text.replaceAll(/[^A-Za-z0-9._:-]/g, (sign) => `_${sign.codePointAt(0)!.toString(16)}_`);

const rememberedTexts = 4096;

/** The days and codes of a file are few, and read once. */
function remembering(read: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = read(text);
    if (known.size < rememberedTexts) known.set(text, now);
    return now;
  };
}

function codedValue(
  { column, codes, otherwise }: Extract<MappedValue, { column: string }>,
  readAs: ReadAs,
  words: ValueWords,
): ValueOf {
  const map = typeof codes === 'string' ? words.codeMaps[codes] : (codes ?? {});
  if (!map) throw new UnknownMappingName(`codeMaps.${codes}`);
  const place = words.placeOf(column);
  const known = new Map(Object.entries(map));
  const plain = columnValue(column, readAs, words);
  return (row) => {
    const text = (row[place] ?? '').trim();
    return known.get(text) ?? (text !== '' && otherwise !== undefined ? otherwise : plain(row));
  };
}

const firstOf =
  (values: readonly ValueOf[]): ValueOf =>
  (row) => {
    for (const value of values) {
      const text = value(row);
      if (text !== '') return text;
    }
    return '';
  };

const joined =
  (values: readonly ValueOf[], sign: string): ValueOf =>
  (row) =>
    values
      .map((value) => value(row))
      .filter((text) => text !== '')
      .join(sign);

/** Of the days that are given; one that is no day comes first of all, so that the door sees it. */
const extreme =
  (values: readonly ValueOf[], choose: (days: string[]) => string | undefined): ValueOf =>
  (row) => {
    const given = values.map((value) => value(row)).filter((text) => text !== '');
    return given.find((text) => !isoForm.test(text)) ?? choose(given.sort()) ?? '';
  };

const later =
  (value: ValueOf, days: number): ValueOf =>
  (row) => {
    const day = value(row);
    if (!isDay(day)) return day;
    return isNoEnd(day) ? '' : daysAfter(day, days);
  };

const isCents = (text: string) => /^-?\d+$/.test(text);

const isDay = (text: string) => isoForm.test(text) && !Number.isNaN(Date.parse(text));

const ofCode =
  (value: ValueOf, what: 'bornOn' | 'sex'): ValueOf =>
  (row) => {
    const checked = checkPersonalIdentityCode(value(row));
    if ('fault' in checked) return '';
    if (what === 'bornOn') return checked.bornOn;
    return Number(checked.code[9]) % 2 === 0 ? 'female' : 'male';
  };

function cents({ euros, perDay }: Extract<MappedValue, { euros: MappedValue }>, words: ValueWords): ValueOf {
  const amount = compileValue(euros, 'text', words);
  const first = perDay ? compileValue(perDay.from, 'day', words) : nothing;
  const last = perDay ? compileValue(perDay.to, 'day', words) : nothing;
  return (row) => {
    const text = amount(row);
    if (text === '') return '';
    const [from, to] = [first(row), last(row)];
    const isWhole = isDay(from) && isDay(to) && from <= to && !isNoEnd(to);
    const once = centsText(text, words.decimalMark);
    if (!perDay || !isCents(once)) return once;
    return isWhole
      ? centsText(text, words.decimalMark, 1 + (Date.parse(to) - Date.parse(from)) / 86_400_000)
      : '';
  };
}

/** The columns that a value is had from, as a file calls them. */
export function columnsOf(value: MappedValue): string[] {
  if (typeof value === 'string') return [value];
  if ('column' in value) return [value.column];
  if ('if' in value)
    return [value.if.column, ...columnsOf(value.give), ...(value.else ? columnsOf(value.else) : [])];
  if ('euros' in value) return [value.euros, ...Object.values(value.perDay ?? {})].flatMap(columnsOf);
  if ('firstOf' in value) return value.firstOf.flatMap(columnsOf);
  if ('join' in value) return value.join.flatMap(columnsOf);
  if ('earliestOf' in value) return value.earliestOf.flatMap(columnsOf);
  if ('latestOf' in value) return value.latestOf.flatMap(columnsOf);
  if ('day' in value) return columnsOf(value.day);
  if ('birthDayOf' in value) return columnsOf(value.birthDayOf);
  if ('sexOf' in value) return columnsOf(value.sexOf);
  return [];
}

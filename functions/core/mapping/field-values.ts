import type { MappedValue } from '../../../data-contracts/schemas/mapping.ts';
import { type TableContract, type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import type { FieldPresence } from '../delivered-files/column-layout.ts';
import { columnsOf, compileValue, type ReadAs, type ValueOf, type ValueWords } from './compile-value.ts';
import { plainDayForms } from './day-forms.ts';
import type { TableInUse } from './layouts.ts';
import { fitToTell, type NativeSource } from './native-rows.ts';

/** How the fields of a contract are had from a row, in the contract’s order; undefined: the mapping does not have it. */
export function fieldValues(
  values: Readonly<Record<string, MappedValue>>,
  fields: readonly FieldPresence[],
  table: TableName,
  words: ValueWords,
): (ValueOf | undefined)[] {
  return fields.map(({ name }) => {
    const value = values[name];
    return value === undefined ? undefined : compileValue(value, readAsOf(table, name), words);
  });
}

const idOfThing = /(Id|^unit|^studyGroup)$/;

function readAsOf(table: TableName, field: string): ReadAs {
  const { columns }: TableContract = tables[table];
  if (columns[field] === 'date') return 'day';
  if (columns[field] === 'bigint') return 'number';
  return idOfThing.test(field) ? 'identifier' : 'text';
}

/** In which words a file is written. A Parquet file says its days and numbers itself. */
export function wordsOf(
  inUse: TableInUse,
  { native, format }: NativeSource,
  names: readonly string[],
): ValueWords {
  const added = ['#name', '#value'];
  return {
    placeOf: (column) =>
      added.includes(column) ? names.length + added.indexOf(column) : names.indexOf(column),
    days: native.days ?? plainDayForms,
    decimalMark: native.decimalMark ?? (format === 'parquet' ? '.' : ','),
    lists: inUse.lists,
    codeMaps: inUse.codeMaps,
    terms: inUse.terms,
  };
}

/** Columns without which a required field is nothing at all. */
export function neededColumns(
  values: Readonly<Record<string, MappedValue>>,
  fields: readonly FieldPresence[],
): string[] {
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => values[name]);
  const single = required.filter((value) => typeof value === 'string' || (value && 'column' in value));
  return [...new Set(single.flatMap((value) => columnsOf(value!)))].filter(
    (column) => !column.startsWith('#'),
  );
}

/** A field with the columns that it is had from. */
export function fieldTold(
  field: string,
  value: MappedValue | undefined,
  native: NativeSource['native'],
): string {
  const columns =
    value === undefined ? [] : [...new Set(columnsOf(value))].filter((name) => !name.startsWith('#'));
  if (columns.length === 0) return field;
  return `${columns.map((name) => fitToTell(native.columns?.[name] ?? name)).join('+')} > ${field}`;
}

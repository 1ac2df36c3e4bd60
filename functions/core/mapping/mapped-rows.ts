import type { MappedRows } from '../../../data-contracts/schemas/mapping.ts';
import type { DeliveredRow, DeliveredRows } from '../delivered-files/delivered-rows.ts';
import type { QuarantineReason } from '../ports/quarantine-store.ts';
import { compileCondition, type NativeTexts } from './compile-value.ts';
import { fieldTold, fieldValues, neededColumns, wordsOf } from './field-values.ts';
import type { MappedJob } from './mapped-job.ts';
import { type NativePorts, openNative } from './native-rows.ts';

/** Where a line makes several rows, row n of it is `line × 100 + n`. */
export const rowsOfLine = 100;

/** Rows of one table from the rows of one file. */
export async function openMappedRows(
  ports: NativePorts,
  { mapping, fields, onBytes }: MappedJob,
  mapped: MappedRows,
): Promise<DeliveredRows> {
  const { source, inUse } = mapping;
  const conditions = mapped.where ?? [];
  const needed = [...neededColumns(mapped.fields, fields), ...conditions.map(({ column }) => column)];
  const { names, rows } = await openNative(ports, source, [...new Set(needed)], onBytes);
  const words = wordsOf(inUse, source, names);
  const values = fieldValues(mapped.fields, fields, inUse.table, words);
  const holds = conditions.map((condition) => compileCondition(condition, words));
  const spread = mapped.each ? spreadOf(mapped.each, words.placeOf) : undefined;
  let leftOut = 0;

  function* made(row: DeliveredRow): Generator<DeliveredRow> {
    const times = spread ? rowsOfLine : 1;
    if ('reasons' in row) {
      yield {
        line: row.line * times,
        reasons: row.reasons.map((one) => ({ ...one, line: row.line * times })),
      };
    } else if (!holds.every((isSo) => isSo(row.texts))) leftOut += 1;
    else {
      for (const { texts, place } of spread ? spread(row.texts) : [{ texts: row.texts, place: 0 }])
        yield { line: row.line * times + place, texts: values.map((value) => value?.(texts) ?? '') };
    }
  }

  async function* batches() {
    for await (const batch of rows.batches()) yield batch.flatMap((row) => [...made(row)]);
  }

  return {
    layout: { ...rows.layout, width: fields.length, positions: fields.map((_, place) => place) },
    notice: rows.notice,
    batches,
    told: tellerOf(mapping, mapped),
    leftOut: () => leftOut,
  };
}

/** The rows that a wide row makes: one for each of its columns that says anything. */
function spreadOf(each: Readonly<Record<string, string>>, placeOf: (column: string) => number) {
  const columns = Object.entries(each).map(([name, column], place) => ({ name, place, at: placeOf(column) }));
  return function* (texts: NativeTexts) {
    for (const { name, place, at } of columns) {
      const text = (texts[at] ?? '').trim();
      if (text !== '') yield { texts: [...texts, name, text], place };
    }
  };
}

function tellerOf({ source: { native } }: MappedJob['mapping'], { fields, each }: MappedRows) {
  const told = new Map(
    Object.entries(fields).map(([field, value]) => [field, fieldTold(field, value, native)]),
  );
  const columns = each && Object.values(each);
  return ({ line, field, rule }: QuarantineReason): QuarantineReason => {
    const column = columns?.[(line ?? 0) % rowsOfLine];
    const isOfEach = field !== undefined && JSON.stringify(fields[field] ?? '').includes('#value');
    return {
      line: line === undefined || !each ? line : Math.floor(line / rowsOfLine),
      field:
        field === undefined
          ? field
          : isOfEach && column
            ? fieldTold(field, column, native)
            : (told.get(field) ?? field),
      rule,
    };
  };
}

import type { ParquetRows } from '../ports/parquet-rows.ts';
import { type ColumnLayout, type FieldPresence, layOutColumns } from './column-layout.ts';
import type { DeliveredRow, DeliveredRows } from './delivered-rows.ts';

/** Opens a Parquet file; a row's line is its number from 1. */
export async function openParquet(
  parquet: ParquetRows,
  location: string,
  fields: readonly FieldPresence[],
): Promise<DeliveredRows> {
  const names = await parquet.columnNames(location);
  const known = names.filter((name) => fields.some((field) => field.name === name));
  const layout = { ...layOutColumns(names, fields), positions: layOutColumns(known, fields).positions };
  async function* batches() {
    let line = 0;
    for await (const rows of parquet.read(location, known)) {
      yield rows.map((texts): DeliveredRow => rowOf(texts, ++line, layout));
    }
  }
  const inColumns = layout.faults.length > 0 ? undefined : { location, names: known };
  return { layout, notice: layout.faults[0]?.rule, inColumns, batches };
}

function rowOf(texts: readonly string[], line: number, { faults }: ColumnLayout): DeliveredRow {
  if (faults.length === 0) return { line, texts };
  return { line, reasons: faults.map((fault) => ({ line, ...fault })) };
}

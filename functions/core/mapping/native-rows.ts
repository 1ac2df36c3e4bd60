import type { NativeFile } from '../../../data-contracts/schemas/mapping.ts';
import type { ColumnLayout } from '../delivered-files/column-layout.ts';
import { type CsvFormat, openCsv } from '../delivered-files/csv-rows.ts';
import type { DeliveredRows } from '../delivered-files/delivered-rows.ts';
import { openParquet } from '../delivered-files/parquet-delivered-rows.ts';
import { withoutIdentityCodes } from '../identity/personal-identity-code.ts';
import type { DeliveredFile, DeliverySource } from '../ports/delivery-source.ts';
import type { ParquetRows } from '../ports/parquet-rows.ts';

/** Where native files are read from. */
export interface NativePorts {
  readonly deliveries: Pick<DeliverySource, 'read' | 'location'>;
  readonly parquet: ParquetRows;
}

/** A native file that lies in a delivery, and how it is written. */
export interface NativeSource {
  readonly file: DeliveredFile;
  readonly format: 'csv' | 'parquet';
  readonly native: NativeFile;
}

/** A native file, opened: its rows with all of its columns. */
export interface NativeRows {
  /** Names of the columns as the layout knows them. */
  readonly names: readonly string[];
  readonly rows: DeliveredRows;
}

/**
 * Opens a native file.
 * @param asked columns without which no row of it can be read
 */
export async function openNative(
  ports: NativePorts,
  { file, format, native }: NativeSource,
  asked: readonly string[],
  onBytes: (bytes: number) => void = () => undefined,
): Promise<NativeRows> {
  let names: readonly string[] = [];
  const layOut = (header: readonly string[]): ColumnLayout => {
    names = namesOfLayout(header, native);
    return wholeLayout(names, asked, native);
  };
  if (format === 'csv') {
    const csv: CsvFormat = { encoding: native.encoding, separator: native.separator };
    const rows = await openCsv(() => ports.deliveries.read(file), layOut, { ...csv, onBytes });
    return { names, rows };
  }
  onBytes(file.bytes);
  const location = await ports.deliveries.location(file);
  const columns = await ports.parquet.columnNames(location);
  const layout = layOut(columns);
  const fields = columns.map((name) => ({ name, isRequired: false }));
  const rows = await openParquet(ports.parquet, location, fields);
  const batches = layout.faults.length > 0 ? () => refused(rows, layout) : rows.batches;
  return { names, rows: { ...rows, layout, notice: layout.faults[0]?.rule, batches } };
}

async function* refused(rows: DeliveredRows, { faults }: ColumnLayout) {
  for await (const batch of rows.batches())
    yield batch.map(({ line }) => ({ line, reasons: faults.map((fault) => ({ line, ...fault })) }));
}

/** A column goes by the layout’s name where the file has another for it. */
function namesOfLayout(header: readonly string[], { columns = {} }: NativeFile): string[] {
  const byFile = new Map(Object.entries(columns).map(([layoutName, fileName]) => [fileName, layoutName]));
  return header.map((name) => byFile.get(name.trim()) ?? name.trim());
}

function wholeLayout(names: readonly string[], asked: readonly string[], native: NativeFile): ColumnLayout {
  const nameIn = (name: string) => fitToTell(native.columns?.[name] ?? name);
  const missing = asked.filter((name) => !names.includes(name));
  const twice = asked.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return {
    width: names.length,
    positions: names.map((_, place) => place),
    faults: [
      ...missing.map((name) => ({ field: nameIn(name), rule: 'missing-column' as const })),
      ...twice.map((name) => ({ field: nameIn(name), rule: 'repeated-column' as const })),
    ],
    extraColumns: [],
  };
}

/** A column’s name, as a mapping gives it, in a form that a line of CSV holds, and that names nobody. */
export const fitToTell = (name: string) => withoutIdentityCodes(name).replace(/[^\p{L}\p{N}_.:/() -]/gu, '?');

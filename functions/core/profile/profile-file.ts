import type { Encoding, NativeFile } from '../../../data-contracts/schemas/mapping.ts';
import { delimiterOf } from '../delivered-files/csv-rows.ts';
import { encodedLines, encodingOf } from '../delivered-files/encoded-lines.ts';
import { holdsIdentityCode, withoutIdentityCodes } from '../identity/personal-identity-code.ts';
import { type NativePorts, openNative } from '../mapping/native-rows.ts';
import type { DeliveredFile } from '../ports/delivery-source.ts';
import { UnreadableParquet } from '../ports/parquet-rows.ts';
import { ColumnInspector, type ColumnProfile } from './column-profile.ts';

/** What a file looks like; nothing of it is a person’s. */
export interface FileProfile {
  readonly name: string;
  readonly format: 'csv' | 'parquet';
  /**
   * Of a file of eight bits beyond UTF-8, Windows-1252 is supposed: which it is, the file does not say. ASCII is any of
   * them.
   */
  readonly encoding: Encoding | 'ascii';
  readonly separator: NativeFile['separator'];
  readonly rows: number;
  /** Rows that cannot be read as rows. */
  readonly unreadableRows: number;
  readonly columns: readonly ColumnProfile[];
}

/** @returns undefined when the file is neither CSV nor Parquet */
export async function profileFile(ports: NativePorts, file: DeliveredFile): Promise<FileProfile | undefined> {
  const format = /\.parquet$/i.test(file.name) ? 'parquet' : 'csv';
  const bytes = () => ports.deliveries.read(file);
  const found = format === 'csv' ? encodings[await encodingOf(bytes())] : 'utf-8';
  const encoding = found === 'ascii' ? 'utf-8' : found;
  const separator = format === 'csv' ? await separatorOf(bytes, encoding) : undefined;
  if (format === 'csv' && separator === undefined) return undefined;
  const native: NativeFile = { name: file.name, encoding, ...(separator && { separator }) };
  try {
    const { names, rows } = await openNative(ports, { file, format, native }, []);
    const told = areNames(names) ? names : names.map((_, place) => `${place + 1}`);
    const inspectors = told.map((name) => new ColumnInspector(name));
    let [count, unreadableRows] = [0, 0];
    for await (const batch of rows.batches())
      for (const row of batch) {
        count += 1;
        if ('reasons' in row) unreadableRows += 1;
        else for (const [place, text] of row.texts.entries()) inspectors[place]?.add(text);
      }
    const columns = inspectors.map((inspector) => inspector.profile());
    return {
      name: withoutIdentityCodes(file.name),
      format,
      encoding: found,
      separator,
      rows: count,
      unreadableRows,
      columns,
    };
  } catch (error) {
    if (error instanceof UnreadableParquet) return undefined;
    throw error;
  }
}

/** A first line with anything that begins with a digit, or says nothing, is a row and no header: it is not told. */
const areNames = (names: readonly string[]) =>
  names.every((name) => /^[\p{L}_#]/u.test(name) && !holdsIdentityCode(name));

const encodings = {
  ascii: 'ascii',
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16',
  'utf-16be': 'utf-16',
  other: 'windows-1252',
  unlike: 'windows-1252',
} as const;

/** What separates the names in the first line; undefined: nothing does, so that it is no table. */
async function separatorOf(
  bytes: () => AsyncIterable<Uint8Array>,
  encoding: Encoding,
): Promise<NativeFile['separator']> {
  for await (const [line] of encodedLines(bytes, encoding)) {
    if (!line || !('text' in line)) return undefined;
    const separator = delimiterOf(line.text) as NonNullable<NativeFile['separator']>;
    return line.text.includes(separator) ? separator : undefined;
  }
  return undefined;
}

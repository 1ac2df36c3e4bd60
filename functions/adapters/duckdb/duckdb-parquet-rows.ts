import type { DuckDBConnection } from '@duckdb/node-api';
import {
  noTextSign,
  type ParquetRows,
  UnreadableParquet,
  unitSeparator,
} from '../../core/ports/parquet-rows.ts';
import { IngestEngine, sqlName, sqlPath } from './ingest-engine.ts';

/** Reads delivered Parquet files with DuckDB, streaming. */
export class DuckDbParquetRows implements ParquetRows {
  readonly #engine: IngestEngine;

  constructor(spillFolder: string) {
    this.#engine = new IngestEngine(spillFolder);
  }

  async columnNames(location: string): Promise<readonly string[]> {
    return this.#engine.with(async (connection) => [...(await columnTypes(connection, location)).keys()]);
  }

  async *read(location: string, columns: readonly string[]) {
    const connection = await this.#engine.connect();
    try {
      const types = await columnTypes(connection, location);
      const texts = columns.map((column) => asText(sqlName(column), types.get(column) ?? ''));
      const select = `select ${joined(texts)} from read_parquet(${sqlPath(location)})`;
      yield* partedRows(connection, select);
    } finally {
      connection.closeSync();
    }
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}

/** Rows that were made one text each by `joined`, in batches. */
export async function* partedRows(connection: DuckDBConnection, select: string) {
  const rows = await readable(connection.stream(select));
  for (;;) {
    const chunk = await readable(rows.fetchChunk());
    if (!chunk || chunk.rowCount === 0) return;
    yield (chunk.getColumnValues(0) as string[]).map((row) => row.split(unitSeparator));
  }
}

/** A row as one text, because taking texts out of DuckDB one by one costs more than everything else here. */
export function joined(texts: readonly string[]): string {
  const plain = texts.map((text) => `coalesce(replace(${text}, chr(31), '\uFFFD'), '')`);
  return `concat_ws(chr(31), ${plain.join(', ') || "''"})`;
}

export async function columnTypes(
  connection: DuckDBConnection,
  location: string,
): Promise<Map<string, string>> {
  const described = await readable(
    connection.runAndReadAll(`describe select * from read_parquet(${sqlPath(location)})`),
  );
  return new Map(described.getRows().map(([name, type]) => [String(name), String(type)]));
}

/**
 * Instants as ISO 8601 in UTC; those without a zone are days at midnight, and at any other time say no instant, which
 * nobody guesses: they come without a Z. Bytes that are no UTF-8 come as what no text holds.
 */
export function asText(column: string, type: string): string {
  if (type === 'BLOB')
    return `case when ${column} is not null then coalesce(try(decode(${column})), ${noText}) end`;
  if (!type.startsWith('TIMESTAMP')) return `cast(${column} as varchar)`;
  const form = '%Y-%m-%dT%H:%M:%S.%f';
  if (type.endsWith('TIME ZONE')) return `strftime(make_timestamp(epoch_us(${column})), '${form}Z')`;
  const local = `cast(${column} as timestamp)`;
  return `case when ${local} = date_trunc('day', ${local}) then strftime(${local}, '%Y-%m-%d')
    else strftime(${local}, '${form}') end`;
}

const noText = `chr(${noTextSign.charCodeAt(0)})`;

/** The file may be sound, but the memory at hand is too little for it. */
export class TooLittleMemory extends Error {
  readonly code = 'too-little-memory';
}

/** DuckDB’s own message may quote the file’s content, so it goes no further. */
export async function readable<Outcome>(reading: Promise<Outcome>): Promise<Outcome> {
  try {
    return await reading;
  } catch (error) {
    if (String(error).includes('Out of Memory'))
      throw new TooLittleMemory('parquet: too little memory to read');
    throw new UnreadableParquet('parquet: the file is truncated or no Parquet file');
  }
}

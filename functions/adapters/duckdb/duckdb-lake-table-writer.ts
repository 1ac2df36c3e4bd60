import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type {
  LakeFile,
  LakeFileSpec,
  LakeRow,
  LakeTableWriter,
  TakingBack,
  TurnedAwayByKey,
} from '../../core/ports/lake-table-writer.ts';
import {
  type IngestEngine,
  openIngestEngine,
  sqlName,
  sqlPath,
  sqlText,
  withIngestEngine,
} from './ingest-engine.ts';
import { findClashes } from './key-clashes.ts';
import { takingBack } from './taking-back.ts';

/**
 * Writes lake files as Parquet: accepted rows go to a CSV file in the work folder, which DuckDB then copies
 * with their types and without repeated keys. The work folder serves one file at a time and holds
 * pseudonymised rows only.
 */
export class DuckDbLakeTableWriter implements LakeTableWriter {
  readonly #workFolder: string;

  constructor(workFolder: string) {
    this.#workFolder = workFolder;
  }

  async takeBack(spec: TakingBack): Promise<number> {
    await mkdir(this.#workFolder, { recursive: true });
    return withIngestEngine(join(this.#workFolder, 'spill'), async (connection) => {
      const copied = await connection.runAndReadAll(takingBack(spec));
      return Number(copied.getRows()[0]?.[0] ?? 0);
    }).finally(() => rm(this.#workFolder, { recursive: true, force: true }));
  }

  async begin(spec: LakeFileSpec): Promise<LakeFile> {
    await rm(this.#workFolder, { recursive: true, force: true });
    await mkdir(this.#workFolder, { recursive: true });
    const path = join(this.#workFolder, `${spec.fileId}.csv`);
    return new DuckDbLakeFile(spec, this.#workFolder, path, await open(path, 'w'));
  }
}

class DuckDbLakeFile implements LakeFile {
  readonly #spec: LakeFileSpec;
  readonly #workFolder: string;
  readonly #path: string;
  readonly #rows: FileHandle;
  #engine: IngestEngine | undefined;
  #moved = 0;

  constructor(spec: LakeFileSpec, workFolder: string, path: string, rows: FileHandle) {
    this.#spec = spec;
    this.#workFolder = workFolder;
    this.#path = path;
    this.#rows = rows;
  }

  async add(rows: readonly LakeRow[]): Promise<void> {
    if (rows.length > 0) await this.#rows.appendFile(rows.map(csvLine).join(''));
  }

  async keep(): Promise<number> {
    await this.#rows.close();
    this.#engine = await openIngestEngine(join(this.#workFolder, 'spill'));
    const { connection } = this.#engine;
    for (const statement of this.#findDuplicates()) await connection.run(statement);
    const copied = await this.#copy(connection);
    const { found, moved } = await findClashes(connection, this.#spec);
    this.#moved = moved;
    return found > 0 ? this.#copy(connection) : copied;
  }

  moved(): number {
    return this.#moved;
  }

  async *turnedAway(): AsyncGenerator<readonly TurnedAwayByKey[]> {
    const turnedAway = await this.#engine!.connection.stream(
      'select line, rule from turned_away order by line',
    );
    for await (const rows of turnedAway.yieldRows())
      yield rows.map(([line, rule]) => ({ line: Number(line), rule }) as TurnedAwayByKey);
  }

  async #copy(connection: DuckDBConnection): Promise<number> {
    const copied = await connection.runAndReadAll(this.#copyToParquet());
    return Number(copied.getRows()[0]?.[0] ?? 0);
  }

  async close(): Promise<void> {
    await this.#rows.close();
    this.#engine?.close();
    await rm(this.#workFolder, { recursive: true, force: true });
  }

  get #source(): string {
    const types = [
      { name: 'line', type: 'bigint' },
      { name: 'client', type: 'varchar' },
      ...this.#spec.columns,
    ].map(({ name, type }) => `${sqlText(name)}: ${sqlText(type)}`);
    return `read_csv(${sqlPath(this.#path)}, columns = {${types.join(', ')}}, auto_detect = false,
      header = false, delim = ',', quote = '"', escape = '"', nullstr = '')`;
  }

  /** By hash first, which is cheap; only rows whose hash comes twice are compared by their keys. */
  #findDuplicates(): string[] {
    const key = this.#spec.key.map(sqlName).join(', ');
    return [
      `create temp table shared_hashes as
         select hash(${key}) as key_hash from ${this.#source} group by key_hash having count(*) > 1`,
      `create temp table turned_away as
         select line, 'duplicate-key' as rule from ${this.#source} semi join shared_hashes on key_hash = hash(${key})
         qualify row_number() over (partition by ${key} order by line) > 1`,
    ];
  }

  #copyToParquet(): string {
    const { columns, delivery, location } = this.#spec;
    const names = columns.map(({ name }) => sqlName(name)).join(', ');
    return `copy (
        select client, ${names}, ${sqlText(delivery)} as delivery, line
        from ${this.#source} anti join turned_away using (line)
      ) to ${sqlText(location)} (format parquet, compression zstd)`;
  }
}

const needsQuotes = /[",\r\n]/;

function csvLine({ line, client, values }: LakeRow): string {
  let text = `${line},${client}`;
  for (const value of values) text += `,${csvField(value)}`;
  return `${text}\n`;
}

function csvField(value: string | number | undefined): string | number {
  if (value === undefined) return '';
  return typeof value === 'string' && needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

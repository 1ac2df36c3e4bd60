import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type {
  ColumnsTaken,
  DeliveredColumns,
  DistinctTexts,
  LakeFile,
  LakeFileSpec,
  LakeRow,
  LakeTableWriter,
  Rejoined,
  Rejoining,
  StatedInFile,
  TakingBack,
  TurnedAwayByKey,
} from '../../core/ports/lake-table-writer.ts';
import { judgeDistinctTexts } from './distinct-texts.ts';
import { readable } from './duckdb-parquet-rows.ts';
import { IngestEngine, sqlName, sqlPath, sqlText } from './ingest-engine.ts';
import { type Clashes, findClashes } from './key-clashes.ts';
import { rejoin, statedIdentities } from './rejoining.ts';
import { SoundRows } from './sound-rows.ts';
import { takingBack } from './taking-back.ts';

/**
 * Writes lake files as Parquet: what is taken by columns goes from file to file within DuckDB; rows that are added one
 * by one go to a CSV file in the work folder, which DuckDB then copies with their types. Repeated keys are looked for
 * in what was written, which is written anew without them if there are any. The work folder serves one file at a time
 * and holds pseudonymised rows only.
 */
export class DuckDbLakeTableWriter implements LakeTableWriter {
  readonly #workFolder: string;
  readonly #engine: IngestEngine;

  constructor(workFolder: string) {
    this.#workFolder = workFolder;
    this.#engine = new IngestEngine(join(workFolder, 'spill'));
  }

  takeBack(spec: TakingBack): Promise<number> {
    return this.#with(async (connection) => {
      const copied = await connection.runAndReadAll(takingBack(spec));
      return Number(copied.getRows()[0]?.[0] ?? 0);
    });
  }

  rejoin(spec: Rejoining): Promise<Rejoined> {
    return this.#with((connection) => rejoin(connection, spec));
  }

  async statedIdentities(locations: readonly string[]): Promise<readonly StatedInFile[]> {
    if (locations.length === 0) return [];
    return this.#with((connection) => statedIdentities(connection, locations));
  }

  async #with<Outcome>(work: (connection: DuckDBConnection) => Promise<Outcome>): Promise<Outcome> {
    await mkdir(this.#workFolder, { recursive: true });
    return this.#engine.with(work);
  }

  async begin(spec: LakeFileSpec): Promise<LakeFile> {
    const added = join(this.#workFolder, 'added');
    await rm(added, { recursive: true, force: true });
    await mkdir(added, { recursive: true });
    const path = join(added, `${spec.fileId}.csv`);
    return new DuckDbLakeFile(spec, { path, rows: await open(path, 'w') }, await this.#engine.connect());
  }

  async close(): Promise<void> {
    await this.#engine.close();
    await rm(this.#workFolder, { recursive: true, force: true });
  }
}

/** Rows that were added one by one, written down. */
interface AddedRows {
  readonly path: string;
  readonly rows: FileHandle;
}

class DuckDbLakeFile implements LakeFile {
  readonly #spec: LakeFileSpec;
  readonly #added: AddedRows;
  readonly #connection: DuckDBConnection;
  #sound: string | undefined;
  #copied: number | undefined;
  #hasAdded = false;
  #isAnyJoined = false;
  #clashes: Clashes = { found: 0, moved: 0, outOfOrder: 0 };

  constructor(spec: LakeFileSpec, added: AddedRows, connection: DuckDBConnection) {
    this.#spec = spec;
    this.#added = added;
    this.#connection = connection;
  }

  async take(file: DeliveredColumns, judge: DistinctTexts): Promise<ColumnsTaken> {
    const { delivered, sound } = await judgeDistinctTexts(this.#connection, this.#spec, file, judge);
    this.#sound = sound;
    this.#copied = await readable(this.#copy());
    const { location } = this.#spec;
    return new SoundRows(this.#connection, { location, accepted: this.#copied, delivered, judge });
  }

  async add(rows: readonly LakeRow[]): Promise<void> {
    if (rows.length === 0) return;
    this.#hasAdded = true;
    this.#isAnyJoined ||= rows.some(({ deliveredAs }) => deliveredAs !== undefined);
    await this.#added.rows.appendFile(rows.map(csvLine).join(''));
  }

  async keep(): Promise<number> {
    await this.#added.rows.close();
    let copied = this.#copied === undefined || this.#hasAdded ? await this.#copy() : this.#copied;
    if ((await this.#findDuplicates()) > 0) copied = await this.#copy('anti join turned_away using (line)');
    this.#clashes = await findClashes(this.#connection, this.#spec);
    return this.#clashes.found > 0 ? this.#copy('anti join turned_away using (line)') : copied;
  }

  moved(): number {
    return this.#clashes.moved;
  }

  outOfOrder(): number {
    return this.#clashes.outOfOrder;
  }

  async *turnedAway(): AsyncGenerator<readonly TurnedAwayByKey[]> {
    const turnedAway = await this.#connection.stream('select line, rule from turned_away order by line');
    for await (const rows of turnedAway.yieldRows())
      yield rows.map(([line, rule]) => ({ line: Number(line), rule }) as TurnedAwayByKey);
  }

  async close(): Promise<void> {
    await this.#added.rows.close();
    this.#connection.closeSync();
    await rm(this.#added.path, { force: true });
  }

  async #copy(without = ''): Promise<number> {
    const { columns, delivery, location } = this.#spec;
    const names = columns.map(({ name }) => sqlName(name)).join(', ');
    const copied = await this.#connection.runAndReadAll(`copy (
        select client, ${names}, ${sqlText(delivery)} as delivery, line${this.#isAnyJoined ? ', delivered_as' : ''}
        from ${this.#source(names)} ${without}
      ) to ${sqlText(location)} (format parquet, compression zstd)`);
    return Number(copied.getRows()[0]?.[0] ?? 0);
  }

  /** Rows by rising line, wherever they come from. */
  #source(names: string): string {
    if (this.#sound === undefined) return this.#addedRows;
    if (!this.#hasAdded) return `(${this.#sound})`;
    const both = `select *, null as delivered_as from (${this.#sound})
      union all select client, ${names}, line, delivered_as from ${this.#addedRows}`;
    return `(select * from (${both}) order by line)`;
  }

  get #addedRows(): string {
    const types = [
      { name: 'line', type: 'bigint' },
      { name: 'client', type: 'varchar' },
      { name: 'delivered_as', type: 'varchar' },
      ...this.#spec.columns,
    ].map(({ name, type }) => `${sqlText(name)}: ${sqlText(type)}`);
    return `read_csv(${sqlPath(this.#added.path)}, columns = {${types.join(', ')}}, auto_detect = false,
      header = false, delim = ',', quote = '"', escape = '"', nullstr = '')`;
  }

  /** By hash first, which is cheap; only rows whose hash comes twice are compared by their keys. Returns how many. */
  async #findDuplicates(): Promise<number> {
    const key = this.#spec.key.map(sqlName).join(', ');
    const written = `read_parquet(${sqlPath(this.#spec.location)})`;
    await this.#connection.run(`create temp table turned_away as
      with shared as (select hash(${key}) as key_hash from ${written} group by key_hash having count(*) > 1)
      select line, 'duplicate-key' as rule from ${written} semi join shared on key_hash = hash(${key})
      qualify row_number() over (partition by ${key} order by line) > 1`);
    const found = await this.#connection.runAndReadAll('select count(*) from turned_away');
    return Number(found.getRows()[0]![0]);
  }
}

const needsQuotes = /[",\r\n]/;

function csvLine({ line, client, deliveredAs, values }: LakeRow): string {
  let text = `${line},${client},${deliveredAs ?? ''}`;
  for (const value of values) text += `,${csvField(value)}`;
  return `${text}\n`;
}

function csvField(value: string | number | undefined): string | number {
  if (value === undefined) return '';
  return typeof value === 'string' && needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

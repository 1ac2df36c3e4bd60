import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { plausibilityRules } from '../../../data-contracts/catalogues/index.ts';
import type { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { lakeColumns } from '../../../data-contracts/schemas/lake-columns.ts';
import type { PlausibilityRules } from '../../../data-contracts/schemas/plausibility.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import type { UnitCost } from '../../../data-contracts/schemas/unit-cost.ts';
import { DuckDbClientMonthSource } from '../../../functions/adapters/duckdb/duckdb-client-month-source.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { readClientMonthSql } from '../../../functions/adapters/sql-texts.ts';
import { referenceTables } from '../../../functions/core/client-months/reference-tables.ts';
import {
  type BuildFindings,
  type ClientMonthBatch,
  landmarkFileName,
} from '../../../functions/core/ports/client-month-source.ts';
import type { Publication } from '../../../functions/core/ports/publication-store.ts';

/** A row of the lake; a column left out is null. */
export type LakeRow = { client: string; delivery?: string; line?: number } & Record<
  string,
  string | number | undefined
>;
export type Lake = Partial<Record<TableName, LakeRow[]>>;

export interface Study {
  readonly programme: Programme;
  readonly unitCosts: readonly UnitCost[];
  readonly historyFrom: string;
  readonly followUpEndsOn: string;
  readonly landmarks: readonly string[];
}

export type ClientMonthRow = Record<string, string | number | null>;

/** A lake in a folder of its own, for one test; dispose of it afterwards. */
export class SmallLake {
  readonly home = mkdtempSync(join(tmpdir(), 'ennakko-lake-'));
  readonly store = new ObjectPublicationStore(new FolderObjects(this.home));
  readonly source = new DuckDbClientMonthSource(this.store, readClientMonthSql(), {
    spillFolder: join(this.home, 'spill'),
    memoryMegabytes: 500,
    threads: 2,
  });
  readonly tables: Publication;

  constructor(tables: Publication) {
    this.tables = tables;
  }

  static async of(lake: Lake): Promise<SmallLake> {
    const names = (Object.keys(lake) as TableName[]).map((table) => `${table}/rows.parquet`);
    const small = new SmallLake({
      station: 'tables',
      run: 'lake',
      fingerprint: 'small',
      origin: 'simulated',
      files: names.map((name) => ({ name, sha256: '', bytes: 0 })),
      summary: {},
    });
    for (const [table, rows] of Object.entries(lake)) await small.#write(table as TableName, rows);
    return small;
  }

  async #write(table: TableName, rows: readonly LakeRow[]): Promise<void> {
    const columns = Object.fromEntries(lakeColumns(table));
    const lines = rows.map((row, number) => {
      const whole: LakeRow = { delivery: 'first', line: number + 2, ...row };
      return Object.keys(columns).map((column) => whole[column] ?? '');
    });
    const folder = join(this.home, 'tables', 'lake', table);
    mkdirSync(folder, { recursive: true });
    const csv = join(folder, 'rows.csv');
    writeFileSync(csv, lines.map((line) => `${line.join(',')}\n`).join(''));
    const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`);
    const database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    await connection.run(
      `copy (select * from read_csv('${csv}', columns = {${types.join(', ')}}, auto_detect = false,
       header = false, delim = ',', nullstr = '')) to '${join(folder, 'rows.parquet')}' (format parquet)`,
    );
    connection.closeSync();
    database.closeSync();
  }

  /** Builds and returns the publication, unpublished, and the rows of every landmark. */
  async build(
    study: Study,
    run = 'run',
    withoutSources: readonly DataSource[] = [],
    plausibility: PlausibilityRules = plausibilityRules,
  ): Promise<{ publication: Publication; counts: Record<string, number>; findings: BuildFindings }> {
    const station = 'client-months/test';
    const counts: Record<string, number> = {};
    const findings = await this.source.build({
      tables: this.tables,
      references: referenceTables(study.programme, study.unitCosts),
      parameters: {
        followUpEndsOn: study.followUpEndsOn,
        historyFrom: study.historyFrom,
        ...study.programme.eligibility,
      },
      plausibility,
      withoutSources,
      landmarks: await Promise.all(
        study.landmarks.map(async (landmarkOn) => ({
          landmarkOn,
          location: await this.store.location(station, run, landmarkFileName(landmarkOn)),
        })),
      ),
      onLandmark: (landmarkOn, rows) => {
        counts[landmarkOn] = rows;
      },
    });
    return { publication: { ...this.tables, station, run, files: [] }, counts, findings };
  }

  dispose(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** The client-months of a lake, all landmarks, as rows by name of column. */
export async function clientMonthsOf(
  lake: Lake,
  study: Study,
  withoutSources: readonly DataSource[] = [],
  plausibility: PlausibilityRules = plausibilityRules,
): Promise<ClientMonthRow[]> {
  const small = await SmallLake.of(lake);
  try {
    const { publication } = await small.build(study, 'run', withoutSources, plausibility);
    const rows: ClientMonthRow[] = [];
    for (const landmarkOn of study.landmarks) {
      for await (const batch of small.source.read(publication, landmarkOn)) {
        rows.push(...rowsOf(batch, landmarkOn));
      }
    }
    return rows;
  } finally {
    small.dispose();
  }
}

function rowsOf({ rows, texts, numbers }: ClientMonthBatch, landmarkOn: string): ClientMonthRow[] {
  return Array.from({ length: rows }, (_, index) => {
    const row: ClientMonthRow = { landmark_on: landmarkOn };
    for (const [name, values] of Object.entries(texts)) row[name] = values[index]!;
    for (const [name, values] of Object.entries(numbers)) {
      row[name] = Number.isNaN(values[index]) ? null : values[index]!;
    }
    return row;
  });
}

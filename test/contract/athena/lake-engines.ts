import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lakeColumns, lakeTableOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { tableNames } from '../../../data-contracts/schemas/tables.ts';
import { AthenaLakeEngine } from '../../../functions/adapters/athena/athena-lake-engine.ts';
import { AthenaQueries, openAthena } from '../../../functions/adapters/athena/athena-queries.ts';
import { DuckDbLakeEngine } from '../../../functions/adapters/duckdb/duckdb-lake-engine.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import type { LakeEngine } from '../../../functions/adapters/lake/lake-engine.ts';
import { hiddenDemandColumns } from '../../../functions/adapters/lake/lake-hidden-demand-store.ts';
import { scoreColumns } from '../../../functions/adapters/lake/lake-score-store.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { forwardingTo, type ObjectStore } from '../../../functions/adapters/objects/object-store.ts';
import type { PublicationStore } from '../../../functions/core/ports/publication-store.ts';
import { type CatalogueTable, FakeAthena } from './fake-athena.ts';

const bucket = 'lake';
export const database = 'county';

/** What Glue tells Athena of. */
export const catalogue: readonly CatalogueTable[] = [
  ...tableNames.map((table) => ({
    name: lakeTableOf(table),
    columns: lakeColumns(table),
    folder: `tables/lake/${table}/`,
    isByRun: false,
  })),
  {
    name: 'scores',
    columns: scoreColumns,
    folder: 'scores/',
    isByRun: true,
  },
  {
    name: 'hidden_demand',
    columns: hiddenDemandColumns,
    folder: 'hidden-demand/',
    isByRun: true,
  },
];

/** A home that an engine asks; what is put there by `writing` is read by `publications`. */
export interface EngineHome {
  readonly home: string;
  readonly writing: PublicationStore;
  readonly publications: PublicationStore;
  readonly engine: LakeEngine;
  readonly limits: {
    readonly spillFolder: string;
    readonly memoryMegabytes: number;
    readonly threads: number;
  };
  readonly close: () => void;
}

export interface AthenaHome extends EngineHome {
  readonly athena: FakeAthena;
  readonly queries: AthenaQueries;
  readonly objects: ObjectStore;
  readonly url: string;
}

function newHome() {
  const buckets = mkdtempSync(join(tmpdir(), 'ennakko-buckets-'));
  const home = join(buckets, bucket);
  const limits = { spillFolder: join(buckets, 'spill'), memoryMegabytes: 300, threads: 1 };
  const writing = new ObjectPublicationStore(new FolderObjects(home));
  const close = () => rmSync(buckets, { recursive: true, force: true });
  return { buckets, home, limits, writing, close };
}

async function duckDbHome(): Promise<EngineHome> {
  const { home, limits, writing, close } = newHome();
  return { home, limits, writing, publications: writing, engine: new DuckDbLakeEngine(limits), close };
}

/** A fake bucket is a folder; where an object is, is told as S3 would. */
export async function athenaHome(): Promise<AthenaHome> {
  const { buckets, home, limits, writing, close } = newHome();
  const athena = new FakeAthena(buckets, bucket, database, catalogue);
  const url = await athena.start();
  const objects: ObjectStore = {
    ...forwardingTo(new FolderObjects(home)),
    location: async (key) => `s3://${bucket}/${key}`,
  };
  const queries = queriesAt(url);
  return {
    home,
    limits,
    writing,
    objects,
    url,
    athena,
    queries,
    publications: new ObjectPublicationStore(objects),
    engine: new AthenaLakeEngine(queries),
    close: () => {
      athena.stop();
      close();
    },
  };
}

export function queriesAt(endpoint: string, more: { signal?: AbortSignal; longestSeconds?: number } = {}) {
  const credentials = { accessKeyId: 'nobody', secretAccessKey: 'nothing' };
  const client = openAthena({ endpoint, region: 'eu-north-1', credentials });
  return new AthenaQueries({ client, workgroup: 'ennakko', database, ...more });
}

/** Engines whose adapters pass the same exams. */
export const lakeEngines: Readonly<Record<string, () => Promise<EngineHome>>> = {
  DuckDB: duckDbHome,
  Athena: athenaHome,
};

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AthenaClientMonthSource } from '../adapters/athena/athena-client-month-source.ts';
import { DuckDbClientMonthSource } from '../adapters/duckdb/duckdb-client-month-source.ts';
import { DuckDbLakeTableWriter } from '../adapters/duckdb/duckdb-lake-table-writer.ts';
import { DuckDbParquetGatherer } from '../adapters/duckdb/duckdb-parquet-gatherer.ts';
import { DuckDbParquetRows } from '../adapters/duckdb/duckdb-parquet-rows.ts';
import { DuckDbPersonRows } from '../adapters/duckdb/duckdb-person-rows.ts';
import { duckDbHiddenDemandWriter, duckDbScoreWriter } from '../adapters/duckdb/duckdb-score-writer.ts';
import { stagedObjects } from '../adapters/folder/staged-objects.ts';
import { ObjectDeliverySource } from '../adapters/objects/object-delivery-source.ts';
import { ObjectPublicationStore } from '../adapters/objects/object-publication-store.ts';
import { folderOf } from '../adapters/objects/object-store.ts';
import { readClientMonthSql } from '../adapters/sql-texts.ts';
import { athenaQueries } from './athena-queries.ts';
import type { awsObjects } from './aws-objects.ts';
import type { AwsSettings } from './environment.ts';
import type { TableFiles } from './home.ts';

/** Files of tables on AWS: brought from S3 to the Lambda's own disk, where DuckDB reads and writes them, and sent. */
export function awsFiles(settings: AwsSettings, objects: ReturnType<typeof awsObjects>): TableFiles {
  const at = (name: string) => join(tmpdir(), 'ennakko', name);
  const limits = { spillFolder: at('spill'), memoryMegabytes: settings.queryMegabytes, threads: 2 };
  const publications = new ObjectPublicationStore(stagedObjects(objects.lake(), at('lake')));
  return {
    publications,
    deliveries: () => new ObjectDeliverySource(stagedObjects(objects.of('landing'), at('landing'))),
    clientMonths: () => {
      const unloaded = folderOf(objects.of('client-months'), 'unloaded');
      const ports = {
        queries: athenaQueries(settings),
        publications: new ObjectPublicationStore(objects.lake()),
        unloaded,
        staged: stagedObjects(unloaded, at('unloaded')),
        gatherer: new DuckDbParquetGatherer(limits),
        reader: new DuckDbClientMonthSource(publications, readClientMonthSql(), limits),
      };
      return new AthenaClientMonthSource(ports, readClientMonthSql());
    },
    scoreWriter: () => duckDbScoreWriter(limits),
    hiddenDemandWriter: () => duckDbHiddenDemandWriter(limits),
    parquetRows: () => new DuckDbParquetRows(at('parquet')),
    lakeWriter: () => new DuckDbLakeTableWriter(at('ingest')),
    personRows: () => new DuckDbPersonRows(at('erasure')),
  };
}

import { Aws } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { type LambdaName, lambdaNames, lambdas } from '../../data-contracts/vocabularies/lambdas.ts';
import { bucketNameOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import type { Buckets } from './buckets.ts';
import { type GlueTable, glueTables } from './glue-tables.ts';

/** The Glue database with a table for each contract, and a workgroup of Athena for each Lambda that asks. */
export class Catalogue extends Construct {
  readonly databaseName: string;
  readonly workgroupOf: (lambda: LambdaName) => string;

  constructor(scope: Construct, id: string, settings: CountySettings, buckets: Buckets) {
    super(scope, id);
    this.databaseName = `ennakko_${settings.county.replaceAll('-', '_')}`;
    this.workgroupOf = (lambda) => `ennakko-${settings.county}-${lambda}`;
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: this.databaseName },
    });
    const lake = bucketNameOf(settings, 'lake');
    for (const table of glueTables) {
      const made = new CfnTable(this, table.name, {
        catalogId: Aws.ACCOUNT_ID,
        databaseName: this.databaseName,
        tableInput: tableInputOf(table, lake, settings.programmes),
      });
      made.addResourceDependency(database);
    }
    for (const name of lambdaNames.filter((lambda) => lambdas[lambda].isQuerying)) {
      this.#workgroup(name, settings, buckets);
    }
  }

  /** Each Lambda's answers lie in a folder of its own, so that none reads another's. */
  #workgroup(lambda: LambdaName, settings: CountySettings, buckets: Buckets): void {
    new CfnWorkGroup(this, `${lambda}-workgroup`, {
      name: this.workgroupOf(lambda),
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: settings.scanLimitGigabytes * 1_000_000_000,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${bucketNameOf(settings, 'query-answers')}/${lambda}/`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: buckets.kept.lake.key.keyArn },
        },
      },
    });
  }
}

function tableInputOf(
  { name, columns, folder, isByRun }: GlueTable,
  lake: string,
  programmes: readonly string[],
) {
  const location = `s3://${lake}/${folder}`;
  return {
    name,
    tableType: 'EXTERNAL_TABLE',
    parameters: {
      classification: 'parquet',
      EXTERNAL: 'TRUE',
      ...(isByRun && projectionOf(location, programmes)),
    },
    ...(isByRun && {
      partitionKeys: [
        { name: 'programme', type: 'string' },
        { name: 'run', type: 'string' },
      ],
    }),
    storageDescriptor: {
      columns: [...columns],
      location: isByRun ? location.slice(0, location.indexOf('$')) : location,
      inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
      serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
    },
  };
}

/** A query names programme and run, so that only the run that is published is read. */
const projectionOf = (location: string, programmes: readonly string[]) => ({
  'projection.enabled': 'true',
  'projection.programme.type': 'enum',
  'projection.programme.values': programmes.join(','),
  'projection.run.type': 'injected',
  'storage.location.template': location,
});

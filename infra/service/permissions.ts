import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  type Bucket,
  type LambdaName,
  type LambdaSpec,
  lambdas,
  type StartedMachine,
  type Store,
  stores,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { glueTables } from '../data/glue-tables.ts';
import { secrets } from '../data/guard-vault.ts';
import type { DataStack } from '../data-stack.ts';
import { bucketArnOf, machineArnOf } from '../names.ts';

/** What a Lambda may do, from what the contracts say it reads and writes; nothing else. */
export function permissionsOf(name: LambdaName, data: DataStack): PolicyStatement[] {
  const { reads, writes, removes = [], isQuerying, starts = [] }: LambdaSpec = lambdas[name];
  return [
    ...readingOf(reads, data),
    ...writingOf(writes, data),
    ...removingOf(removes, data),
    ...keyUseOf(reads, writes, data),
    ...secretUseOf(reads, writes, data),
    ...(isQuerying ? queryingOf(name, reads, data) : []),
    ...startingOf(starts, data),
  ];
}

const startingOf = (machines: readonly StartedMachine[], { settings }: DataStack): PolicyStatement[] =>
  machines.map(
    (machine) =>
      new PolicyStatement({
        actions: ['states:StartExecution'],
        resources: [machineArnOf(settings, machine)],
      }),
  );

/** The store is the first part of an object's key. */
function readingOf(reads: readonly Store[], data: DataStack): PolicyStatement[] {
  return [...byBucket(reads)].flatMap(([bucket, those]) => [
    new PolicyStatement({ actions: ['s3:GetObject'], resources: objectsOf(bucket, those, data) }),
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucketArnOf(data.settings, bucket)],
      // where no prefix is asked, as when an object is got that is not there: else S3 says that it is forbidden
      conditions: { StringLikeIfExists: { 's3:prefix': those.map((store) => `${store}/*`) } },
    }),
  ]);
}

/** What a station made and nothing names any more is removed, as are a vault file's parts; records and audit never. */
function writingOf(writes: readonly Store[], data: DataStack): PolicyStatement[] {
  return [...byBucket(writes)].map(
    ([bucket, those]) =>
      new PolicyStatement({
        actions: [
          's3:PutObject',
          's3:AbortMultipartUpload',
          ...(bucket === 'lake' || bucket === 'vault' ? ['s3:DeleteObject'] : []),
        ],
        resources: objectsOf(bucket, those, data),
      }),
  );
}

/** A secret that another has taken the place of. */
const removingOf = (removes: readonly Store[], data: DataStack): PolicyStatement[] =>
  [...byBucket(removes)].map(
    ([bucket, those]) =>
      new PolicyStatement({ actions: ['s3:DeleteObject'], resources: objectsOf(bucket, those, data) }),
  );

/** A bucket's key opens what is read from it and closes what is written to it, through S3 alone. */
function keyUseOf(reads: readonly Store[], writes: readonly Store[], data: DataStack): PolicyStatement[] {
  const written = byBucket(writes);
  return [...byBucket([...reads, ...writes]).keys()].flatMap((bucket) => {
    const key = data.buckets.keyArnOf(bucket);
    if (key === undefined) return [];
    return new PolicyStatement({
      actions: ['kms:Decrypt', ...(written.has(bucket) ? ['kms:GenerateDataKey'] : [])],
      resources: [key],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` } },
    });
  });
}

/** The service's own secrets are made and opened by KMS, each bound to what it is for. */
function secretUseOf(reads: readonly Store[], writes: readonly Store[], data: DataStack): PolicyStatement[] {
  return Object.entries(secrets)
    .filter(([store]) => reads.includes(store as Store))
    .map(
      ([store, key]) =>
        new PolicyStatement({
          actions: ['kms:Decrypt', ...(writes.includes(store as Store) ? ['kms:GenerateDataKey'] : [])],
          resources: [data.buckets.kept.keys.key.keyArn],
          conditions: {
            StringEquals: { 'kms:EncryptionContext:service': 'ennakko', 'kms:EncryptionContext:key': key },
          },
        }),
    );
}

/** Tables of the catalogue whose files the Lambda may read, in its own workgroup and folder of answers. */
function queryingOf(name: LambdaName, reads: readonly Store[], data: DataStack): PolicyStatement[] {
  const { catalogue, buckets } = data;
  const glue = `arn:aws:glue:${Aws.REGION}:${Aws.ACCOUNT_ID}`;
  const tables = glueTables.filter(({ folder }) => reads.includes(folder.split('/')[0] as Store));
  const answers = bucketArnOf(data.settings, 'query-answers');
  return [
    new PolicyStatement({
      actions: [
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
      ],
      resources: [`arn:aws:athena:${Aws.REGION}:${Aws.ACCOUNT_ID}:workgroup/${catalogue.workgroupOf(name)}`],
    }),
    new PolicyStatement({
      actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetTables', 'glue:GetPartitions'],
      resources: [
        `${glue}:catalog`,
        `${glue}:database/${catalogue.databaseName}`,
        ...tables.map((table) => `${glue}:table/${catalogue.databaseName}/${table.name}`),
      ],
    }),
    new PolicyStatement({
      actions: ['s3:GetBucketLocation'],
      resources: [answers, bucketArnOf(data.settings, 'lake')],
    }),
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [answers],
      conditions: { StringLike: { 's3:prefix': [`${name}/*`] } },
    }),
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      resources: [`${answers}/${name}/*`],
    }),
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [buckets.kept.lake.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` } },
    }),
  ];
}

const objectsOf = (bucket: Bucket, those: readonly Store[], data: DataStack) =>
  those.map((store) => `${bucketArnOf(data.settings, bucket)}/${store}/*`);

function byBucket(given: readonly Store[]): Map<Bucket, Store[]> {
  const buckets = new Map<Bucket, Store[]>();
  for (const store of new Set(given)) {
    const bucket = stores[store];
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), store]);
  }
  return buckets;
}

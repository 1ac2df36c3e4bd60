import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CreateKeyCommand, EncryptCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import {
  type Bucket,
  bucketVariable,
  environmentOf,
  type LambdaName,
  machineVariable,
  type StartedMachine,
  stores,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { openKms } from '../../functions/adapters/kms/kms-keys.ts';
import type { ObjectStore } from '../../functions/adapters/objects/object-store.ts';
import { S3Objects } from '../../functions/adapters/s3/s3-objects.ts';
import { FakeAthena } from '../contract/athena/fake-athena.ts';
import { catalogue, database } from '../contract/athena/lake-engines.ts';
import { httpsIssuer } from './https-keys.ts';
import { mirroredBucket } from './mirrored-bucket.ts';
import { endpoint, motoS3 } from './moto.ts';

/**
 * A county on AWS as far as it can be had here: S3, KMS and Step Functions are the emulator’s. What stands for
 * Athena speaks its protocol to the real SDK and runs each statement in DuckDB over the files in the emulator’s
 * bucket; it is no Trino, whose dialect has a suite of its own (`test/trino`), and it holds nobody to a permission.
 */
export async function awsCounty(folder: string) {
  const id = randomUUID().slice(0, 8);
  const bucketOf = (bucket: Bucket) => `county-${id}-${bucket}`;
  const s3 = motoS3();
  for (const bucket of new Set(Object.values(stores)))
    await s3.send(
      new CreateBucketCommand({
        Bucket: bucketOf(bucket),
        CreateBucketConfiguration: { LocationConstraint: 'eu-north-1' },
      }),
    );
  const kms = openKms({ endpoint: endpoint! });
  const keyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata!.KeyId!;
  const sfn = new SFNClient({ endpoint: endpoint! });
  const machine = async (name: string) => {
    const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
    const roleArn = 'arn:aws:iam::123456789012:role/county';
    const made = await sfn.send(
      new CreateStateMachineCommand({ name: `${name}-${id}`, definition, roleArn }),
    );
    return made.stateMachineArn!;
  };
  const machines = {
    retraining: await machine('retraining'),
    erasure: await machine('erasure'),
    'key-rotation': await machine('key-rotation'),
  } satisfies Record<StartedMachine, string>;
  const objects = (bucket: Bucket): ObjectStore => new S3Objects({ client: s3, bucket: bucketOf(bucket) });

  const buckets = join(folder, 'buckets');
  mkdirSync(join(buckets, bucketOf('lake')), { recursive: true });
  const athena = new FakeAthena(buckets, bucketOf('lake'), database, catalogue);
  athena.mirror = mirroredBucket(objects('lake'), join(buckets, bucketOf('lake')));
  athena.looksUntilEnded = 0;
  const issuer = await httpsIssuer(folder);
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const known: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.values(stores).map((bucket) => [bucketVariable(bucket), bucketOf(bucket)])),
    ENNAKKO_KEYS_KMS_KEY: keyId,
    ENNAKKO_GLUE_DATABASE: database,
    ENNAKKO_ATHENA_WORKGROUP: 'county',
    ...Object.fromEntries(
      Object.entries(machines).map(([name, arn]) => [machineVariable(name as StartedMachine), arn]),
    ),
    ...issuer.environment,
  };
  const shared = {
    // a Lambda’s disk is its own
    TMPDIR: disk,
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'nobody',
    AWS_SECRET_ACCESS_KEY: 'nothing',
    AWS_ENDPOINT_URL: endpoint!,
    AWS_ENDPOINT_URL_ATHENA: await athena.start(),
    NODE_EXTRA_CA_CERTS: issuer.environment.NODE_EXTRA_CA_CERTS,
  };
  return {
    objects,
    athena,
    /** What each of the machines has been begun with, and under which name. */
    begun: async (name: StartedMachine) => {
      const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: machines[name] }));
      return Promise.all(
        executions!.map(async ({ executionArn, name: id }) => {
          const { input } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
          return { id: id!, job: JSON.parse(input!) as Record<string, unknown> };
        }),
      );
    },
    signIn: issuer.signIn,
    /** What a Lambda is told on AWS, and nothing that it is not to know. */
    environmentOf: (name: LambdaName): Record<string, string> => ({
      ...shared,
      ...Object.fromEntries(environmentOf(name).map((variable) => [variable, known[variable]!])),
    }),
    /** Puts a key where the service keeps it, as KMS encrypts it. */
    keepKey: async (purpose: 'pseudonym' | 'answers' | 'vault', key: Uint8Array) => {
      const context = { service: 'ennakko', key: purpose };
      const { CiphertextBlob } = await kms.send(
        new EncryptCommand({ KeyId: keyId, Plaintext: key, EncryptionContext: context }),
      );
      const text = Buffer.from(CiphertextBlob!).toString('base64');
      await objects('keys').put(`${purpose}-key/${purpose}.key`, Buffer.from(text));
    },
    close: () => {
      athena.stop();
      issuer.close();
    },
  };
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bucketsOf, bucketVariable, type LambdaName } from '../../data-contracts/vocabularies/lambdas.ts';
import { bundleLambda } from '../../runner/bundle/bundle-lambdas.ts';
import { runBundle } from '../bundles/run-bundle.ts';
import { runEnnakko } from '../e2e/killed/run-ennakko.ts';

const motoUrl = inject('motoUrl');
const folder = mkdtempSync(join(tmpdir(), 'ennakko-on-aws-'));
afterAll(() => rmSync(folder, { recursive: true }));

const account = {
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
};
const bucketOf = (name: string) => `ingest-on-aws-${name}`;

describe.skipIf(!motoUrl)('ingest, bundled, on S3 and KMS', () => {
  const aws = {
    region: 'eu-north-1',
    endpoint: motoUrl!,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const s3 = new S3Client({ ...aws, forcePathStyle: true });
  const home = join(folder, 'home');
  let environment: Record<string, string>;

  const textOf = async (bucket: string, key: string) =>
    (await s3.send(new GetObjectCommand({ Bucket: bucketOf(bucket), Key: key }))).Body!.transformToString();
  const keysOf = async (bucket: string) => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucketOf(bucket) }));
    return Contents.map(({ Key }) => Key!);
  };

  beforeAll(async () => {
    const name: LambdaName = 'ingest';
    for (const bucket of bucketsOf(name))
      await s3.send(
        new CreateBucketCommand({
          Bucket: bucketOf(bucket),
          CreateBucketConfiguration: { LocationConstraint: 'eu-north-1' },
        }),
      );
    const { KeyMetadata } = await new KMSClient(aws).send(new CreateKeyCommand({}));
    environment = {
      ...account,
      AWS_ENDPOINT_URL: motoUrl!,
      ENNAKKO_KEYS_KMS_KEY: KeyMetadata!.KeyId!,
      ...Object.fromEntries(bucketsOf(name).map((bucket) => [bucketVariable(bucket), bucketOf(bucket)])),
    };
    const { code, err } = await runEnnakko(['--home', home, 'simulate', '--clients', '200', '--seed', '5']);
    expect(code, err).toBe(0);
    const landing = join(home, 'landing');
    const files = readdirSync(landing, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const entry of files) {
      const path = join(entry.parentPath, entry.name);
      const Key = `landing${path.slice(landing.length)}`;
      await s3.send(new PutObjectCommand({ Bucket: bucketOf('landing'), Key, Body: readFileSync(path) }));
    }
    await bundleLambda(name, folder);
  }, 120_000);

  const ingest = async () => {
    const [first] = (await runBundle({ name: 'ingest', events: [{}], environment, folder })).answers;
    expect(first?.error).toBeUndefined();
    return first!.answer as Record<string, unknown>;
  };

  it('takes in what has landed as it does in a folder, and once', async () => {
    // of a county so small, two files may hold the same
    const first = (await ingest()) as { takenIn: number; seenBefore: number; unknownFiles: number };
    expect(first.takenIn).toBeGreaterThan(20);
    expect(first.unknownFiles).toBe(0);
    const { code, err } = await runEnnakko(['--home', home, 'ingest']);
    expect(code, err).toBe(0);
    type Summary = { summary: { files: { table: string; accepted: number; quarantined: number }[] } };
    const counts = ({ summary }: Summary) =>
      summary.files.map(({ table, accepted, quarantined }) => ({ table, accepted, quarantined }));
    const onAws = JSON.parse(await textOf('lake', 'tables/current.json')) as Summary;
    const inFolder = JSON.parse(readFileSync(join(home, 'tables/current.json'), 'utf8')) as Summary;
    expect(counts(onAws)).toEqual(counts(inFolder));
    expect(counts(onAws).length).toBe(first.takenIn);
    expect(await ingest()).toMatchObject({ takenIn: 0, seenBefore: first.takenIn + first.seenBefore });
  });

  it('seals identities in the vault, and keeps no key as it is', async () => {
    expect((await keysOf('vault')).every((key) => key.startsWith('vault/'))).toBe(true);
    expect((await keysOf('vault')).length).toBeGreaterThan(0);
    expect((await keysOf('keys')).sort()).toEqual(['pseudonym-key/pseudonym.key', 'vault-key/vault.key']);
    for (const key of await keysOf('keys')) expect((await textOf('keys', key)).length).toBeGreaterThan(64);
  });
});

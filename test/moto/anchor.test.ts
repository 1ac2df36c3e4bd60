import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { afterAll, describe, expect, it } from 'vitest';
import { openKms } from '../../functions/adapters/kms/kms-keys.ts';
import { ObjectAnchors } from '../../functions/adapters/objects/object-anchors.ts';
import { ObjectAuditLog } from '../../functions/adapters/objects/object-audit-log.ts';
import { keysUnder } from '../../functions/adapters/objects/object-store.ts';
import { S3Objects } from '../../functions/adapters/s3/s3-objects.ts';
import { verifyAgainstAnchors } from '../../functions/core/audit/anchor-check.ts';
import { bundleLambda } from '../../runner/bundle/bundle-lambdas.ts';
import { runBundle } from '../bundles/run-bundle.ts';
import { accessOf, rewrite } from '../unit/audit/anchored-log.ts';
import { endpoint, motoS3, newBucket } from './moto.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-anchor-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!endpoint)('the anchor as AWS would run it', () => {
  it('signs and publishes the log’s end, and fails by name once the log is not what was anchored', async () => {
    await bundleLambda('anchor', folder);
    const bucket = await newBucket();
    const store = (name: string) => new S3Objects({ client: motoS3(), bucket, prefix: `${name}/` });
    const { KeyMetadata } = await openKms({ endpoint: endpoint! }).send(new CreateKeyCommand({}));
    const environment = {
      AWS_REGION: 'eu-north-1',
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'nothing',
      AWS_ENDPOINT_URL: endpoint!,
      ENNAKKO_AUDIT_BUCKET: bucket,
      ENNAKKO_ANCHORS_BUCKET: bucket,
      ENNAKKO_KEYS_BUCKET: bucket,
      ENNAKKO_KEYS_KMS_KEY: KeyMetadata!.KeyId!,
    };
    const anchor = async () => {
      const { answers } = await runBundle({ name: 'anchor', events: [{}], environment, folder });
      return answers[0]!;
    };
    expect((await anchor()).answer).toMatchObject({ lines: 0 });
    const log = new ObjectAuditLog(store('audit'));
    for (const id of ['planner-1', 'officer-1', 'planner-1'])
      await log.append([accessOf(id, '2026-11-02T09:00:00.000Z')]);
    const { answer } = await anchor();
    const [text] = (await new ObjectAnchors(store('anchors')).list()).texts;
    expect(answer).toEqual({ lines: 3, anchor: text });
    await anchor();
    const anchors = new ObjectAnchors(store('anchors'));
    expect((await verifyAgainstAnchors(log, anchors)).anchored).toMatchObject({ anchors: 2, findings: [] });
    expect(await keysUnder(store('anchor-key'), '')).toEqual(['anchor.key']);
    await rewrite(store('audit'), (entries) => entries.slice(1));
    expect((await anchor()).error).toMatchObject({
      errorType: 'audit-log-not-as-anchored',
      errorMessage: expect.stringContaining('log-shorter-than-anchored'),
    });
  }, 120_000);
});

import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { roleArnOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import type { Buckets } from './buckets.ts';

/**
 * What the audit log’s buckets refuse whoever asks, whatever other policies of the account allow: a piece of the
 * log, or an anchor, put where there is one already (a writing that does not demand `If-None-Match` is refused, a
 * copy and a part of an upload included), and anything deleted. Anchors are written by one Lambda alone. The log’s
 * head is written anew with every piece, and vouches for nothing.
 */
export function guardAudit({ kept }: Buckets, settings: CountySettings): void {
  const guarded = [
    { bucket: kept.audit.bucket, keys: 'audit/*.jsonl' },
    ...(kept.anchors ? [{ bucket: kept.anchors.bucket, keys: '*' }] : []),
  ];
  const denied = { effect: Effect.DENY, principals: [new AnyPrincipal()] };
  for (const { bucket, keys } of guarded) {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        ...denied,
        sid: 'WrittenOnce',
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(keys)],
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    );
    // a trial takes its data along when it goes
    if (!settings.isTrial)
      bucket.addToResourcePolicy(
        new PolicyStatement({
          ...denied,
          sid: 'NeverDeleted',
          actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
          resources: [bucket.arnForObjects('*')],
        }),
      );
  }
  kept.anchors?.bucket.addToResourcePolicy(
    new PolicyStatement({
      ...denied,
      sid: 'OnlyByTheAnchor',
      actions: ['s3:PutObject'],
      resources: [kept.anchors.bucket.arnForObjects('*')],
      conditions: { ArnNotEquals: { 'aws:PrincipalArn': [roleArnOf(settings, 'anchor')] } },
    }),
  );
}

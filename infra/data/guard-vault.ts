import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  type Bucket,
  type LambdaName,
  type LambdaSpec,
  lambdaNames,
  lambdas,
  stores,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { roleArnOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import type { Buckets } from './buckets.ts';

/** Lambdas that touch a bucket at all. */
export function usersOf(bucket: Bucket): LambdaName[] {
  return lambdaNames.filter((name) => {
    const { reads, writes }: LambdaSpec = lambdas[name];
    return [...reads, ...writes].some((store) => stores[store] === bucket);
  });
}

/**
 * Vault and keys refuse everybody but the Lambdas that need them, whatever the account's other policies allow:
 * their objects, and the keys that these are encrypted under. An administrator who must get in changes this
 * policy first, which the account's trail records.
 */
export function guardVault(buckets: Buckets, settings: CountySettings): void {
  for (const name of ['vault', 'keys'] as const) {
    const { bucket, key } = buckets.kept[name];
    const others = {
      ArnNotEquals: { 'aws:PrincipalArn': usersOf(name).map((lambda) => roleArnOf(settings, lambda)) },
    };
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyWhoNeedsIt',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: others,
      }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyWhoNeedsIt',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:CreateGrant'],
        resources: ['*'],
        conditions: others,
      }),
    );
  }
}

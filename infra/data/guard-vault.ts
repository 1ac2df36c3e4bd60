import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  type Bucket,
  type LambdaName,
  type LambdaSpec,
  lambdaNames,
  lambdas,
  type Store,
  stores,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { roleArnOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import type { Buckets } from './buckets.ts';

/** Lambdas that touch any of some stores. */
const touching = (those: readonly Store[]): LambdaName[] =>
  lambdaNames.filter((name) => {
    const { reads, writes }: LambdaSpec = lambdas[name];
    return [...reads, ...writes].some((store) => those.includes(store));
  });

const storesIn = (bucket: Bucket) =>
  (Object.keys(stores) as Store[]).filter((store) => stores[store] === bucket);

/** Lambdas that touch a bucket at all. */
export const usersOf = (bucket: Bucket): LambdaName[] => touching(storesIn(bucket));

/** The service's own secrets, by the store that each lies in: what KMS is told that it opens one for. */
export const secrets = {
  'pseudonym-key': 'pseudonym',
  'answers-key': 'answers',
  'vault-key': 'vault',
  'anchor-key': 'anchor',
} as const satisfies Partial<Record<Store, string>>;

/**
 * Vault and keys refuse everybody but the Lambdas that need them, whatever the account's other policies allow:
 * the objects of each store, the keys that these are encrypted under, and each secret for what it is. An
 * administrator who must get in changes this policy first, which the account's trail records.
 */
export function guardVault(buckets: Buckets, settings: CountySettings): void {
  const butFor = (lambdas: readonly LambdaName[]) => ({
    ArnNotEquals: { 'aws:PrincipalArn': lambdas.map((lambda) => roleArnOf(settings, lambda)) },
  });
  const deny = (sid: string, actions: string[], resources: string[], conditions: object) =>
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions,
      resources,
      conditions: { ...conditions },
    });
  for (const name of ['vault', 'keys'] as const) {
    const { bucket, key } = buckets.kept[name];
    const objects = ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'];
    const others = butFor(usersOf(name));
    bucket.addToResourcePolicy(deny('OnlyWhoNeedsIt', objects, [bucket.arnForObjects('*')], others));
    key.addToResourcePolicy(
      deny(
        'OnlyWhoNeedsIt',
        ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:CreateGrant'],
        ['*'],
        others,
      ),
    );
  }
  const { bucket, key } = buckets.kept.keys;
  for (const [store, secret] of Object.entries(secrets) as [keyof typeof secrets, string][]) {
    const others = butFor(touching([store]));
    const sid = `Only${secret[0]!.toUpperCase()}${secret.slice(1)}`;
    const objects = ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'];
    bucket.addToResourcePolicy(deny(sid, objects, [bucket.arnForObjects(`${store}/*`)], others));
    key.addToResourcePolicy(
      deny(sid, ['kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'], ['*'], {
        ...others,
        StringEquals: { 'kms:EncryptionContext:key': secret },
      }),
    );
  }
}

import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Bucket as BucketName, stores } from '../../data-contracts/vocabularies/lambdas.ts';
import { acknowledge } from '../acknowledge.ts';
import { bucketNameOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import { KeptBucket } from './kept-bucket.ts';

export const bucketNames = [...new Set(Object.values(stores))] as BucketName[];

/** Those that are always of this account; the audit log's anchors may be in another's. */
type OwnBucket = Exclude<BucketName, 'anchors'>;

/** The service's buckets by kind, each under its own key, and the one of their access logs. */
export class Buckets extends Construct {
  readonly kept: Readonly<Record<OwnBucket, KeptBucket>> & { readonly anchors?: KeptBucket };
  readonly accessLogs: Bucket;
  /** What queries answer, a folder a Lambda; encrypted under the lake's key, and gone after a week. */
  readonly answers: Bucket;

  readonly #foreignKey: string | undefined;

  constructor(scope: Construct, id: string, settings: CountySettings) {
    super(scope, id);
    const { county, isTrial, versionRetentionDays } = settings;
    const removalPolicy = isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    const closed = {
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    };
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(400) }],
      removalPolicy,
    });
    acknowledge(this.accessLogs, {
      'AwsSolutions-S1': 'It is where the access logs go; its own would never end.',
    });
    const kept = (name: BucketName) =>
      new KeptBucket(this, name, {
        name: bucketNameOf(settings, name),
        alias: `ennakko-${county}-${name}`,
        accessLogs: this.accessLogs,
        isTrial,
        versionRetentionDays,
        ...((name === 'audit' || name === 'anchors') && { lock: lockOf(settings) }),
      });
    const isOwn = (name: BucketName) => name !== 'anchors' || !settings.anchors.bucket;
    this.kept = Object.fromEntries(bucketNames.filter(isOwn).map((name) => [name, kept(name)])) as Record<
      OwnBucket,
      KeptBucket
    >;
    this.#foreignKey = settings.anchors.bucket?.keyArn;
    this.answers = new Bucket(this, 'query-answers', {
      bucketName: bucketNameOf(settings, 'query-answers'),
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.kept.lake.key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'query-answers/',
      lifecycleRules: [{ expiration: Duration.days(7) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  /** The key that a bucket is encrypted under; undefined where another account’s has none of KMS. */
  keyArnOf(name: BucketName): string | undefined {
    return this.kept[name]?.key.keyArn ?? this.#foreignKey;
  }
}

/** Nobody, the account's root included, deletes an entry of the audit log, or an anchor of it, before its time. */
function lockOf({ isTrial, auditRetentionYears }: CountySettings) {
  const retention = isTrial
    ? ObjectLockRetention.governance(Duration.days(1))
    : ObjectLockRetention.compliance(Duration.days(365 * auditRetentionYears));
  return { objectLockEnabled: true, objectLockDefaultRetention: retention };
}

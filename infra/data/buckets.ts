import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Bucket as BucketName, stores } from '../../data-contracts/vocabularies/lambdas.ts';
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
    const { county, isTrial, landingVersionDays, versionRetentionDays } = settings;
    const removalPolicy = isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    const closed = {
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    };
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(1) }],
      removalPolicy,
    });
    const kept = (name: BucketName) =>
      new KeptBucket(this, name, {
        name: bucketNameOf(settings, name),
        alias: `ennakko-${county}-${name}`,
        accessLogs: this.accessLogs,
        isTrial,
        versionRetentionDays: name === 'landing' ? landingVersionDays : versionRetentionDays,
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

const lockOf = (settings: CountySettings) =>
  lockedFor(settings.isTrial ? 1 : 365 * settings.auditRetentionYears, settings);

/** Nobody, the account's root included, deletes or overwrites what lies in it before its days are over. */
export function lockedFor(days: number, { isTrial }: CountySettings) {
  const retention = isTrial
    ? ObjectLockRetention.governance(Duration.days(days))
    : ObjectLockRetention.compliance(Duration.days(days));
  return { objectLockEnabled: true, objectLockDefaultRetention: retention };
}

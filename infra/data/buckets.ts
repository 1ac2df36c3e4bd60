import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type Bucket as BucketName, stores } from '../../data-contracts/vocabularies/lambdas.ts';
import { acknowledge } from '../acknowledge.ts';
import { bucketNameOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import { KeptBucket } from './kept-bucket.ts';

export const bucketNames = [...new Set(Object.values(stores))] as BucketName[];

/** The service's buckets by kind, each under its own key, and the one of their access logs. */
export class Buckets extends Construct {
  readonly kept: Readonly<Record<BucketName, KeptBucket>>;
  readonly accessLogs: Bucket;
  /** What queries answer, a folder a Lambda; encrypted under the lake's key, and gone after a week. */
  readonly answers: Bucket;

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
        versionRetentionDays: name === 'landing' ? landingVersionDays : versionRetentionDays,
        ...(name === 'audit' && { lock: lockOf(settings) }),
      });
    this.kept = Object.fromEntries(bucketNames.map((name) => [name, kept(name)])) as Record<
      BucketName,
      KeptBucket
    >;
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
}

/** Nobody, the account's root included, deletes an entry of the audit log before its time. */
function lockOf({ isTrial, auditRetentionYears }: CountySettings) {
  const retention = isTrial
    ? ObjectLockRetention.governance(Duration.days(1))
    : ObjectLockRetention.compliance(Duration.days(365 * auditRetentionYears));
  return { objectLockEnabled: true, objectLockDefaultRetention: retention };
}

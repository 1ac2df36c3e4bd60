import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface KeptBucketProps {
  /** The bucket's name, and the alias of its key. */
  readonly name: string;
  readonly alias: string;
  readonly accessLogs: Bucket;
  readonly isTrial: boolean;
  readonly versionRetentionDays: number;
  readonly lifecycle?: readonly LifecycleRule[];
  readonly lock?: Pick<BucketProps, 'objectLockEnabled' | 'objectLockDefaultRetention'>;
}

/** A bucket with a key of its own: versioned, TLS only, nothing public, and kept when its stack goes. */
export class KeptBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: KeptBucketProps) {
    super(scope, id);
    const { isTrial } = props;
    const removalPolicy = isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    this.key = new Key(this, 'Key', { alias: props.alias, enableKeyRotation: true, removalPolicy });
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: props.name,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      versioned: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: `${id}/`,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          ...(!props.lock && { noncurrentVersionExpiration: Duration.days(props.versionRetentionDays) }),
        },
        ...(props.lifecycle ?? []),
      ],
      removalPolicy,
      ...props.lock,
    });
  }
}

import { Aws, Duration } from 'aws-cdk-lib';
import { Trail as CloudTrail, ReadWriteType } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { keptLog } from '../kept-log.ts';
import { bucketNameOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import { type Buckets, bucketNames, lockedFor } from './buckets.ts';
import { KeptBucket } from './kept-bucket.ts';

/** As long as the other logs are kept. */
const keptDays = 400;

/**
 * Who has touched which object of every bucket with people in it, and who has changed what around them: recorded
 * by AWS itself, in files that are signed and locked, so that not even an administrator looks in unseen.
 */
export class Trail extends Construct {
  readonly kept: KeptBucket;

  constructor(scope: Construct, id: string, settings: CountySettings, buckets: Buckets, logKey: IKey) {
    super(scope, id);
    const { county, isTrial } = settings;
    this.kept = new KeptBucket(this, 'trail', {
      name: bucketNameOf(settings, 'trail'),
      alias: `ennakko-${county}-trail`,
      accessLogs: buckets.accessLogs,
      isTrial,
      versionRetentionDays: 1,
      lifecycle: [{ expiration: Duration.days(keptDays + 1), noncurrentVersionExpiration: Duration.days(1) }],
      lock: lockedFor(isTrial ? 1 : keptDays, settings),
    });
    const trailName = `ennakko-${county}`;
    this.#letClose(this.kept.key, trailName);
    const trail = new CloudTrail(this, 'Trail', {
      trailName,
      bucket: this.kept.bucket,
      encryptionKey: this.kept.key,
      enableFileValidation: true,
      // the account's own trail has every event; here is what changes something
      managementEvents: ReadWriteType.WRITE_ONLY,
      sendToCloudWatchLogs: true,
      cloudWatchLogGroup: keptLog(this, 'log', { settings, key: logKey, name: 'trail' }),
    });
    trail.addS3EventSelector(
      // anchors in another account are that account's to record
      bucketNames.flatMap((name) => buckets.kept[name]?.bucket ?? []).map((bucket) => ({ bucket })),
      { readWriteType: ReadWriteType.ALL, includeManagementEvents: false },
    );
  }

  #letClose(key: Key, trailName: string): void {
    const trail = `arn:aws:cloudtrail:${Aws.REGION}:${Aws.ACCOUNT_ID}:trail/${trailName}`;
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
        actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceArn': trail } },
      }),
    );
  }
}

import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

/** As Lambdas use it: more patience than the SDK has by itself, and no wait without an end. */
export const patience = {
  maxAttempts: 8,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
} as const satisfies S3ClientConfig;

/** Region, credentials and endpoint are as the environment says, unless given. */
export const openS3 = (config: S3ClientConfig = {}) => new S3Client({ ...patience, ...config });

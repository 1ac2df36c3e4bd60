import { randomUUID } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { inject } from 'vitest';
import { openS3 } from '../../functions/adapters/s3/s3-client.ts';
import { S3Objects } from '../../functions/adapters/s3/s3-objects.ts';

export const endpoint = inject('motoUrl');

/** A client of the emulator, with an agent of its own as another process would have. */
export const motoS3 = () => openS3({ endpoint: endpoint! });

export async function newBucket(): Promise<string> {
  const bucket = `b-${randomUUID()}`;
  await motoS3().send(
    new CreateBucketCommand({
      Bucket: bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-north-1' },
    }),
  );
  return bucket;
}

/** Two views of a place in a new bucket, beside which other things lie. */
export async function newPlace(prefix?: string): Promise<readonly [S3Objects, S3Objects]> {
  const bucket = await newBucket();
  const place = { bucket, ...(prefix !== undefined && { prefix }) };
  const views = [
    new S3Objects({ client: motoS3(), ...place }),
    new S3Objects({ client: motoS3(), ...place }),
  ] as const;
  if (prefix !== undefined)
    await new S3Objects({ client: motoS3(), bucket }).put('beside/x', Buffer.from('x'));
  return views;
}

import { type Store, stores } from '../../data-contracts/vocabularies/lambdas.ts';
import type { ObjectStore } from '../adapters/objects/object-store.ts';
import { openS3 } from '../adapters/s3/s3-client.ts';
import { S3Objects } from '../adapters/s3/s3-objects.ts';
import { type AwsSettings, BadEnvironment } from './environment.ts';

/** Where a store's objects are on AWS: in its bucket, under its name. */
export function awsObjects({ buckets }: AwsSettings) {
  const client = openS3();
  const bucketOf = (store: Store) => {
    const bucket = buckets[stores[store]];
    if (bucket === undefined) throw new BadEnvironment(`environment: no bucket of ${store}`);
    return bucket;
  };
  return {
    of: (store: Store): ObjectStore =>
      new S3Objects({ client, bucket: bucketOf(store), prefix: `${store}/` }),
    /** The lake as a whole, where each station has a folder. */
    lake: (): ObjectStore => new S3Objects({ client, bucket: bucketOf('tables') }),
  };
}

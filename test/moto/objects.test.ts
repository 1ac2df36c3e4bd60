import { describe, expect, it } from 'vitest';
import { keysUnder } from '../../functions/adapters/objects/object-store.ts';
import { examObjectStore } from '../contract/objects/object-store-exam.ts';
import { endpoint, newPlace } from './moto.ts';

describe.skipIf(!endpoint)('S3, by its SDK', () => {
  examObjectStore('a bucket', () => newPlace());
  examObjectStore('a folder of a bucket', () => newPlace('county/'));

  it('lists and removes more than a page of a thousand', async () => {
    const [objects, others] = await newPlace();
    const keys = Array.from({ length: 2300 }, (_, at) => `many/${String(at).padStart(6, '0')}`);
    for (let from = 0; from < keys.length; from += 100)
      await Promise.all(keys.slice(from, from + 100).map((key) => objects.put(key, Buffer.from('x'))));
    expect(await keysUnder(others, 'many/')).toEqual(keys);
    expect(await others.entries('many/')).toHaveLength(2300);
    await objects.remove(keys.slice(1));
    expect(await keysUnder(others, '')).toEqual([keys[0]]);
  }, 120_000);

  it('says where an object is, and of a failure what was done in which bucket, and no key', async () => {
    const [objects] = await newPlace('county/');
    expect(await objects.location('a/b')).toMatch(/^s3:\/\/b-[0-9a-f-]+\/county\/a\/b$/);
  });
});

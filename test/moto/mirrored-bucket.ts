import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { keysUnder, type ObjectStore } from '../../functions/adapters/objects/object-store.ts';
import type { BucketMirror } from '../contract/athena/fake-athena.ts';

/** A folder as a bucket’s tables are, for an engine that reads files; one query at a time. */
export function mirroredBucket(objects: ObjectStore, folder: string): BucketMirror {
  const versions = new Map<string, string>();
  const bring = async () => {
    const keys = (await keysUnder(objects, '')).filter((key) => key.endsWith('.parquet'));
    for (const key of [...versions.keys()].filter((known) => !keys.includes(known))) {
      rmSync(join(folder, key));
      versions.delete(key);
    }
    for (const key of keys.filter((one) => !versions.has(one))) {
      const found = (await objects.get(key))!;
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      writeFileSync(join(folder, key), found.content);
      versions.set(key, found.version);
    }
  };
  let before: Promise<unknown> = Promise.resolve();
  return {
    bring: () => {
      const now = before.then(bring);
      before = now.catch(() => undefined);
      return now;
    },
    send: async (from) => {
      for (const name of readdirSync(from)) {
        const path = join(from, name);
        await objects.put(relative(folder, path), readFileSync(path));
        rmSync(path);
      }
    },
  };
}

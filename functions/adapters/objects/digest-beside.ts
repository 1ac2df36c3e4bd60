import { z } from 'zod';
import type { ObjectStore } from './object-store.ts';
import { jsonOf, ReadableObjects } from './readable-objects.ts';

/** What a file that is written over may be: as it was, and as it will be. */
const Digests = z.object({
  sha256: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(2),
});

/**
 * Changes an object whose digest lies beside it, `<key>.digest`, so that a bit that turns over is seen. Cut off at
 * any step, the object is one of those that its digest knows.
 * @param sha256 of what `change` puts there; undefined: it puts nothing there
 * @param isNew nothing else was ever there: then nothing is read, as whoever writes may not be allowed to
 */
export async function withDigest(
  objects: ObjectStore,
  key: string,
  sha256: string | undefined,
  change: () => Promise<void>,
  isNew = false,
): Promise<void> {
  const digests = new ReadableObjects(objects, jsonOf(Digests));
  const beside = `${key}.digest`;
  if (sha256 === undefined) {
    await change();
    return objects.remove([beside]);
  }
  const before = isNew ? undefined : (await digests.findReadable(beside))?.sha256.at(-1);
  if (before !== sha256)
    await digests.keep(beside, { sha256: before === undefined ? [sha256] : [before, sha256] });
  await change();
  if (before !== undefined && before !== sha256) await digests.keep(beside, { sha256: [sha256] });
}

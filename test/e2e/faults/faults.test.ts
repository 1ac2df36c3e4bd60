import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import type { ObjectStore } from '../../../functions/adapters/objects/object-store.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { countyJobs, land, madeBy, madeWithoutFaults, untilDone } from './county-jobs.ts';
import { faultyObjects } from './faulty-objects.ts';

let withoutFaults: Promise<Record<string, string>> | undefined;

/** What is made where nothing goes wrong; once for all tests. */
function expected(): Promise<Record<string, string>> {
  withoutFaults ??= madeWithoutFaults(temporaryFolder());
  return withoutFaults;
}

const stores: Readonly<Record<string, () => ObjectStore>> = {
  memory: () => new MemoryObjects(),
  folder: () => new FolderObjects(join(temporaryFolder(), 'home')),
};

describe('published bytes are those of a run without faults', () => {
  for (const [name, open] of Object.entries(stores))
    it(`where calls are throttled, answers lost and bodies cut in half, ${name}`, async () => {
      const objects = open();
      await land(objects);
      const { faulty, counts } = faultyObjects(objects, 5, { before: 3, after: 3, halfway: 3 });
      const jobs = countyJobs(faulty, temporaryFolder());
      const failures = (await untilDone(() => jobs.ingest())) + (await untilDone(() => jobs.build()));
      expect(failures).toBeGreaterThan(3);
      expect(counts.faults).toBeGreaterThanOrEqual(failures);
      await untilDone(() => jobs.ingest());
      expect(await madeBy(objects)).toEqual(await expected());
    }, 300_000);

  it('where credentials expire in the middle and new ones come', async () => {
    const objects = new MemoryObjects();
    await land(objects);
    for (const calls of [2, 15, 40]) {
      let left = calls;
      const expiring = new Proxy(objects, {
        get: (target, member) => {
          left -= 1;
          if (left < 0) throw Object.assign(new Error('expired'), { code: 'credentials-expired' });
          const found = Reflect.get(target, member, target);
          return typeof found === 'function' ? found.bind(target) : found;
        },
      });
      const jobs = countyJobs(expiring, temporaryFolder());
      await expect(jobs.ingest(), String(calls)).rejects.toMatchObject({ code: 'credentials-expired' });
    }
    const jobs = countyJobs(objects, temporaryFolder());
    await jobs.ingest();
    await jobs.build();
    expect(await madeBy(objects)).toEqual(await expected());
  }, 120_000);

  it('where events come twice, out of order, and are no jobs', async () => {
    const objects = new MemoryObjects();
    const jobs = countyJobs(objects, temporaryFolder());
    await expect(jobs.build()).rejects.toThrow('tables');
    await land(objects, ['d2']);
    await jobs.ingest();
    await jobs.ingest();
    await jobs.build();
    const poisons = [null, 'ingest', { programme: '../../x' }, { programme: 7 }, { programme: 'nobody’s' }];
    for (const poison of poisons) await expect(jobs.build(poison), String(poison)).rejects.toThrow();
    await land(objects, ['d1']);
    await jobs.build();
    await jobs.ingest();
    const others = countyJobs(objects, temporaryFolder());
    await Promise.all([untilDone(() => jobs.build()), untilDone(() => others.build())]);
    await jobs.build();
    expect(await madeBy(objects)).toEqual(await expected());
  }, 120_000);
});

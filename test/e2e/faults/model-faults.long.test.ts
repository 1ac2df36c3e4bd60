import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { folderOf, type ObjectStore } from '../../../functions/adapters/objects/object-store.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { madeCounty } from '../../county/made-county.ts';
import { untilDone } from './county-jobs.ts';
import { injuredObjects } from './injured-objects.ts';
import {
  copyCounty,
  injuriesOnTheWay,
  type ModelJobs,
  modelJobs,
  modelsIn,
  modelsWithoutFaults,
  shards,
} from './model-jobs.ts';

let county: ObjectStore;
let expected: Record<string, string>;

const folder = mkdtempSync(join(tmpdir(), 'ennakko-model-faults-'));
beforeAll(async () => {
  county = new FolderObjects((await madeCounty()).home);
  expected = await modelsWithoutFaults(county, new MemoryObjects(), join(folder, 'work'));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** The county's model as a run without faults makes it, and no scores. */
async function landModel(objects: ObjectStore): Promise<void> {
  for (const [key, hex] of Object.entries(expected))
    if (key.startsWith('models/')) await objects.put(key, Buffer.from(hex, 'hex'));
}

describe('a model', () => {
  it('has learnt what registers say later, of many of the rows, though rows are thinned', () => {
    const file = Object.keys(expected).find((key) => key.endsWith('/model.json'))!;
    const { training } = JSON.parse(Buffer.from(expected[file]!, 'hex').toString());
    expect(training.rowsForetold / training.rows).toBeGreaterThan(0.2);
    expect(training.rowsForetold / training.rows).toBeLessThan(0.7);
  });
});

describe('a model and its scores are those of a run without faults', () => {
  it('where calls are throttled, answers lost and bodies cut in half on the way', async () => {
    const objects = new FolderObjects(join(temporaryFolder(), 'home'));
    await copyCounty(county, objects);
    const through = async (
      station: keyof typeof injuriesOnTheWay,
      job: (jobs: ModelJobs) => Promise<unknown>,
    ) => {
      const { injured, left } = injuredObjects(objects, injuriesOnTheWay[station]);
      const jobs = await modelJobs(injured, temporaryFolder());
      expect(await untilDone(() => job(jobs)), station).toBe(injuriesOnTheWay[station].length);
      expect(left).toEqual([]);
    };
    await through('train', (jobs) => jobs.train());
    await through('score', async (jobs) => {
      for (let shard = 0; shard < shards; shard += 1) await jobs.score(shard);
    });
    await through('publish', (jobs) => jobs.publish());
    expect(await modelsIn(objects)).toEqual(expected);
    expect(await new ObjectAuditLog(folderOf(objects, 'audit')).verify()).toMatchObject({
      damage: undefined,
    });
  });

  it('where credentials expire in the middle and new ones come, in processes of their own', async () => {
    const objects = new MemoryObjects();
    await copyCounty(county, objects);
    await landModel(objects);
    for (let lived = 3, isDone = false; !isDone; lived += 4) {
      let left = lived;
      const expiring = new Proxy<ObjectStore>(objects, {
        get: (target, member) => {
          left -= 1;
          if (left < 0) throw Object.assign(new Error('expired'), { code: 'credentials-expired' });
          const found = Reflect.get(target, member, target);
          return typeof found === 'function' ? found.bind(target) : found;
        },
      });
      const jobs = await modelJobs(expiring, temporaryFolder());
      const night = async () => {
        for (let shard = 0; shard < shards; shard += 1) await jobs.score(shard);
        await jobs.publish();
      };
      isDone = await night().then(
        () => true,
        (error: { code?: string }) => {
          expect(error.code).toBe('credentials-expired');
          return false;
        },
      );
      // a night without faults makes fewer calls, some 100 of each shard's to ask the gate
      expect(lived).toBeLessThan(600);
    }
    expect(await modelsIn(objects)).toEqual(expected);
  });

  it('where events come twice, out of order, at once, and are no jobs', async () => {
    const objects = new MemoryObjects();
    const jobs = await modelJobs(objects, temporaryFolder());
    await expect(jobs.score(0)).rejects.toThrow('client-months');
    await copyCounty(county, objects);
    await expect(jobs.score(0)).rejects.toThrow('models');
    await landModel(objects);
    await expect(jobs.publish()).rejects.toMatchObject({ code: 'shards-missing' });
    const poisons = [null, 'train', { programme: '../x' }, { programme: 'older-people', shards: 0 }];
    for (const poison of poisons) {
      await expect(jobs.train(poison), String(poison)).rejects.toThrow();
      await expect(jobs.publish(poison), String(poison)).rejects.toThrow();
    }
    await expect(jobs.score(shards)).rejects.toMatchObject({ code: 'invalid-job' });
    const others = await modelJobs(objects, temporaryFolder());
    await jobs.score(2);
    await Promise.all([jobs.score(0), others.score(0)]);
    expect(await others.score(2)).toMatchObject({ wasReused: true });
    await expect(jobs.publish()).rejects.toMatchObject({ code: 'shards-missing' });
    await others.score(1);
    await Promise.all([untilDone(() => jobs.publish()), untilDone(() => others.publish())]);
    expect(await jobs.publish()).toMatchObject({ wasReused: true });
    expect(await jobs.train()).toMatchObject({ wasReused: true });
    expect(await modelsIn(objects)).toEqual(expected);
  });
});

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { listOf } from './list-of.ts';

/** 200 in CI's longer suite; each costs the start of a process. */
const kills = Number(process.env.ENNAKKO_RECORDER_KILLS ?? 12);
const recorder = resolve(import.meta.dirname, 'recorder.ts');
const { listId } = listOf([]);

/** When a recorder is killed: so long after it has acknowledged so many, however slow the machine. */
interface Kill {
  readonly acknowledged: number;
  readonly milliseconds: number;
}

/** Starts a recorder at a number, kills it, and tells what it acknowledged. */
function killedRecorder(home: string, first: number, kill: Kill): Promise<string[]> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--import', 'tsx', recorder, home, listId, String(first)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stderr.on('data', (part) => {
      err += part;
    });
    let isDoomed = false;
    child.stdout.on('data', (part) => {
      out += part;
      if (isDoomed || out.split('\n').length <= kill.acknowledged) return;
      isDoomed = true;
      setTimeout(() => child.kill('SIGKILL'), kill.milliseconds);
    });
    child.on('close', (_code, signal) => {
      const whole = out.slice(0, out.lastIndexOf('\n') + 1);
      if (signal === 'SIGKILL') done(whole.split('\n').filter(Boolean));
      else failed(new Error(`the recorder ended by itself: ${err}`));
    });
  });
}

describe('killed while recording consents and outcomes', () => {
  it(`nothing acknowledged is lost and nothing is doubled, over ${kills} kills at random instants`, async () => {
    const home = mkdtempSync(join(tmpdir(), 'ennakko-recording-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const store = new ObjectOutreachStore(new FolderObjects(join(home, 'outreach')));
    const clients = Array.from({ length: 7 }, (_, place) => String(place).repeat(32));
    await store.create({ ...listOf(clients), lots: [] });
    const random = xoroshiro128plus(7);
    const acknowledged: string[] = [];
    let next = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const at = { acknowledged: uniformInt(random, 2, 9), milliseconds: uniformInt(random, 0, 20) };
      const told = await killedRecorder(home, next, at);
      acknowledged.push(...told);
      // It asks again for the last that it heard of, as whoever was cut off would.
      next = Number(told.at(-1)?.slice(2) ?? next);
    }
    const kept = [
      ...(
        await new ObjectConsentRecords(new FolderObjects(join(home, 'consents'))).eventsOf(clients)
      ).values(),
    ].flat();
    const consentIds = kept.map(({ consentEventId }) => consentEventId);
    const outcomeIds = (await store.eventsOf(listId)).map(({ eventId }) => eventId);
    for (const ids of [consentIds, outcomeIds]) expect(new Set(ids).size).toBe(ids.length);
    const all = new Set([...consentIds, ...outcomeIds]);
    expect(acknowledged.filter((id) => !all.has(id))).toEqual([]);
    expect(new Set(acknowledged).size).toBeGreaterThan(kills);
    const objections = consentIds.filter((id) => id.startsWith('outreach-'));
    const declined = outcomeIds.filter((id) => Number(id.slice(2)) % 3 === 0);
    expect(objections.length).toBeGreaterThanOrEqual(declined.length);
    expect(objections.length).toBeLessThanOrEqual(declined.length + 1);
    expect(
      (await new ObjectAuditLog(new FolderObjects(join(home, 'audit'))).verify()).damage,
    ).toBeUndefined();
  }, 1_200_000);
});

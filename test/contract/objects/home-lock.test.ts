import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { lockName, whileHoldingHome } from '../../../functions/adapters/folder/home-lock.ts';
import { processMark } from '../../../functions/adapters/folder/process-identity.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

const at = '2026-01-01T00:00:00Z';
const [ownPlace] = processMark.split('-');

/** A lock as another process has left it or holds it. */
function lockOf(home: string, mark: string): string {
  const holder = { command: 'train', processId: 7, host: 'elsewhere', since: at, mark, id: 'x' };
  writeFileSync(join(home, lockName), JSON.stringify(holder));
  return join(home, lockName);
}

describe('a home', () => {
  it('is written by one job at a time, and the other is told who is at work', async () => {
    const home = temporaryFolder();
    await whileHoldingHome(home, { command: 'train', at }, async () => {
      const other = whileHoldingHome(home, { command: 'score', at }, async () => {});
      await expect(other).rejects.toMatchObject({
        code: 'home-busy',
        holder: { command: 'train', processId: process.pid, since: at },
      });
    });
    expect(await whileHoldingHome(home, { command: 'score', at }, async () => 'done')).toBe('done');
    expect(existsSync(join(home, lockName))).toBe(false);
  });

  it('is free again after a job that failed', async () => {
    const home = temporaryFolder();
    const failing = whileHoldingHome(home, { command: 'train', at }, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await whileHoldingHome(home, { command: 'score', at }, async () => 'done')).toBe('done');
  });

  it('is taken over at once from a process of this machine that is gone, its number taken or not', async () => {
    const home = temporaryFolder();
    for (const mark of [`${ownPlace}-999999999-1`, `${ownPlace}-${process.pid}-1`, `${ownPlace}-1-0`]) {
      lockOf(home, mark);
      const startedAt = performance.now();
      expect(await whileHoldingHome(home, { command: 'score', at }, async () => 'done')).toBe('done');
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    }
  });

  it('is left to a holder in another container while its lock is touched, and taken over after that', async () => {
    const home = temporaryFolder();
    const lock = lockOf(home, '0123456789ab-1-1');
    const beating = setInterval(() => utimesSync(lock, new Date(), new Date()), 500);
    await expect(whileHoldingHome(home, { command: 'score', at }, async () => {})).rejects.toMatchObject({
      holder: { host: 'elsewhere' },
    });
    clearInterval(beating);
    expect(await whileHoldingHome(home, { command: 'score', at }, async () => 'done')).toBe('done');
  }, 30_000);

  it('is taken over from a lock that cannot be read', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, lockName), '{');
    expect(await whileHoldingHome(home, { command: 'score', at }, async () => 'done')).toBe('done');
  }, 30_000);

  it('keeps its lock alive while the job lets nothing else be done', async () => {
    const home = temporaryFolder();
    await whileHoldingHome(home, { command: 'train', at }, async () => {
      const before = readFileSync(join(home, lockName), 'utf8');
      await wait(300); // the thread begins
      spawnSync('sleep', ['4']);
      const touched = spawnSync('stat', ['-c', '%Y', join(home, lockName)]).stdout.toString();
      expect(Date.now() / 1000 - Number(touched)).toBeLessThan(3.5);
      expect(readFileSync(join(home, lockName), 'utf8')).toBe(before);
    });
  }, 30_000);
});

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { lockName, whileHoldingHome } from '../../../functions/adapters/folder/home-lock.ts';
import { processMark } from '../../../functions/adapters/folder/process-identity.ts';
import { eventFile, eventLine, land, terms } from '../../e2e/ingest/county-home.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

const at = '2026-01-01T00:00:00Z';
const [ownPlace] = processMark.split('-');
const program = resolve(import.meta.dirname, '../../../runner/ennakko.mjs');

/** A lock as another process has left it or holds it. */
function lockOf(home: string, mark: string): string {
  const holder = { command: 'train', processId: 7, host: 'elsewhere', since: at, mark, id: 'x' };
  writeFileSync(join(home, lockName), JSON.stringify(holder));
  return join(home, lockName);
}

/** The command line in a process, in a container of its own where it is told to be. */
function ennakko(home: string, isApart: boolean, ...words: string[]) {
  const line = [process.execPath, program, '--home', home, '--language', 'sv', ...words];
  const [command, ...rest] = isApart ? ['unshare', '--pid', '--fork', '--mount-proc', ...line] : line;
  return new Promise<{ code: number | null; err: string }>((done) => {
    const child = spawn(command!, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('close', (code) => done({ code, err }));
  });
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

  const canBeApart = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;
  it.skipIf(!canBeApart)(
    'is taken in by one of two containers that ingest at once, and the other says so in Swedish',
    async () => {
      const home = temporaryFolder();
      const lines = Array.from({ length: 60_000 }, (_, event) => eventLine(`e${event}`));
      land(home, { 'd1/delivery.json': terms, 'd1/service-events.csv': eventFile(...lines) });
      const ended = await Promise.all([ennakko(home, true, 'ingest'), ennakko(home, true, 'ingest')]);
      expect(ended.map(({ code }) => code).sort(), ended.map(({ err }) => err).join()).toEqual([0, 1]);
      const refused = ended.find(({ code }) => code === 1)!;
      expect(refused.err).toMatch(
        /^ennakko: mappen används redan av ingest, process \d+ på .+, sedan \d{4}-[^;]+; /,
      );
      expect((await ennakko(home, false, 'verify')).code).toBe(0);
    },
    120_000,
  );
});

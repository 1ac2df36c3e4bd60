import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEnnakko } from '../killed/run-ennakko.ts';
import { openedVault, takeIn } from './vault-of-many.ts';

/** Each costs the start of a process. */
const kills = Number(process.env.ENNAKKO_ROTATION_KILLS ?? 4);
const people = 10_000;
const home = mkdtempSync(join(tmpdir(), 'ennakko-rotation-'));
beforeAll(() => takeIn(home, people));
afterAll(() => rmSync(home, { recursive: true }));

const rotate = (killAfterMilliseconds?: number) =>
  runEnnakko(
    ['--home', home, 'keys', 'rotate'],
    killAfterMilliseconds === undefined ? {} : { killAfterMilliseconds },
  );

describe('the vault’s key', () => {
  it(`loses nobody over ${kills} kills at random instants, and ends with one key`, async () => {
    let { milliseconds } = await rotate();
    const random = xoroshiro128plus(11);
    for (let killed = 0; killed < kills; ) {
      const after = uniformInt(random, Math.round(milliseconds * 0.4), Math.round(milliseconds));
      const { wasKilled, milliseconds: took } = await rotate(after);
      if (wasKilled) killed += 1;
      else milliseconds = Math.min(milliseconds, took) * 0.9;
      expect((await openedVault(home)).identities).toBe(people);
    }
    const ended = await rotate();
    expect(ended.code, ended.err).toBe(0);
    expect(readdirSync(join(home, 'keys')).filter((name) => name.endsWith('.key'))).toEqual([
      'anchor.key',
      'pseudonym.key',
      'vault.key',
    ]);
    const kept = readdirSync(join(home, 'vault')).map((name) => name.replace(/\.digest$/, ''));
    expect(kept.every((name) => name.endsWith('.sealed'))).toBe(true);
    expect((await openedVault(home)).underKeys.size).toBe(1);
  });
});

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOfCounty } from '../../county/made-county.ts';
import { runEnnakko } from './run-ennakko.ts';
import { treeHash } from './tree-hash.ts';

const stations = [
  ...wayOfCounty,
  ['cohort', '--size', '20', '--at', '2026-01-15T09:00:00Z'],
  ['card'],
] as const;
const killsPerStation = Number(process.env.ENNAKKO_KILLS ?? 2);

const folder = mkdtempSync(join(tmpdir(), 'ennakko-killed-'));
const home = { whole: join(folder, 'whole'), cut: join(folder, 'cut') };
const wholeTree: Record<string, string>[] = [];
const wholeMilliseconds: number[] = [];

const words = (station: readonly string[], place: string) => ['--home', place, ...station];

beforeAll(async () => {
  for (const station of stations) {
    const ended = await runEnnakko(words(station, home.whole));
    expect(ended.err + ended.code, station[0]).toMatch(/0$/);
    wholeMilliseconds.push(ended.milliseconds);
    wholeTree.push(treeHash(home.whole));
  }
}, 1_200_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** A home, with the anchors of its log beside it. */
function copyHome(from: string, to: string): void {
  for (const end of ['', '.anchors.jsonl']) {
    rmSync(`${to}${end}`, { recursive: true, force: true });
    if (existsSync(`${from}${end}`)) cpSync(`${from}${end}`, `${to}${end}`, { recursive: true });
  }
}

/** Runs a station and kills it on its way; where it is quicker today, once more from where it began, and sooner. */
async function killedAt(station: readonly string[], milliseconds: number): Promise<void> {
  const before = join(folder, 'before');
  copyHome(home.cut, before);
  for (let after = milliseconds; ; after /= 2) {
    const { wasKilled } = await runEnnakko(words(station, home.cut), { killAfterMilliseconds: after });
    if (wasKilled) return;
    copyHome(before, home.cut);
  }
}

describe('a run killed at any point and started again ends with the same bytes', () => {
  for (const [place, station] of stations.entries()) {
    it(`${station[0]}, killed ${killsPerStation} times on its way`, async () => {
      for (let kill = 1; kill <= killsPerStation; kill += 1)
        await killedAt(station, (wholeMilliseconds[place]! * kill) / (killsPerStation + 1));
      const ended = await runEnnakko(words(station, home.cut));
      expect(ended.code, ended.err).toBe(0);
      expect(treeHash(home.cut)).toEqual(wholeTree[place]);
    }, 1_200_000);
  }
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runEnnakko } from '../e2e/killed/run-ennakko.ts';
import { notRecorded, writeNativeCounty } from './write-native-county.ts';

const home = mkdtempSync(join(tmpdir(), 'ennakko-native-county-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What ingest published of each file. */
interface TakenIn {
  readonly summary: { readonly files: readonly { readonly delivered: number; readonly accepted: number }[] };
}

it('goes from native extracts to a cohort by mapping files alone', async () => {
  writeNativeCounty(home, 2500);
  const { code: unexplained, out } = await stepsOf(home, ['ingest'], ['build']);
  expect(unexplained).toBe(1);
  expect(out).toContain(JSON.stringify(notRecorded));
  writeFileSync(join(home, 'not-recorded.json'), JSON.stringify(notRecorded));
  const steps = [['build'], ['train', '--maximum-rows', '5000'], ['score'], ['cohort', '--size', '10']];
  for (const step of steps) {
    const { code, err } = await runEnnakko(['--home', home, ...step]);
    expect(`${step[0]} ${code} ${code === 0 ? '' : err}`).toBe(`${step[0]} 0 `);
  }
  const { files } = (JSON.parse(readFileSync(join(home, 'tables/current.json'), 'utf8')) as TakenIn).summary;
  const sum = (of: 'delivered' | 'accepted') => files.reduce((total, file) => total + file[of], 0);
  expect(sum('accepted') / sum('delivered')).toBeGreaterThan(0.999);
  const cohort = JSON.parse(readFileSync(join(home, 'cohorts/older-people/cohort.json'), 'utf8'));
  expect(cohort.rows).toHaveLength(10);
});

/** The end of the last of some steps. */
async function stepsOf(at: string, ...steps: readonly string[][]) {
  let end: Awaited<ReturnType<typeof runEnnakko>> | undefined;
  for (const step of steps) end = await runEnnakko(['--home', at, ...step]);
  return end!;
}

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { runEnnakko } from '../e2e/killed/run-ennakko.ts';

/** The whole way of a county about as small as one can be in which a model is trained and judged. */
export const wayOfCounty = [
  ['simulate', '--clients', '1600', '--seed', '7'],
  ['ingest'],
  ['build'],
  ['train', '--maximum-rows', '1000'],
  ['score'],
] as const;

/** A home that is simulated, taken in, built, trained and scored; it is shared, and so only to be read. */
export interface MadeCounty {
  readonly home: string;
  /** What temporary files the stations left. */
  readonly temporary: string;
  /** What each station said, errors included. */
  readonly heard: readonly string[];
}

/**
 * The county that the tests of a run share, made for the first that asks while the others wait.
 * @throws Error where a station failed, to everybody who asks
 */
export async function madeCounty(): Promise<MadeCounty> {
  const folder = inject('countyFolder');
  const said = join(folder, 'said.json');
  if (isFirst(folder)) {
    const answer = await make(folder).catch((error: unknown) => ({ failed: String(error) }));
    writeFileSync(`${said}.part`, JSON.stringify(answer));
    renameSync(`${said}.part`, said);
  }
  while (!existsSync(said)) await wait(100);
  const answer = JSON.parse(readFileSync(said, 'utf8')) as { failed?: string; heard?: string[] };
  if (!answer.heard) throw new Error(answer.failed);
  return { home: join(folder, 'home'), temporary: join(folder, 'temporary'), heard: answer.heard };
}

/** A copy of the county for a test that changes it, with the anchors of its log beside it. */
export async function copyOfCounty(home: string): Promise<MadeCounty> {
  const county = await madeCounty();
  mkdirSync(dirname(home), { recursive: true });
  cpSync(county.home, home, { recursive: true });
  cpSync(`${county.home}.anchors.jsonl`, `${home}.anchors.jsonl`);
  return county;
}

/** Whether nobody has begun before. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'temporary'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function make(folder: string): Promise<{ heard: string[] }> {
  const heard: string[] = [];
  const env = { ...process.env, TMPDIR: join(folder, 'temporary') };
  for (const station of wayOfCounty) {
    const { code, out, err } = await runEnnakko(['--home', join(folder, 'home'), ...station], { env });
    if (code !== 0) throw new Error(`${station[0]} ended with ${code}: ${err}`);
    heard.push(err, out);
  }
  return { heard };
}

import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Figure, figure } from './measure.ts';
import { besidePlans, costlyBodies, parallelCohorts, soak } from './overloads.ts';
import { ServedHome } from './served-home.ts';

/**
 * What the service on this machine does when too much is asked of it, in figures; ends with 1 where a bound is
 * not kept.
 * - `--home <folder>`: a scored home, which is copied; a small one is simulated unless told
 * - `ENNAKKO_SOAK_MINUTES`: 1 unless told, 30 in the long suite
 * - `ENNAKKO_RECORDER_KILLS`: 200 unless told
 */
const { home: folder } = parseArgs({ options: { home: { type: 'string' } } }).values;
const minutes = Number(process.env.ENNAKKO_SOAK_MINUTES ?? 1);
const kills = process.env.ENNAKKO_RECORDER_KILLS ?? '200';

const figures: Figure[] = [];
const tell = (title: string, told: readonly Figure[]) => {
  process.stdout.write(`\n${title}\n`);
  for (const { what, told: text, isKept } of told)
    process.stdout.write(`  ${isKept ? 'kept  ' : 'BROKEN'}  ${what}: ${text}\n`);
  figures.push(...told);
};

const home = await ServedHome.start(folder);
try {
  tell('Too many questions', await parallelCohorts(home));
  tell('Long questions', await besidePlans(home));
  tell('Costly bodies', await costlyBodies(home));
  if (minutes > 0) tell('Many questions', await soak(home, minutes));
} finally {
  await home.close();
}
if (Number(kills) > 0) tell('Killed while recording', [killed(kills)]);
const broken = figures.filter(({ isKept }) => !isKept).length;
process.stdout.write(`\n${broken === 0 ? 'Every bound is kept' : `${broken} bounds are broken`}\n`);
process.exitCode = broken === 0 ? 0 : 1;

/** Processes killed in the middle of recording consents and outcomes: nothing acknowledged is lost. */
function killed(times: string): Figure {
  const { status, stdout } = spawnSync(
    'npx',
    ['vitest', 'run', '--config', 'vitest.long.config.ts', 'killed-while-recording'],
    {
      env: { ...process.env, ENNAKKO_RECORDER_KILLS: times },
      encoding: 'utf8',
    },
  );
  if (status !== 0) process.stdout.write(stdout);
  return figure(
    `${times} kills at random instants`,
    'nothing acknowledged lost, nothing doubled',
    status === 0,
  );
}

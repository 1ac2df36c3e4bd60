import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Ways to start the command line: as it is, and as it is where no bundle can be made. */
export const programs = {
  bundle: resolve(import.meta.dirname, '../../runner/ennakko.mjs'),
  tsx: resolve(import.meta.dirname, 'ennakko-by-tsx.mjs'),
};

const reporter = `data:text/javascript,
  import { writeFileSync } from 'node:fs';
  process.on('exit', () => writeFileSync(process.env.USAGE_FILE, JSON.stringify(process.resourceUsage())));`;

export interface MeasuredRun {
  readonly seconds: number;
  /** User and system, of the process itself. */
  readonly processorSeconds: number;
  /** The process's largest resident set, megabytes. */
  readonly peakMegabytes: number;
}

/** Runs one command of `ennakko` in a process of its own and measures it from the operating system's account. */
export function measureRun(words: readonly string[], program = programs.bundle): Promise<MeasuredRun> {
  const folder = mkdtempSync(join(tmpdir(), 'ennakko-usage-'));
  const usageFile = join(folder, 'usage.json');
  const startedAt = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', reporter, program, ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, USAGE_FILE: usageFile },
    });
    child.on('close', (code) => {
      if (code !== 0) return fail(new Error(`ennakko ${words.join(' ')}: exit code ${code}`));
      const seconds = (performance.now() - startedAt) / 1000;
      const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usageFile, 'utf8'));
      rmSync(folder, { recursive: true });
      const processorSeconds = (userCPUTime + systemCPUTime) / 1e6;
      done({ seconds, processorSeconds, peakMegabytes: maxRSS / 1024 });
    });
  });
}

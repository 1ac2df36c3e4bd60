import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../../../runner/ennakko.mjs');

export interface Ended {
  readonly code: number | null;
  readonly wasKilled: boolean;
  readonly milliseconds: number;
  readonly out: string;
  readonly err: string;
}

export interface OwnProcess {
  /** When it is killed, as a power cut would end it. */
  readonly killAfterMilliseconds?: number;
  readonly killAt?: AbortSignal;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the command line in a process of its own. */
export function runEnnakko(
  words: readonly string[],
  { killAfterMilliseconds, killAt, env }: OwnProcess = {},
): Promise<Ended> {
  const startedAt = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(env && { env }),
    });
    const text = { out: '', err: '' };
    child.stdout.on('data', (part) => {
      text.out += part;
    });
    child.stderr.on('data', (part) => {
      text.err += part;
    });
    const end = () => child.kill('SIGKILL');
    const timer = killAfterMilliseconds === undefined ? undefined : setTimeout(end, killAfterMilliseconds);
    killAt?.addEventListener('abort', end);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ code, wasKilled: signal === 'SIGKILL', milliseconds: performance.now() - startedAt, ...text });
    });
  });
}

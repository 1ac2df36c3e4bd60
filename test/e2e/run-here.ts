import { runCommandLine } from '../../runner/command-line.ts';

/** How a command ended, and what it said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let isAtWork = false;

/**
 * Runs the command line in this process, as `runner/ennakko.mjs` would in one of its own: the same words, output and
 * exit code, without the start of a process.
 * @throws Error where another is at work, such as one that a test did not wait for: both streams are listened to
 */
export async function runHere(words: readonly string[]): Promise<Said> {
  if (isAtWork) throw new Error(`${words.join(' ')}: another command is at work`);
  isAtWork = true;
  const text = { out: '', err: '' };
  const streams = { out: process.stdout, err: process.stderr };
  const writes = { out: process.stdout.write, err: process.stderr.write };
  const listeners = process.stdout.listeners('error');
  for (const name of ['out', 'err'] as const)
    streams[name].write = ((part: string | Uint8Array) => {
      text[name] += typeof part === 'string' ? part : Buffer.from(part).toString();
      return true;
    }) as typeof process.stdout.write;
  const exitCode = process.exitCode;
  process.exitCode = undefined;
  try {
    await runCommandLine(['node', 'ennakko', ...words]);
    return { code: Number(process.exitCode ?? 0), ...text };
  } finally {
    isAtWork = false;
    process.exitCode = exitCode;
    for (const name of ['out', 'err'] as const) streams[name].write = writes[name];
    for (const listener of process.stdout.listeners('error'))
      if (!listeners.includes(listener)) process.stdout.removeListener('error', listener as () => void);
  }
}

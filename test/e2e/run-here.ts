import { runCommandLine } from '../../runner/command-line.ts';

/** How a command ended, and what it said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the command line in this process, as `runner/ennakko.mjs` would in one of its own: the same words, output and
 * exit code, without the start of a process. One at a time, as both streams are listened to meanwhile.
 */
export async function runHere(words: readonly string[]): Promise<Said> {
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
    process.exitCode = exitCode;
    for (const name of ['out', 'err'] as const) streams[name].write = writes[name];
    for (const listener of process.stdout.listeners('error'))
      if (!listeners.includes(listener)) process.stdout.removeListener('error', listener as () => void);
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { delimiter, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    motoUrl: string | undefined;
  }
}

/** Where `.ci/moto` puts it, before anywhere else that the shell looks. */
export const pathWithMoto = [resolve(import.meta.dirname, '../../.tools/moto/bin'), process.env.PATH].join(
  delimiter,
);
const isRequired = ['CI', 'ENNAKKO_MOTO_REQUIRED'].some((name) => process.env[name]);

const missing = `
  *** NOT RUN: what only an emulator of AWS can show. moto's server is not here. ***
  Install it with .ci/moto (Python), put a python3 that has moto on the path, or say MOTO_URL=http://127.0.0.1:5000
`;

export default async function startMoto(project: TestProject) {
  const running = process.env.MOTO_URL ? { url: process.env.MOTO_URL } : await started();
  if (!running && isRequired) throw new Error(missing);
  if (!running) process.stderr.write(missing);
  project.provide('motoUrl', running?.url);
  return () => {
    running?.server?.kill();
  };
}

/** In many threads moto looks and writes in two steps: of writers at once, two may be told that they were first. */
const inOneThread = `
import sys, moto.server as server
run = server.run_simple
server.run_simple = lambda *words, **named: run(*words, **{**named, 'threaded': False})
server.main(sys.argv[1:])
`;

async function started(): Promise<{ url: string; server?: ChildProcess } | undefined> {
  const port = await freePort();
  const server = spawn('python3', ['-c', inOneThread, '-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, PATH: pathWithMoto },
    stdio: 'ignore',
  });
  const isGone = new Promise<'gone'>((gone) => {
    server.on('error', () => gone('gone'));
    server.on('exit', () => gone('gone'));
  });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await Promise.race([fetch(`${url}/moto-api/`).catch(() => undefined), isGone]);
    if (answer === 'gone') return undefined;
    if (answer?.ok) return { url, server };
    await wait(100);
  }
  server.kill();
  throw new Error('moto: the server did not answer within 30 seconds');
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

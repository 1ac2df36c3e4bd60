import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Requester } from '../../data-contracts/schemas/requester.ts';

const ennakko = resolve(import.meta.dirname, '../../runner/ennakko.mjs');

export interface Answer {
  /** 0: the connection was lost before there was one. */
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly seconds: number;
  readonly bytes: number;
}

export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** The body as it is sent. */
  readonly text?: string | Buffer;
  readonly headers?: Record<string, string>;
}

/** `ennakko serve` in a process of its own, on a copy of a home that goes with it. */
export class ServedHome {
  readonly #folder: string;
  readonly #server: ChildProcess;
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  readonly #tokens = new Map<string, Promise<string>>();

  private constructor(folder: string, server: ChildProcess, port: number) {
    this.#folder = folder;
    this.#server = server;
    this.#port = port;
  }

  /** @param home absent: a small one is simulated, which takes some minutes */
  static async start(home?: string): Promise<ServedHome> {
    const folder = mkdtempSync(join(tmpdir(), 'ennakko-overload-'));
    if (home) cpSync(home, folder, { recursive: true });
    else
      execFileSync(
        process.execPath,
        [ennakko, '--home', folder, 'start', '--clients', '2000', '--size', '5'],
        {
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
    const server = spawn(process.execPath, [ennakko, '--home', folder, 'serve', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for await (const line of createInterface({ input: server.stdout! })) {
      const port = /localhost:(\d+)/.exec(line)?.[1];
      if (port) return new ServedHome(folder, server, Number(port));
    }
    throw new Error('serve: ended before it listened');
  }

  /** Asks as somebody; whoever is refused is told so, nobody asks again. */
  async ask(asked: Asked, requester?: Requester): Promise<Answer> {
    const authorization = requester && `Bearer ${await this.#tokenOf(requester)}`;
    const { retryAfter, ...answer } = await this.#send(asked, authorization ? { authorization } : {});
    return { ...answer, retryAfter, bytes: answer.text.length };
  }

  #tokenOf(requester: Requester): Promise<string> {
    const key = JSON.stringify(requester);
    const token =
      this.#tokens.get(key) ??
      this.#send({ path: '/sign-in', body: requester }, {}).then(
        ({ text }) => JSON.parse(text).token as string,
      );
    this.#tokens.set(key, token);
    return token;
  }

  #send({ method = 'POST', path, body, text, headers }: Asked, more: Record<string, string>) {
    const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    type Sent = Omit<Answer, 'bytes'> & { readonly text: string };
    return new Promise<Sent>((done) => {
      const lost = () => done({ status: 0, retryAfter: undefined, seconds: seconds(), text: '' });
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          agent: this.#agent,
          headers: {
            host: `localhost:${this.#port}`,
            ...(content !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(content),
            }),
            ...more,
            ...headers,
          },
        },
        async (answer) => {
          const parts: Buffer[] = [];
          try {
            for await (const part of answer) parts.push(part as Buffer);
          } catch {
            return lost();
          }
          const retryAfter = answer.headers['retry-after'];
          done({
            status: answer.statusCode!,
            retryAfter,
            seconds: seconds(),
            text: Buffer.concat(parts).toString(),
          });
        },
      );
      sent.on('error', lost);
      sent.end(content);
    });
  }

  /** Megabytes of memory that the server and its processes hold; shared pages count in each. */
  residentMegabytes(): number {
    const kilobytes = [this.#server.pid!, ...descendants(this.#server.pid!)].map(residentKilobytes);
    return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server.kill('SIGTERM');
    await once(this.#server, 'exit');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has ended since
  }
};

function descendants(pid: number): number[] {
  const parentOf = (one: string) => Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${one}/status`))?.[1]);
  const children = readdirSync('/proc').filter((one) => /^\d+$/.test(one) && parentOf(one) === pid);
  return children.flatMap((one) => [Number(one), ...descendants(Number(one))]);
}

const residentKilobytes = (pid: number) =>
  Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

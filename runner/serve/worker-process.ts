import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Journal } from '../../functions/core/ports/journal.ts';
import type { ApiResult } from '../../functions/http/api-event.ts';
import { type Worker, WorkerEnded } from './lane.ts';
import type { FromWorker, ToldError, WorkerSettings, WorkerTask } from './worker-words.ts';

const entry = join(import.meta.dirname, 'worker.mjs');

/** How large a process may grow. */
export interface ProcessSpec {
  /** Of JavaScript; the query engine has its own. */
  readonly heapMegabytes: number;
  /** Long work gives way to what somebody waits for, where the processors are not enough for both. */
  readonly givesWay?: boolean;
}

/** A process that holds more after an answer is replaced: what it let go of is seldom given back. */
const largestResidentBytes = 260e6;

/**
 * A process of its own rather than a thread: it can be ended in the middle of native code, its memory goes back to
 * the machine whole, it takes nobody along when it runs out of it, and turns at files are told apart by process.
 */
export class WorkerProcess implements Worker<WorkerTask, ApiResult | null> {
  readonly #child: ChildProcess;
  #isUsable = true;

  constructor(settings: WorkerSettings, journal: Journal, { heapMegabytes, givesWay }: ProcessSpec) {
    this.#child = fork(entry, {
      // What the server itself was started with, such as a debugger's port or a test's loader, is not for it.
      execArgv: ['--max-semi-space-size=4', `--max-old-space-size=${heapMegabytes}`],
      // Memory that native code has given back goes back to the machine the sooner the fewer arenas there are.
      env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    });
    if (givesWay) giveWay(this.#child);
    this.#child.on('error', (error) => {
      this.#isUsable = false;
      journal.fault('worker failed', error, {});
    });
    this.#child.once('exit', () => {
      this.#isUsable = false;
    });
    this.#child.on('message', (said: FromWorker) => {
      if ('fault' in said) journal.fault(said.fault, errorOf(said.error), said.details);
    });
    this.#child.send({ settings }, () => {});
  }

  get isUsable(): boolean {
    return this.#isUsable;
  }

  answer(task: WorkerTask): Promise<ApiResult | null> {
    const child = this.#child;
    return new Promise((done, fail) => {
      const ended = () => settle(() => fail(new WorkerEnded('worker: ended before it had answered')));
      const heard = (said: FromWorker) => {
        if (!('result' in said)) return;
        this.#isUsable &&= said.residentBytes <= largestResidentBytes;
        settle(() => done(said.result));
      };
      const settle = (how: () => void) => {
        child.off('message', heard);
        child.off('exit', ended);
        how();
      };
      child.on('message', heard);
      child.once('exit', ended);
      if (!this.#isUsable) return ended();
      child.send({ task }, (error) => error && ended());
    });
  }

  end(): void {
    this.#isUsable = false;
    this.#child.kill('SIGKILL');
  }

  /** When it has ended. */
  async ended(): Promise<void> {
    const { exitCode, signalCode, pid } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) await once(this.#child, 'exit');
  }
}

/** A third of what others get: less, and long work never ends on a machine that others use as well. */
const niceness = 5;

function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {
    // it has ended already, or the machine does not let it: then it works as others do
  }
}

function errorOf({ name, message, stack, code }: ToldError): Error {
  return Object.assign(new Error(message), { name, ...(stack && { stack }), ...(code && { code }) });
}

import { Problem } from '../../functions/http/problem.ts';

/** How a lane of questions is bounded. */
export interface LaneSpec {
  /** How many may wait behind the one that is being answered. */
  readonly waiting: number;
  /** From a question’s arrival until it must be answered. */
  readonly milliseconds: number;
  /** After how long without a question its process is let go, and its memory with it. */
  readonly idleMilliseconds: number;
  /** Whether a process stands ready before there is a question, and another when that one is gone. */
  readonly isReady?: boolean;
}

/** Somebody who answers one question after the other, and may die of one. */
export interface Worker<Task, Answer> {
  /** @throws WorkerEnded when it ended before it had answered */
  answer(task: Task): Promise<Answer>;
  /** Whether it can be given more; one that has grown large cannot. */
  readonly isUsable: boolean;
  /** Ends it at once, whatever it does. */
  end(): void;
}

/** A worker ended before it had answered. */
export class WorkerEnded extends Error {
  readonly code = 'worker-ended';
}

interface Waiting<Task, Answer> {
  readonly task: Task;
  readonly from: string;
  readonly deadline: number;
  readonly done: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** Of its time that a question must have left to be begun: one that is ended half way costs the next ones a worker. */
const leastShareLeft = 0.1;

/**
 * A bounded queue before one worker. A question that finds the queue full, or half full of its own sender’s, is
 * refused at once; one whose time runs out while it waits or is answered is refused then, and the worker that was
 * at it is ended and replaced. Every question is answered or refused, once.
 */
export class Lane<Task, Answer> {
  readonly #spec: LaneSpec;
  readonly #start: () => Worker<Task, Answer>;
  readonly #queue: Waiting<Task, Answer>[] = [];
  #worker: Worker<Task, Answer> | undefined;
  #isAnswering = false;
  #isClosed = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(spec: LaneSpec, start: () => Worker<Task, Answer>) {
    this.#spec = spec;
    this.#start = start;
    this.#getReady();
  }

  /**
   * @param from who asks: nobody may fill the queue alone
   * @param gone when the asker is: a question that still waits is then not answered
   * @throws Problem `busy` or `took-too-long`; WorkerEnded
   */
  ask(task: Task, from: string, gone?: AbortSignal): Promise<Answer> {
    const { waiting, milliseconds } = this.#spec;
    const own = this.#queue.filter((one) => one.from === from).length;
    if (this.#isClosed || gone?.aborted || this.#queue.length >= waiting || own >= Math.ceil(waiting / 2))
      return Promise.reject(new Problem('busy'));
    return new Promise((done, fail) => {
      const one = { task, from, deadline: Date.now() + milliseconds, done, fail };
      const late = setTimeout(() => this.#refuseWaiting(one), milliseconds);
      const leave = () => this.#refuseWaiting(one);
      gone?.addEventListener('abort', leave, { once: true });
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(late);
          gone?.removeEventListener('abort', leave);
          settle(value);
        };
      Object.assign(one, { done: settled(done), fail: settled(fail) });
      this.#queue.push(one);
      void this.#goOn();
    });
  }

  /** Refuses all that wait, and ends the worker. */
  close(): void {
    this.#isClosed = true;
    for (const { fail } of this.#queue.splice(0)) fail(new Problem('busy'));
    this.#letGo();
  }

  async #goOn(): Promise<void> {
    if (this.#isAnswering) return;
    const next = this.#next();
    if (!next) return this.#rest();
    this.#isAnswering = true;
    clearTimeout(this.#idle);
    await this.#answer(next);
    this.#isAnswering = false;
    void this.#goOn();
  }

  /** The first with time enough to be answered; those before it are refused. */
  #next(): Waiting<Task, Answer> | undefined {
    for (;;) {
      const next = this.#queue.shift();
      const isInTime = !next || next.deadline - Date.now() >= this.#spec.milliseconds * leastShareLeft;
      if (isInTime) return next;
      next.fail(new Problem('busy'));
    }
  }

  async #answer({ task, deadline, done, fail }: Waiting<Task, Answer>): Promise<void> {
    // One that stood ready may have ended since.
    const worker = this.#worker?.isUsable ? this.#worker : this.#start();
    this.#worker = worker;
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      worker.end();
    }, deadline - Date.now());
    try {
      done(await worker.answer(task));
    } catch (error) {
      fail(isLate ? new Problem('took-too-long') : error);
    } finally {
      clearTimeout(limit);
    }
    if (worker.isUsable) return;
    this.#letGo();
    this.#getReady();
  }

  #getReady(): void {
    if (this.#spec.isReady && !this.#isClosed) this.#worker = this.#start();
  }

  #refuseWaiting(one: Waiting<Task, Answer>): void {
    const place = this.#queue.indexOf(one);
    if (place === -1) return;
    this.#queue.splice(place, 1);
    one.fail(new Problem('busy'));
  }

  #rest(): void {
    if (this.#isClosed || !this.#worker || this.#spec.isReady) return;
    this.#idle = setTimeout(() => this.#letGo(), this.#spec.idleMilliseconds);
    this.#idle.unref();
  }

  #letGo(): void {
    clearTimeout(this.#idle);
    this.#worker?.end();
    this.#worker = undefined;
  }
}

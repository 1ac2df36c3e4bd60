import { Worker } from 'node:worker_threads';
import type { PartMaker, TrainingPart } from '../../../models/risk/make-part.ts';
import type { RiskStudy } from '../../../models/risk/prepare-study.ts';
import type { TrainingSettings } from '../../../models/risk/training-settings.ts';

/** The study as it goes to a thread: its numbers lie in memory that all threads read. */
export interface OpenedStudy {
  readonly study: RiskStudy;
  readonly settings: TrainingSettings;
}

/** What a thread is told. */
export type ToTrainer =
  | { readonly opened: OpenedStudy; readonly id: number }
  | { readonly closed: number }
  | { readonly part: TrainingPart; readonly of: number };

/** What a thread says: it makes one part at a time. */
export type FromTrainer = { readonly numbers: Float32Array } | { readonly failed: unknown };

interface WaitingPart {
  readonly part: TrainingPart;
  readonly of: number;
  readonly done: (numbers: Float32Array) => void;
  readonly fail: (error: unknown) => void;
}

interface Trainer {
  readonly worker: Worker;
  isOver: boolean;
  making: WaitingPart | undefined;
}

/** A study that threads work on. */
export interface StudyAtWork {
  readonly make: PartMaker;
  close(): void;
}

/** Where a thread starts, how many there are, and for which trainings. */
export interface WorkerSettings {
  /** A module that answers as `answerTrainings` does. */
  readonly entry: string;
  readonly count: number;
  /** A training of fewer rows is over nearly as soon as threads have started. */
  readonly leastRows: number;
}

/**
 * Threads that make parts of trainings side by side, each with numerics of its own. They are started by the first
 * training and wait for the next one; the process may end meanwhile.
 */
export class TrainingWorkers {
  readonly #settings: WorkerSettings;
  readonly #opened = new Map<number, OpenedStudy>();
  #trainers: Trainer[] = [];
  #waiting: WaitingPart[] = [];
  #studies = 0;

  constructor(settings: WorkerSettings) {
    this.#settings = settings;
  }

  /** Lets all threads work on a study. */
  open(study: RiskStudy, settings: TrainingSettings): StudyAtWork {
    const id = this.#studies++;
    const opened = { study: inSharedMemory(study), settings };
    this.#opened.set(id, opened);
    while (this.#trainers.length < this.#settings.count) this.#start();
    for (const { worker } of this.#trainers) worker.postMessage({ opened, id } satisfies ToTrainer);
    return {
      make: (part) =>
        new Promise((done, fail) => {
          this.#waiting.push({ part, of: id, done, fail });
          this.#handOut();
        }),
      close: () => {
        this.#opened.delete(id);
        this.#waiting = this.#waiting.filter((one) => one.of !== id);
        for (const { worker } of this.#trainers) worker.postMessage({ closed: id } satisfies ToTrainer);
      },
    };
  }

  #start(): void {
    // what it would print goes nowhere: each thread that prints with the process listens to the process’s streams
    const worker = new Worker(this.#settings.entry, { execArgv: [], stdout: true, stderr: true });
    const trainer: Trainer = { worker, isOver: false, making: undefined };
    worker.unref();
    worker.on('message', (said: FromTrainer) => {
      const made = trainer.making!;
      trainer.making = undefined;
      worker.unref();
      // what was made for a training that has failed meanwhile is for nobody
      if (!this.#opened.has(made.of)) return this.#handOut();
      if ('numbers' in said) made.done(said.numbers);
      else made.fail(said.failed);
      this.#handOut();
    });
    const end = (error: unknown) => {
      this.#trainers = this.#trainers.filter((one) => one !== trainer);
      trainer.isOver = true;
      trainer.making?.fail(error);
      if (this.#trainers.length > 0) return this.#handOut();
      for (const one of this.#waiting.splice(0)) one.fail(error);
    };
    worker.once('error', end);
    worker.once('exit', () => trainer.isOver || end(new Error('training: a thread ended before its time')));
    for (const [id, opened] of this.#opened) worker.postMessage({ opened, id } satisfies ToTrainer);
    this.#trainers.push(trainer);
  }

  #handOut(): void {
    for (const trainer of this.#trainers) {
      if (trainer.making) continue;
      const next = this.#waiting.shift();
      if (!next) return;
      trainer.making = next;
      trainer.worker.ref();
      trainer.worker.postMessage({ part: next.part, of: next.of } satisfies ToTrainer);
    }
  }
}

/** Only what parts are made from, with columns that no thread copies. */
function inSharedMemory({
  predictors,
  followUp,
  person,
  landmark,
  horizons,
  groups,
  seed,
}: RiskStudy): RiskStudy {
  return {
    predictors: { ...predictors, columns: predictors.columns.map(shared) },
    followUp: { time: shared(followUp.time), event: shared(followUp.event) },
    person: shared(person),
    ...(landmark && { landmark: shared(landmark) }),
    horizons,
    groups,
    seed,
  };
}

function shared<Numbers extends Float64Array | Uint8Array | Int32Array>(numbers: Numbers): Numbers {
  const Kind = numbers.constructor as new (buffer: SharedArrayBuffer) => Numbers;
  const copy = new Kind(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}

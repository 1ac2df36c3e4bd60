import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lane, type LaneSpec, type Worker, WorkerEnded } from '../../../runner/serve/lane.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers when it is told to; knows what it was given, and may be ended. */
class HandWorker implements Worker<string, string> {
  isUsable = true;
  readonly given: string[] = [];
  #settle: { done: (answer: string) => void; fail: (error: unknown) => void } | undefined;

  answer(task: string): Promise<string> {
    this.given.push(task);
    return new Promise((done, fail) => {
      this.#settle = { done, fail };
    });
  }

  end(): void {
    this.isUsable = false;
    this.#settle?.fail(new WorkerEnded('ended'));
  }

  async say(answer: string): Promise<void> {
    this.#settle!.done(answer);
    await vi.advanceTimersByTimeAsync(0);
  }
}

const usual: LaneSpec = { waiting: 4, milliseconds: 1_000, idleMilliseconds: 5_000 };

function laneOf(spec: Partial<LaneSpec> = {}) {
  const workers: HandWorker[] = [];
  const lane = new Lane<string, string>({ ...usual, ...spec }, () => {
    workers.push(new HandWorker());
    return workers.at(-1)!;
  });
  /** Asks, and keeps what came of it. */
  const ask = (task: string, from = task, gone?: AbortSignal) => {
    const outcome = { is: 'open' };
    lane.ask(task, from, gone).then(
      (answer) => {
        outcome.is = answer;
      },
      (error: { code: string }) => {
        outcome.is = error.code;
      },
    );
    return outcome;
  };
  return { lane, ask, workers };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a lane', () => {
  it('answers one question after the other, in the order in which they came', async () => {
    const { ask, workers } = laneOf();
    const [one, two] = [ask('one'), ask('two')];
    await settle();
    expect(workers.map(({ given }) => given)).toEqual([['one']]);
    await workers[0]!.say('first');
    await workers[0]!.say('second');
    expect([one.is, two.is, workers.length]).toEqual(['first', 'second', 1]);
  });

  it('refuses at once what finds the queue full, and takes more when there is room', async () => {
    const { ask, workers } = laneOf();
    const asked = ['1', '2', '3', '4', '5', '6'].map((task) => ask(task));
    await settle();
    expect(asked.map(({ is }) => is)).toEqual(['open', 'open', 'open', 'open', 'open', 'busy']);
    await workers[0]!.say('answered');
    const seventh = ask('7');
    await settle();
    expect([asked[0]!.is, seventh.is]).toEqual(['answered', 'open']);
  });

  it('lets nobody fill the queue alone', async () => {
    const { ask } = laneOf();
    const own = ['1', '2', '3', '4'].map((task) => ask(task, 'greedy'));
    const other = ask('5', 'other');
    await settle();
    expect(own.map(({ is }) => is)).toEqual(['open', 'open', 'open', 'busy']);
    expect(other.is).toBe('open');
  });

  it('refuses in time what waited too long, and ends the worker that was too long at one', async () => {
    const { ask, workers } = laneOf();
    const [long, waiting] = [ask('long'), ask('waiting')];
    await vi.advanceTimersByTimeAsync(500);
    const later = ask('later');
    await vi.advanceTimersByTimeAsync(499);
    expect([long.is, waiting.is, later.is]).toEqual(['open', 'open', 'open']);
    await vi.advanceTimersByTimeAsync(1);
    expect(long.is).toBe('took-too-long');
    expect(waiting.is).toBe('busy');
    expect([workers[0]!.isUsable, workers[1]!.given]).toEqual([false, ['later']]);
    await workers[1]!.say('answered');
    expect(later.is).toBe('answered');
  });

  it('does not begin what has too little time left, as it would cost those behind a worker', async () => {
    const { ask, workers } = laneOf();
    const [first, second] = [ask('first'), ask('second')];
    await vi.advanceTimersByTimeAsync(500);
    const third = ask('third');
    await vi.advanceTimersByTimeAsync(401);
    await workers[0]!.say('answered');
    expect([first.is, second.is, third.is]).toEqual(['answered', 'busy', 'open']);
    expect(workers[0]!.given).toEqual(['first', 'third']);
  });

  it('answers those behind by another worker when one dies', async () => {
    const { ask, workers } = laneOf();
    const [fatal, next] = [ask('fatal'), ask('next')];
    await settle();
    workers[0]!.end();
    await settle();
    await workers[1]!.say('answered');
    expect([fatal.is, next.is]).toEqual(['worker-ended', 'answered']);
  });

  it('does not answer who is not there any more', async () => {
    const { ask, workers } = laneOf();
    const controller = new AbortController();
    ask('first');
    const left = ask('left', 'left', controller.signal);
    const last = ask('last');
    controller.abort();
    await settle();
    expect(left.is).toBe('busy');
    await workers[0]!.say('one');
    await workers[0]!.say('two');
    expect([workers[0]!.given, last.is]).toEqual([['first', 'last'], 'two']);
  });

  it('lets an idle worker go, and not one that is asked again', async () => {
    const { ask, workers } = laneOf();
    ask('one');
    await settle();
    await workers[0]!.say('answered');
    await vi.advanceTimersByTimeAsync(4_000);
    ask('two');
    await settle();
    await vi.advanceTimersByTimeAsync(900);
    await workers[0]!.say('answered');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(workers[0]!.isUsable).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers.map(({ isUsable }) => isUsable)).toEqual([false]);
  });

  it('has a worker ready where it shall, and another when that one is of no more use', async () => {
    const { ask, workers, lane } = laneOf({ isReady: true });
    expect(workers.length).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    ask('one');
    await settle();
    workers[0]!.isUsable = false;
    await workers[0]!.say('answered, and grown large');
    expect(workers.length).toBe(2);
    workers[1]!.end();
    ask('two');
    await settle();
    expect([workers.length, workers[2]!.given]).toEqual([3, ['two']]);
    lane.close();
    expect(workers.every(({ isUsable }) => !isUsable)).toBe(true);
  });

  it('answers or refuses every question once when it is closed', async () => {
    const { ask, lane, workers } = laneOf();
    const [one, two] = [ask('one'), ask('two')];
    await settle();
    lane.close();
    await settle();
    expect([one.is, two.is, ask('three').is]).toEqual(['worker-ended', 'busy', 'open']);
    expect(workers.length).toBe(1);
  });
});

import { ExecutionAlreadyExists, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectJobRequests } from '../../../functions/adapters/objects/object-job-requests.ts';
import { StateMachineRequests } from '../../../functions/adapters/sfn/state-machine-requests.ts';
import { TrainJob } from '../../../functions/core/jobs.ts';

const machine = 'arn:aws:states:eu-north-1:123456789012:stateMachine:ennakko-retraining';

/** As Step Functions answers: a name is taken for good; where the execution goes on, its own input is no other. */
function stepFunctions(isRunning: boolean) {
  const begun = new Map<string, string>();
  return {
    send: async (command: unknown) => {
      if (command instanceof StartExecutionCommand) {
        const { name, input } = command.input as { name: string; input: string };
        const before = begun.get(name);
        if (before !== undefined && !(isRunning && before === input))
          throw new ExecutionAlreadyExists({ message: 'taken', $metadata: {} });
        begun.set(name, input);
        return { executionArn: `${machine}:${name}` };
      }
      throw new Error('another command');
    },
  } as never;
}

const job = (seed: number) => ({
  programme: 'older-people',
  seed,
  maximumRows: 200_000,
  requester: { id: 'k-1', role: 'knowledge-manager', unit: 'knowledge-management' } as const,
});

describe('requests for a new model kept as objects', () => {
  it('are known when they come again under their id, and refused when they are others', async () => {
    const requests = new ObjectJobRequests(new MemoryObjects(), TrainJob);
    expect(await requests.request('r-1', job(1))).toBe(true);
    expect(await requests.request('r-1', job(1))).toBe(false);
    await expect(requests.request('r-1', job(2))).rejects.toMatchObject({ code: 'job-id-taken' });
    expect(await requests.request('r-2', job(2))).toBe(true);
  });
});

describe('requests that wait', () => {
  it('wait until a run has answered them, and are then known still', async () => {
    const requests = new ObjectJobRequests(new MemoryObjects(), TrainJob);
    await requests.request('r-2', job(2));
    await requests.request('r-1', job(1));
    expect(await requests.waiting()).toEqual([
      { id: 'r-1', job: job(1) },
      { id: 'r-2', job: job(2) },
    ]);
    await requests.answer('r-1', { run: 'run-a' });
    await requests.answer('r-1', { run: 'run-b' });
    expect((await requests.waiting()).map(({ id }) => id)).toEqual(['r-2']);
    expect(await requests.request('r-1', job(1))).toBe(false);
  });
});

describe('a state machine', () => {
  it('that is running the same request is not begun twice', async () => {
    const requests = new StateMachineRequests(machine, stepFunctions(true));
    await requests.request('r-1', job(1));
    await expect(requests.request('r-1', job(2))).rejects.toMatchObject({ code: 'job-id-taken' });
    expect(await requests.request('r-1', job(1))).toBe(true);
  });

  it('that has ended keeps its id', async () => {
    const requests = new StateMachineRequests(machine, stepFunctions(false));
    expect(await requests.request('r-1', job(1))).toBe(true);
    await expect(requests.request('r-1', job(1))).rejects.toMatchObject({ code: 'job-id-taken' });
    expect(await requests.request('r-2', job(1))).toBe(true);
  });

  it('that cannot be asked fails without a word of the request', async () => {
    const requests = new StateMachineRequests(machine, {
      send: async () => {
        throw Object.assign(new Error('k-1 may not'), { name: 'AccessDeniedException' });
      },
    } as never);
    await expect(requests.request('r-1', job(1))).rejects.toThrow(/^job: not begun: AccessDeniedException$/);
  });
});

import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { programmes } from '../../data-contracts/programmes/index.ts';
import {
  ClientMonthsJob,
  ErasureJob,
  FindJob,
  IngestJob,
  PublishJob,
  RotationJob,
  ShardJob,
  TrainJob,
} from '../../functions/core/jobs.ts';
import { InputsChanged } from '../../functions/core/publish-once.ts';
import { ShardsMissing } from '../../functions/core/risk/score-shards.ts';
import { TooLittleToLearnFrom } from '../../functions/core/risk/training-plan.ts';
import { ScoringRefused } from '../../functions/core/risk/who-may-be-scored.ts';
import { TrainingRefused } from '../../functions/core/risk/who-may-train.ts';
import { textOf } from './iam.ts';
import { county, ofType } from './synthesised.ts';

// a standard function of Node 22 that the interpreter relies on
(Promise as { withResolvers?: unknown }).withResolvers ??= () => {
  let settle: unknown[] = [];
  const promise = new Promise((...both) => {
    settle = both;
  });
  return { promise, resolve: settle[0], reject: settle[1] };
};
const { StateMachine } = await import('aws-local-stepfunctions');

type Definition = ConstructorParameters<typeof StateMachine>[0];

function definitionOf(name: string): Definition {
  const [, { Properties }] = ofType(county.service, 'AWS::StepFunctions::StateMachine').find(
    ([, machine]) => machine.Properties.StateMachineName === `ennakko-test-${name}`,
  )!;
  return JSON.parse(textOf(Properties.DefinitionString).replaceAll(/<(\w+)>/g, arnOf));
}

const arnOf = (_: string, id: string) => `arn:aws:lambda:eu-north-1:123456789012:function:${id}`;

interface Call {
  readonly step: string;
  readonly event: unknown;
}

/** Runs a machine with its steps as functions here, pauses left out; what each was given, in order. */
async function run(name: string, input: object, steps: Record<string, (attempt: number) => void> = {}) {
  const calls: Call[] = [];
  const names = [
    'Take in deliveries',
    'Make client-months',
    'Score',
    'Publish scores',
    'Find hidden demand',
    'Train',
    'Train in a container',
    'Erase',
    'Rotate keys',
    'Anchor',
    'Tell the anchor',
  ];
  const handler =
    (step: string) => (given: { Payload?: unknown; Overrides?: unknown; Message?: unknown }) => {
      calls.push({ step, event: given.Payload ?? given.Overrides ?? given.Message });
      steps[step]?.(calls.filter((call) => call.step === step).length);
      return { Payload: { anchor: 'signed' } };
    };
  const machine = new StateMachine(definitionOf(name), { validationOptions: { noValidate: true } });
  const { result } = machine.run(input as never, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(names.map((step) => [step, handler(step)])) as never,
      retryIntervalOverrides: Object.fromEntries(names.map((step) => [step, 0])),
    },
  });
  const ended = await result.then(
    () => 'succeeded' as const,
    () => 'failed' as const,
  );
  return { calls, ended };
}

const fail = (name: string) => {
  throw Object.assign(new Error('injected'), { name });
};

describe('a state machine’s definition', () => {
  for (const name of ['nightly', 'retraining', 'erasure', 'key-rotation', 'anchoring']) {
    it(`${name} is of the States Language`, () => {
      const { isValid, errorsText } = validate(definitionOf(name), {
        checkArn: true,
        checkPaths: true,
      });
      expect(errorsText('; ')).toBe('');
      expect(isValid).toBe(true);
    });
  }
});

describe('the nightly run', () => {
  const input = { programmes: Object.keys(programmes) };
  const one = { programmes: input.programmes.slice(0, 1) };

  it('takes in, then for each programme makes client-months, scores every shard once, publishes, and finds hidden demand', async () => {
    const { calls, ended } = await run('nightly', input);
    expect(ended).toBe('succeeded');
    expect(IngestJob.parse(calls[0]?.event)).toEqual({});
    const perProgramme = calls.slice(1);
    for (const [at, programme] of input.programmes.entries()) {
      const own = perProgramme.slice(at * 19, (at + 1) * 19);
      expect(own.map(({ step }) => step)).toEqual([
        'Make client-months',
        ...Array.from({ length: 16 }, () => 'Score'),
        'Publish scores',
        'Find hidden demand',
      ]);
      expect(ClientMonthsJob.parse(own[0]?.event)).toMatchObject({ programme });
      const scored = own.slice(1, 17).map(({ event }) => event as { shard: number; shards: number });
      for (const event of scored) expect(ShardJob.parse(event)).toMatchObject({ programme });
      expect(scored.map(({ shard }) => shard).sort((one, other) => one - other)).toEqual([
        ...Array(16).keys(),
      ]);
      expect(new Set(scored.map(({ shards }) => shards))).toEqual(new Set([16]));
      expect(PublishJob.parse(own.at(-2)?.event)).toEqual({ programme, shards: 16 });
      expect(FindJob.parse(own.at(-1)?.event)).toEqual({ programme });
    }
  });

  it('tries a step again that fails, and publishes nothing when a shard keeps failing', async () => {
    const once = await run('nightly', input, {
      Score: (attempt) => (attempt === 1 ? fail('ThrottlingException') : undefined),
    });
    expect(once.ended).toBe('succeeded');
    const always = await run('nightly', input, { Score: () => fail('Error') });
    expect(always.ended).toBe('failed');
    expect(always.calls.filter(({ step }) => step === 'Publish scores')).toEqual([]);
  });

  const { code: shardsMissing } = new ShardsMissing('');
  const { code: inputsChanged } = new InputsChanged('');

  it('scores every shard anew when what it scores from was published anew meanwhile', async () => {
    const { calls, ended } = await run('nightly', one, {
      // the model was published anew just after: asked again, nothing is scored from what is there now
      'Publish scores': (attempt) =>
        attempt < 3 ? fail(attempt === 1 ? inputsChanged : shardsMissing) : undefined,
    });
    expect(ended).toBe('succeeded');
    const counts = ['Make client-months', 'Score', 'Publish scores'].map(
      (step) => calls.filter((call) => call.step === step).length,
    );
    expect(counts).toEqual([1, 2 * 16, 3]);
    const scored = calls.filter(({ step }) => step === 'Score').map(({ event }) => JSON.stringify(event));
    expect(new Set(scored).size).toBe(16);
  });

  it('gives up, and raises an alarm, when that never ends', async () => {
    const { calls, ended } = await run('nightly', one, { 'Publish scores': () => fail(shardsMissing) });
    expect(ended).toBe('failed');
    expect(calls.filter(({ step }) => step === 'Publish scores')).toHaveLength(3);
  });

  it('does not ask again where nobody may be profiled', async () => {
    const { code } = new ScoringRefused('no-legal-basis');
    const { calls, ended } = await run('nightly', one, { Score: () => fail(code) });
    expect(ended).toBe('failed');
    const shards = calls.filter(({ step }) => step === 'Score').map(({ event }) => JSON.stringify(event));
    expect(new Set(shards).size).toBe(shards.length);
  });
});

describe('a job of which as many run as may', () => {
  it('waits for another run of it, and is then done', async () => {
    const { calls, ended } = await run(
      'nightly',
      { programmes: [] },
      {
        'Take in deliveries': (attempt) =>
          attempt < 30 ? fail('Lambda.TooManyRequestsException') : undefined,
      },
    );
    expect([ended, calls.length]).toEqual(['succeeded', 30]);
  });
});

describe('the retraining', () => {
  const input = { programme: 'older-people', seed: 1, maximumRows: 300_000 };

  it('makes client-months and trains on them, as the schedule says', async () => {
    const { calls, ended } = await run('retraining', input);
    expect(ended).toBe('succeeded');
    expect(calls.map(({ step }) => step)).toEqual(['Make client-months', 'Train']);
    expect(TrainJob.parse(calls[1]?.event)).toMatchObject(input);
  });

  it('goes on where it was when a Lambda’s time is over', async () => {
    const { calls, ended } = await run('retraining', input, {
      Train: (attempt) => (attempt < 4 ? fail('Sandbox.Timedout') : undefined),
    });
    expect(ended).toBe('succeeded');
    const trained = calls.filter(({ step }) => step === 'Train');
    expect(trained).toHaveLength(4);
    expect(new Set(trained.map(({ event }) => JSON.stringify(event))).size).toBe(1);
  });

  for (const reason of ['Sandbox.Timedout', 'Runtime.OutOfMemory']) {
    it(`moves to a container, with the same job, when Lambdas end with ${reason}`, async () => {
      const { calls, ended } = await run('retraining', input, { Train: () => fail(reason) });
      expect(ended).toBe('succeeded');
      const { ContainerOverrides } = calls.at(-1)!.event as {
        ContainerOverrides: { Environment: { Name: string; Value: string }[] }[];
      };
      const [job] = ContainerOverrides[0]!.Environment;
      expect(job?.Name).toBe('ENNAKKO_JOB');
      expect(TrainJob.parse(JSON.parse(job!.Value))).toMatchObject(input);
    });
  }

  it.each([
    ['there is nothing to learn from', new TooLittleToLearnFrom('').code],
    ['nobody’s data may be learnt from', new TrainingRefused('no-legal-basis').code],
  ])('fails at once, and takes no container, when %s', async (_, code) => {
    const { calls, ended } = await run('retraining', input, { Train: () => fail(code) });
    expect(ended).toBe('failed');
    expect(calls.map(({ step }) => step)).toEqual(['Make client-months', 'Train']);
  });
});

describe('the anchoring', () => {
  it('signs the audit log’s end and tells what was signed', async () => {
    const { calls, ended } = await run('anchoring', {});
    expect(ended).toBe('succeeded');
    expect(calls).toEqual([
      { step: 'Anchor', event: {} },
      { step: 'Tell the anchor', event: 'signed' },
    ]);
  });

  it('fails at once, and raises an alarm, when the log is not as it was anchored', async () => {
    const { calls, ended } = await run('anchoring', {}, { Anchor: () => fail('audit-log-not-as-anchored') });
    expect([ended, calls.length]).toEqual(['failed', 1]);
  });
});

describe('what the data-protection officer asks for', () => {
  const requester = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' };
  const client = 'c0ffee0dc0ffee0dc0ffee0dc0ffee00';

  it('is one job, with what was asked and no more', async () => {
    const erased = await run('erasure', { client, requester });
    expect(erased).toMatchObject({ ended: 'succeeded', calls: [{ step: 'Erase' }] });
    expect(ErasureJob.strict().parse(erased.calls[0]!.event)).toEqual({ client, requester });
    const rotated = await run('key-rotation', { requester });
    expect(rotated).toMatchObject({ ended: 'succeeded', calls: [{ step: 'Rotate keys' }] });
    expect(RotationJob.strict().parse(rotated.calls[0]!.event)).toEqual({ requester });
  });

  it('goes on where it was when a Lambda’s time is over or another published first', async () => {
    const cut = ['Sandbox.Timedout', 'publication-conflict'];
    const { calls, ended } = await run(
      'erasure',
      { client, requester },
      {
        Erase: (attempt) => (cut[attempt - 1] ? fail(cut[attempt - 1]!) : undefined),
      },
    );
    expect([ended, calls.length]).toEqual(['succeeded', 3]);
  });

  it('is not tried again where there is nothing to carry out', async () => {
    const { calls, ended } = await run(
      'erasure',
      { client, requester },
      {
        Erase: () => fail('no-erasure-request'),
      },
    );
    expect([ended, calls.length]).toEqual(['failed', 1]);
  });
});

import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { JitterType, JsonPath, TaskInput, type TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** How Step Functions names a Lambda that was stopped at its longest time. */
export const stoppedAtItsTime = ['Sandbox.Timedout', 'Lambda.Unknown', 'States.Timeout'];

/** As many of a Lambda run as may: another run of the job is at work, and this one waits some hours for it. */
const atItsLimit = ['Lambda.TooManyRequestsException'];

/** Errors of jobs that no trial mends: what was asked, what was delivered, or how it was set up is not as it must be. */
const stays = [
  'invalid-job',
  'unknown-programme',
  'nothing-published',
  'too-little-coverage',
  'too-little-to-learn-from',
  'scoring-refused',
  'training-refused',
  'shards-missing',
  'bad-catalogue',
  'ambiguous-unit-cost',
  'bad-environment',
  'access-refused',
  'no-erasure-request',
  'audit-log-not-as-anchored',
  'audit-log-damaged',
];

/**
 * One job of the service as a step. Every job begins again where it was and ends in the same bytes, so that a
 * step is tried again whatever happened: at once when its time was over, with a growing pause when it failed, not at all when that cannot help.
 * @param resultPath where what it hands on is put; nowhere unless told
 * @param rounds how many times the longest time of a Lambda may be needed
 */
export function jobStep(
  scope: Construct,
  id: string,
  lambda: IFunction,
  event: Record<string, unknown>,
  rounds = 4,
  resultPath: string = JsonPath.DISCARD,
): TaskStateBase {
  return new LambdaInvoke(scope, id, {
    lambdaFunction: lambda,
    payload: TaskInput.fromObject(event),
    resultPath,
    retryOnServiceExceptions: false,
  })
    .addRetry({ errors: stays, maxAttempts: 0 })
    .addRetry({
      errors: stoppedAtItsTime,
      interval: Duration.seconds(1),
      backoffRate: 1,
      maxAttempts: rounds - 1,
    })
    .addRetry({
      errors: atItsLimit,
      interval: Duration.seconds(30),
      backoffRate: 1.5,
      maxAttempts: 40,
      maxDelay: Duration.minutes(10),
    })
    .addRetry({
      errors: ['States.ALL'],
      interval: Duration.seconds(10),
      backoffRate: 3,
      maxAttempts: 4,
      maxDelay: Duration.minutes(10),
      jitterStrategy: JitterType.FULL,
    });
}

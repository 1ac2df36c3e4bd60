import { TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { CountySettings } from '../settings.ts';

/** When the machines start by themselves; a start that could not be made waits in a queue that raises an alarm. */
export class Schedules extends Construct {
  readonly missedStarts: Queue;

  constructor(
    scope: Construct,
    id: string,
    settings: CountySettings,
    machines: Readonly<Record<'nightly' | 'retraining' | 'anchoring', IStateMachine>>,
  ) {
    super(scope, id);
    const { programmes, training } = settings;
    this.missedStarts = new Queue(this, 'MissedStarts', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    this.#start('Nightly', settings.nightly, machines.nightly, { programmes });
    for (const programme of programmes) {
      this.#start(`Retraining ${programme}`, settings.retraining, machines.retraining, {
        programme,
        ...training,
      });
    }
    this.#start('Anchoring', settings.anchoring, machines.anchoring, {});
  }

  #start(id: string, expression: string, machine: IStateMachine, input: Record<string, unknown>): void {
    new Schedule(this, id, {
      schedule: expression.startsWith('rate')
        ? ScheduleExpression.expression(expression)
        : ScheduleExpression.expression(expression, TimeZone.EUROPE_HELSINKI),
      target: new StepFunctionsStartExecution(machine, {
        input: ScheduleTargetInput.fromObject(input),
        deadLetterQueue: this.missedStarts,
      }),
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import {
  DefinitionBody,
  IntegrationPattern,
  JsonPath,
  type TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { EcsFargateLaunchTarget, EcsRunTask } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { CountySettings } from '../settings.ts';
import type { ContainerJob } from './container-job.ts';
import type { Functions } from './functions.ts';
import { jobStep, stoppedAtItsTime } from './job-step.ts';
import { ServiceMachine } from './service-machine.ts';

/** So often a training goes on in a Lambda, from its checkpoint, before it is moved to the container. */
const lambdaRounds = 8;

/** How Step Functions names a Lambda that ran out of memory. */
const outOfMemory = ['Runtime.ExitError', 'Runtime.OutOfMemory'];

/** A programme's client-months, and a model trained and judged on them. Its input is the job of training. */
export class Retraining extends Construct {
  readonly machine: ServiceMachine;

  constructor(
    scope: Construct,
    id: string,
    settings: CountySettings,
    functions: Functions,
    container: ContainerJob,
  ) {
    super(scope, id);
    const job = JsonPath.objectAt('$');
    const programme = JsonPath.stringAt('$.programme');
    const train = jobStep(
      this,
      'Train',
      functions.byName.train,
      {
        programme,
        seed: JsonPath.numberAt('$.seed'),
        maximumRows: JsonPath.numberAt('$.maximumRows'),
      },
      lambdaRounds,
    ).addCatch(this.#inContainer(container, JsonPath.jsonToString(job)), {
      errors: [...stoppedAtItsTime, ...outOfMemory],
      resultPath: JsonPath.DISCARD,
    });
    const start = jobStep(this, 'Make client-months', functions.byName['client-months'], { programme });
    const definition = DefinitionBody.fromChainable(start.next(train));
    this.machine = new ServiceMachine(this, 'Machine', {
      settings,
      key: functions.logKey,
      name: 'retraining',
      definition,
      lambdas: [functions.byName['client-months'], functions.byName.train],
      statements: container.runStatements(),
    });
  }

  #inContainer({ cluster, task, containerName, securityGroup }: ContainerJob, job: string): TaskStateBase {
    return new EcsRunTask(this, 'Train in a container', {
      cluster,
      taskDefinition: task,
      launchTarget: new EcsFargateLaunchTarget(),
      assignPublicIp: true,
      subnets: { subnetType: SubnetType.PUBLIC },
      securityGroups: [securityGroup],
      integrationPattern: IntegrationPattern.RUN_JOB,
      containerOverrides: [
        {
          containerDefinition: task.findContainer(containerName)!,
          environment: [{ name: 'ENNAKKO_JOB', value: job }],
        },
      ],
      taskTimeout: Timeout.duration(Duration.hours(12)),
      resultPath: JsonPath.DISCARD,
    }).addRetry({ errors: ['States.ALL'], interval: Duration.minutes(1), backoffRate: 3, maxAttempts: 3 });
  }
}

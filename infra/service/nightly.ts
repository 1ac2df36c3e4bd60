import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  Chain,
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  Map as EachOf,
  Fail,
  type IChainable,
  JsonPath,
  Pass,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { machineArnOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import type { Functions } from './functions.ts';
import { jobStep } from './job-step.ts';
import { executionsOf, ServiceMachine } from './service-machine.ts';

/** How often a programme is scored in a night, where a model or client-months are published anew meanwhile. */
const scoringRounds = 3;

/** Deliveries are taken in; then, for each programme, client-months, every shard's scores, their publishing, and hidden demand. */
export class Nightly extends Construct {
  readonly machine: ServiceMachine;

  constructor(scope: Construct, id: string, settings: CountySettings, functions: Functions) {
    super(scope, id);
    const eachProgramme = new EachOf(this, 'Each programme', {
      itemsPath: '$.programmes',
      itemSelector: { programme: JsonPath.stringAt('$$.Map.Item.Value'), round: 1 },
      maxConcurrency: 1,
      resultPath: JsonPath.DISCARD,
    }).itemProcessor(this.#programme(settings, functions));
    const start = jobStep(this, 'Take in deliveries', functions.byName.ingest, {}, 16).next(eachProgramme);
    const { byName } = functions;
    this.machine = new ServiceMachine(this, 'Machine', {
      settings,
      key: functions.logKey,
      name: 'nightly',
      definition: DefinitionBody.fromChainable(start),
      lambdas: [
        byName.ingest,
        byName['client-months'],
        byName.score,
        byName.publish,
        byName['find-hidden-demand'],
      ],
      statements: [
        new PolicyStatement({
          actions: ['states:StartExecution'],
          resources: [machineArnOf(settings, 'nightly')],
        }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: executionsOf(settings, 'nightly', 'shards'),
        }),
      ],
    });
  }

  #programme({ shards, scoringConcurrency }: CountySettings, { byName }: Functions): IChainable {
    const programme = JsonPath.stringAt('$.programme');
    const eachShard = new DistributedMap(this, 'Each shard', {
      label: 'shards',
      itemsPath: '$.shards',
      itemSelector: { programme, shard: JsonPath.numberAt('$$.Map.Item.Value'), shards },
      maxConcurrency: scoringConcurrency,
      toleratedFailurePercentage: 0,
      resultPath: JsonPath.DISCARD,
    }).itemProcessor(
      jobStep(this, 'Score', byName.score, {
        programme,
        shard: JsonPath.numberAt('$.shard'),
        shards: JsonPath.numberAt('$.shards'),
      }),
    );
    const round = JsonPath.numberAt('$.round');
    const divide = new Pass(this, 'Divide into shards', {
      parameters: { programme, round, shards: JsonPath.arrayRange(0, shards - 1, 1) },
    });
    const publish = jobStep(this, 'Publish scores', byName.publish, { programme, shards }).addCatch(
      this.#scoreAnew(divide),
      // some shards are of what was current before: a training or an erasure has ended meanwhile
      { errors: ['shards-missing', 'inputs-changed'], resultPath: JsonPath.DISCARD },
    );
    return Chain.start(jobStep(this, 'Make client-months', byName['client-months'], { programme }))
      .next(divide)
      .next(eachShard)
      .next(publish)
      .next(jobStep(this, 'Find hidden demand', byName['find-hidden-demand'], { programme }));
  }

  #scoreAnew(divide: Pass): IChainable {
    const parameters = {
      programme: JsonPath.stringAt('$.programme'),
      round: JsonPath.mathAdd(JsonPath.numberAt('$.round'), 1),
    };
    const count = new Pass(this, 'Score from what is there now', { parameters });
    return Chain.start(
      new Choice(this, 'Was it scored anew often enough?')
        .when(Condition.numberLessThan('$.round', scoringRounds), count.next(divide))
        .otherwise(
          new Fail(this, 'What is scored from keeps changing', {
            error: 'inputs-changed',
            cause: 'What scores are made from was published anew each time that they were made.',
          }),
        ),
    );
  }
}

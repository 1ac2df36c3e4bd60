import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { StartedMachine } from '../../data-contracts/vocabularies/lambdas.ts';
import { keptLog } from '../kept-log.ts';
import { machineNameOf } from '../names.ts';
import { ownRole } from '../own-role.ts';
import type { CountySettings } from '../settings.ts';

export interface ServiceMachineProps {
  readonly settings: CountySettings;
  /** The county's key of logs. */
  readonly key: IKey;
  readonly name: 'nightly' | 'anchoring' | StartedMachine;
  readonly definition: DefinitionBody;
  /** The Lambdas that it calls; no other, and no older version of them. */
  readonly lambdas: readonly IFunction[];
  /** What it may do besides. */
  readonly statements: readonly PolicyStatement[];
}

/** A state machine whose every step is logged and traced, with a role that may do what its steps need. */
export class ServiceMachine extends StateMachine {
  constructor(scope: Construct, id: string, props: ServiceMachineProps) {
    const { settings, key, name, definition, lambdas, statements } = props;
    const log = keptLog(scope, 'log', { settings, key, name, isOfMachine: true });
    const { role, closed } = ownRole(scope, 'role', {
      roleName: `${machineNameOf(settings, name)}-machine`,
      service: 'states.amazonaws.com',
      statements: [
        new PolicyStatement({
          actions: ['lambda:InvokeFunction'],
          resources: lambdas.map((lambda) => lambda.functionArn),
        }),
        new PolicyStatement({ actions: withoutResource, resources: ['*'] }),
        ...statements,
      ],
      becauseOfStars:
        'Executions and revisions are numbered as they come; X-Ray and the delivery of logs know no resources.',
    });
    super(scope, id, {
      stateMachineName: machineNameOf(settings, name),
      definitionBody: definition,
      role: closed,
      logs: { destination: log, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
    });
    this.node.addDependency(role);
    // CDK’s own policy of a distributed map, attached to nobody: the statements above say it
    this.node.tryRemoveChild('DistributedMapPolicy');
  }
}

/** Executions of a machine, those of its distributed map included. */
export const executionsOf = (settings: CountySettings, name: ServiceMachineProps['name'], label: string) => {
  const executions = `arn:aws:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${machineNameOf(settings, name)}`;
  return [`${executions}:*`, `${executions}/${label}:*`];
};

const withoutResource = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

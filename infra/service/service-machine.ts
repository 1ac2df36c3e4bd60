import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { StartedMachine } from '../../data-contracts/vocabularies/lambdas.ts';
import { acknowledge, grant } from '../acknowledge.ts';
import type { CountySettings } from '../settings.ts';

export interface ServiceMachineProps {
  readonly settings: CountySettings;
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
    const { settings, name, definition, lambdas, statements } = props;
    const logs = new LogGroup(scope, 'log', {
      logGroupName: `/aws/vendedlogs/states/ennakko-${settings.county}-${name}`,
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: settings.isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    const role = new Role(scope, 'role', {
      roleName: `${machineNameOf(settings, name)}-machine`,
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    const calls = lambdas.map((lambda) => lambda.functionArn);
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: calls }));
    role.addToPolicy(new PolicyStatement({ actions: withoutResource, resources: ['*'] }));
    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray and the delivery of logs know no resources.',
    });
    grant(role, statements, 'Executions and revisions are numbered as they come.');
    super(scope, id, {
      stateMachineName: machineNameOf(settings, name),
      definitionBody: definition,
      role: role.withoutPolicyUpdates(),
      logs: { destination: logs, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
    });
    this.node.addDependency(role);
    // CDK’s own policy of a distributed map, attached to nobody: the statements above say it
    this.node.tryRemoveChild('DistributedMapPolicy');
  }
}

export const machineNameOf = ({ county }: CountySettings, name: string) => `ennakko-${county}-${name}`;

/** Executions of a machine, those of its distributed map included. */
export const executionsOf = (settings: CountySettings, name: string, label: string) => {
  const executions = `arn:aws:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${machineNameOf(settings, name)}`;
  return [`${executions}:*`, `${executions}/${label}:*`];
};

export const machineArnOf = (settings: CountySettings, name: string) =>
  `arn:aws:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${machineNameOf(settings, name)}`;

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

import { join } from 'node:path';
import { Aws, FileSystem } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import {
  Cluster,
  ContainerImage,
  ContainerInsights,
  FargateTaskDefinition,
  LogDrivers,
} from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { keptLog } from '../kept-log.ts';
import { ownRole } from '../own-role.ts';
import { environmentFor, type FunctionsProps } from './functions.ts';
import { permissionsOf } from './permissions.ts';

/**
 * The training in a container, for what fifteen minutes or ten gigabytes are not enough: the same bundle, the
 * same permissions, and the checkpoints that the Lambda left.
 */
export class ContainerJob extends Construct {
  readonly cluster: Cluster;
  readonly task: FargateTaskDefinition;
  readonly containerName = 'train';
  /** Names told, not asked of what is made, so that policies can be read. */
  readonly clusterName: string;
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    const { settings, data, bundleOf } = props;
    const network = this.#network(props);
    this.clusterName = `ennakko-${settings.county}`;
    this.cluster = new Cluster(this, 'Cluster', {
      clusterName: this.clusterName,
      vpc: network,
      containerInsightsV2: ContainerInsights.ENABLED,
    });
    this.securityGroup = new SecurityGroup(this, 'Outwards', { vpc: network, allowAllOutbound: false });
    this.securityGroup.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'AWS services over TLS');
    const logGroup = keptLog(this, 'log', { settings, key: data.logKey, name: 'train-container' });
    const { role: taskRole } = ownRole(this, 'task-role', {
      service: 'ecs-tasks.amazonaws.com',
      statements: permissionsOf('train', data),
      becauseOfStars: 'Objects of a store are named by their run and part.',
    });
    this.task = new FargateTaskDefinition(this, 'Task', {
      family: `ennakko-${settings.county}-train`,
      cpu: 4096,
      memoryLimitMiB: 16_384,
      taskRole,
    });
    this.task.addContainer(this.containerName, {
      image: ContainerImage.fromAsset(join(import.meta.dirname, '../container'), {
        buildContexts: { bundle: bundleOf('train') },
        extraHash: FileSystem.fingerprint(bundleOf('train')),
        platform: Platform.LINUX_AMD64,
      }),
      logging: LogDrivers.awsLogs({ logGroup, streamPrefix: 'train' }),
      environment: environmentFor('train', props),
    });
  }

  /** What a machine needs to run the task and to wait for its end. */
  runStatements(): PolicyStatement[] {
    const here = `${Aws.REGION}:${Aws.ACCOUNT_ID}`;
    const ofCluster = { ArnEquals: { 'ecs:cluster': this.cluster.clusterArn } };
    const { family, taskRole } = this.task;
    const executionRole = this.task.obtainExecutionRole();
    return [
      new PolicyStatement({
        actions: ['ecs:RunTask'],
        resources: [`arn:aws:ecs:${here}:task-definition/${family}:*`],
        conditions: ofCluster,
      }),
      new PolicyStatement({
        actions: ['ecs:StopTask', 'ecs:DescribeTasks'],
        resources: [`arn:aws:ecs:${here}:task/${this.clusterName}/*`],
        conditions: ofCluster,
      }),
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [taskRole.roleArn, executionRole.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      }),
      new PolicyStatement({
        actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
        resources: [`arn:aws:events:${here}:rule/StepFunctionsGetEventsForECSTaskRule`],
      }),
    ];
  }

  /** Public subnets and no way in: a NAT gateway would cost more a month than the training. */
  #network({ settings, data }: FunctionsProps): Vpc {
    const network = new Vpc(this, 'Network', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'outwards', subnetType: SubnetType.PUBLIC, mapPublicIpOnLaunch: false }],
      restrictDefaultSecurityGroup: true,
      gatewayEndpoints: { s3: { service: GatewayVpcEndpointAwsService.S3 } },
    });
    const log = keptLog(this, 'flow-log', { settings, key: data.logKey, name: 'flows' });
    network.addFlowLog('Flows', { destination: FlowLogDestination.toCloudWatchLogs(log) });
    return network;
  }
}

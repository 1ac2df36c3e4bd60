import { join } from 'node:path';
import { Aws, FileSystem, RemovalPolicy } from 'aws-cdk-lib';
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
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge, grant } from '../acknowledge.ts';
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
    const removalPolicy = settings.isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
    const network = this.#network(removalPolicy);
    this.clusterName = `ennakko-${settings.county}`;
    this.cluster = new Cluster(this, 'Cluster', {
      clusterName: this.clusterName,
      vpc: network,
      containerInsightsV2: ContainerInsights.ENABLED,
    });
    this.securityGroup = new SecurityGroup(this, 'Outwards', { vpc: network, allowAllOutbound: false });
    this.securityGroup.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'AWS services over TLS');
    const logGroup = new LogGroup(this, 'log', {
      logGroupName: `/ennakko/${settings.county}/train-container`,
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy,
    });
    const taskRole = new Role(this, 'task-role', {
      assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com'),
    });
    grant(taskRole, permissionsOf('train', data), 'Objects of a store are named by their run and part.');
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
    acknowledge(this.task, {
      'AwsSolutions-IAM5[Resource::*]':
        'Fetching an image takes a token that ECR gives for no resource in particular.',
      'AwsSolutions-ECS2': 'Names of buckets are no secrets, and there are no others among the variables.',
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
  #network(removalPolicy: RemovalPolicy): Vpc {
    const network = new Vpc(this, 'Network', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'outwards', subnetType: SubnetType.PUBLIC, mapPublicIpOnLaunch: false }],
      restrictDefaultSecurityGroup: false,
      gatewayEndpoints: { s3: { service: GatewayVpcEndpointAwsService.S3 } },
    });
    const log = new LogGroup(this, 'flow-log', { retention: RetentionDays.THIRTEEN_MONTHS, removalPolicy });
    network.addFlowLog('Flows', { destination: FlowLogDestination.toCloudWatchLogs(log) });
    return network;
  }
}

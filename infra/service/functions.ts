import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import {
  bucketsOf,
  bucketVariable,
  type LambdaName,
  type LambdaSpec,
  lambdaNames,
  lambdas,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { acknowledge, grant } from '../acknowledge.ts';
import type { DataStack } from '../data-stack.ts';
import { bucketNameOf, roleNameOf } from '../names.ts';
import type { CountySettings } from '../settings.ts';
import { permissionsOf } from './permissions.ts';
import { sizes } from './sizes.ts';

/** Whom the APIs believe. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keysUrl: string;
}

export interface FunctionsProps {
  readonly settings: CountySettings;
  readonly data: DataStack;
  readonly tokens: TokenIssuer;
  /** The folder of a Lambda's bundle. */
  readonly bundleOf: (lambda: LambdaName) => string;
}

/** The Lambdas, each with a role of its own that may do what the contracts say, and no more. */
export class Functions extends Construct {
  readonly byName: Readonly<Record<LambdaName, LambdaFunction>>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.byName = Object.fromEntries(lambdaNames.map((name) => [name, this.#make(name, props)])) as Record<
      LambdaName,
      LambdaFunction
    >;
  }

  #make(name: LambdaName, props: FunctionsProps): LambdaFunction {
    const { settings, data } = props;
    const { memoryMegabytes, seconds, diskMegabytes = 512 } = sizes[name];
    const logGroup = new LogGroup(this, `${name}-log`, {
      logGroupName: `/ennakko/${settings.county}/${name}`,
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: settings.isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    const role = new Role(this, `${name}-role`, {
      roleName: roleNameOf(settings, name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    grant(role, permissionsOf(name, data), 'Objects of a store are named by their run and part.');
    acknowledge(role, { 'AwsSolutions-IAM5[Resource::*]': 'X-Ray knows no resources.' });
    return new LambdaFunction(this, name, {
      functionName: `ennakko-${settings.county}-${name}`,
      runtime: Runtime.NODEJS_24_X,
      // where the same bytes were measured
      architecture: Architecture.X86_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.bundleOf(name)),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      memorySize: memoryMegabytes,
      timeout: Duration.seconds(seconds),
      ephemeralStorageSize: Size.mebibytes(diskMegabytes),
      tracing: Tracing.ACTIVE,
      environment: environmentFor(name, props),
    });
  }
}

/** The variables that the contracts name, with this deployment's values. */
export function environmentFor(name: LambdaName, { data, tokens }: FunctionsProps): Record<string, string> {
  const { kind, isQuerying }: LambdaSpec = lambdas[name];
  const buckets = bucketsOf(name).map((bucket) => [
    bucketVariable(bucket),
    bucketNameOf(data.settings, bucket),
  ]);
  return {
    ...Object.fromEntries(buckets),
    ...(bucketsOf(name).includes('keys') && { ENNAKKO_KEYS_KMS_KEY: data.buckets.kept.keys.key.keyArn }),
    ...(isQuerying && {
      ENNAKKO_GLUE_DATABASE: data.catalogue.databaseName,
      ENNAKKO_ATHENA_WORKGROUP: data.catalogue.workgroupOf(name),
    }),
    ...(kind === 'api' && {
      ENNAKKO_TOKEN_ISSUER: tokens.issuer,
      ENNAKKO_TOKEN_AUDIENCE: tokens.audience,
      ENNAKKO_TOKEN_KEYS_URL: tokens.keysUrl,
    }),
  };
}

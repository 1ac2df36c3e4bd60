import { Duration, Size } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import {
  bucketsOf,
  bucketVariable,
  claimVariables,
  type LambdaName,
  type LambdaSpec,
  lambdaNames,
  lambdas,
  machineVariable,
} from '../../data-contracts/vocabularies/lambdas.ts';
import type { ClaimNames } from '../../data-contracts/vocabularies/sign-in-claims.ts';
import type { DataStack } from '../data-stack.ts';
import { keptLog } from '../kept-log.ts';
import { bucketNameOf, machineArnOf, roleNameOf } from '../names.ts';
import { ownRole } from '../own-role.ts';
import type { CountySettings } from '../settings.ts';
import { reservedFor } from './concurrency.ts';
import { permissionsOf } from './permissions.ts';
import { sizes } from './sizes.ts';

/** Whom the APIs believe. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keysUrl: string;
  readonly claims: ClaimNames;
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
  /** Under which what runs keeps its logs. */
  readonly logKey: IKey;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.logKey = props.data.logKey;
    this.byName = Object.fromEntries(lambdaNames.map((name) => [name, this.#make(name, props)])) as Record<
      LambdaName,
      LambdaFunction
    >;
  }

  #make(name: LambdaName, props: FunctionsProps): LambdaFunction {
    const { settings, data } = props;
    const { memoryMegabytes, seconds, diskMegabytes = 512 } = sizes[name];
    const logGroup = keptLog(this, `${name}-log`, { settings, key: data.logKey, name });
    const { role, closed } = ownRole(this, `${name}-role`, {
      roleName: roleNameOf(settings, name),
      service: 'lambda.amazonaws.com',
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        new PolicyStatement({
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        }),
        ...permissionsOf(name, data),
      ],
      becauseOfStars: 'Objects of a store are named by their run and part; X-Ray knows no resources.',
    });
    const made = new LambdaFunction(this, name, {
      functionName: `ennakko-${settings.county}-${name}`,
      runtime: Runtime.NODEJS_24_X,
      // where the same bytes were measured
      architecture: Architecture.X86_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.bundleOf(name)),
      role: closed,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      memorySize: memoryMegabytes,
      timeout: Duration.seconds(seconds),
      ephemeralStorageSize: Size.mebibytes(diskMegabytes),
      tracing: Tracing.ACTIVE,
      environment: environmentFor(name, props),
      reservedConcurrentExecutions: reservedFor(name, settings),
    });
    made.node.addDependency(role);
    return made;
  }
}

/** The variables that the contracts name, with this deployment's values. */
export function environmentFor(name: LambdaName, { data, tokens }: FunctionsProps): Record<string, string> {
  const { kind, isQuerying, starts = [] }: LambdaSpec = lambdas[name];
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
    ...(kind !== 'job' && {
      [claimVariables.role]: tokens.claims.role,
      [claimVariables.unit]: tokens.claims.unit,
      [claimVariables.represents]: tokens.claims.represents,
    }),
    ...Object.fromEntries(
      starts.map((machine) => [machineVariable(machine), machineArnOf(data.settings, machine)]),
    ),
  };
}

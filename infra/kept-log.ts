import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { CountySettings } from './settings.ts';

const ownLogs = (county: string) => `/ennakko/${county}/`;
export const logNameOf = (county: string, name: string) => `${ownLogs(county)}${name}`;
/** Where Step Functions may write without a policy for each log. */
const machineLogs = (county: string) => `/aws/vendedlogs/states/ennakko-${county}-`;

/** The county's key of logs: CloudWatch closes with it what it keeps of this county, and nothing else. */
export function logKey(scope: Construct, id: string, { county, isTrial }: CountySettings): Key {
  const key = new Key(scope, id, {
    alias: `ennakko-${county}-logs`,
    enableKeyRotation: true,
    removalPolicy: isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  const logs = `arn:aws:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:`;
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': [ownLogs, machineLogs].map((of) => `${logs}${of(county)}*`),
        },
      },
    }),
  );
  return key;
}

/** A log under the county's key, kept for thirteen months, also when its stack goes. */
export function keptLog(
  scope: Construct,
  id: string,
  { settings, key, name, isOfMachine }: LogProps,
): LogGroup {
  const folder = isOfMachine ? machineLogs : ownLogs;
  return new LogGroup(scope, id, {
    logGroupName: `${folder(settings.county)}${name}`,
    encryptionKey: key,
    retention: RetentionDays.THIRTEEN_MONTHS,
    removalPolicy: settings.isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
}

interface LogProps {
  readonly settings: CountySettings;
  readonly key: IKey;
  readonly name: string;
  readonly isOfMachine?: boolean;
}

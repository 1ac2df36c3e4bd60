import { Aws } from 'aws-cdk-lib';
import type { Bucket, LambdaName, StartedMachine } from '../data-contracts/vocabularies/lambdas.ts';
import type { CountySettings } from './settings.ts';

type County = Pick<CountySettings, 'county'> & Partial<Pick<CountySettings, 'anchors'>>;

/** Buckets have names, so that whoever reads a policy knows what it is about; the account makes them unique. */
export const bucketNameOf = ({ county, anchors }: County, bucket: Bucket | 'query-answers' | 'trail') =>
  (bucket === 'anchors' && anchors?.bucket?.name) || `ennakko-${county}-${bucket}-${Aws.ACCOUNT_ID}`;

export const bucketArnOf = (county: County, bucket: Bucket | 'query-answers') =>
  `arn:aws:s3:::${bucketNameOf(county, bucket)}`;

/** Roles have names, so that the vault's own policy can say who may come near. */
export const roleNameOf = ({ county }: County, lambda: LambdaName) => `ennakko-${county}-${lambda}`;

export const roleArnOf = (county: County, lambda: LambdaName) =>
  `arn:aws:iam::${Aws.ACCOUNT_ID}:role/${roleNameOf(county, lambda)}`;

export const machineNameOf = ({ county }: County, machine: 'nightly' | 'anchoring' | StartedMachine) =>
  `ennakko-${county}-${machine}`;

export const machineArnOf = (county: County, machine: 'nightly' | 'anchoring' | StartedMachine) =>
  `arn:aws:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${machineNameOf(county, machine)}`;

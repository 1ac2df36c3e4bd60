import { describe, expect, it } from 'vitest';
import { lakeColumns, lakeTableOf } from '../../data-contracts/schemas/lake-columns.ts';
import { tableNames } from '../../data-contracts/schemas/tables.ts';
import { features } from '../../data-contracts/vocabularies/features.ts';
import { lambdaNames, lambdas, stores } from '../../data-contracts/vocabularies/lambdas.ts';
import { statementsOf, textOf } from './iam.ts';
import { county, ofType, type Resource, synthesise } from './synthesised.ts';

const buckets = ofType(county.data, 'AWS::S3::Bucket');
const named = (name: string) =>
  buckets.find(([, { Properties }]) => textOf(Properties.BucketName).startsWith(`ennakko-test-${name}-`))![1];
const serviceBuckets = [...new Set(Object.values(stores))];

describe('every bucket', () => {
  it('is closed to the public, encrypted, and of the owner alone', () => {
    expect(buckets.length).toBe(serviceBuckets.length + 3);
    for (const [, { Properties }] of buckets) {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.BucketEncryption).toBeDefined();
    }
  });

  it('of the service has a key of its own that is renewed, keeps versions, and stays when its stack goes', () => {
    const keys = serviceBuckets.map((name) => {
      const { Properties, DeletionPolicy, UpdateReplacePolicy } = named(name);
      expect([name, DeletionPolicy, UpdateReplacePolicy]).toEqual([name, 'Retain', 'Retain']);
      expect(Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
      return textOf(encryptionOf(Properties).KMSMasterKeyID);
    });
    expect(new Set(keys).size).toBe(serviceBuckets.length);
    for (const [, key] of ofType(county.data, 'AWS::KMS::Key')) {
      expect(key.Properties.EnableKeyRotation).toBe(true);
      expect(key.DeletionPolicy).toBe('Retain');
    }
  });

  it('gives up earlier versions after a while, but for the audit log and its anchors', () => {
    const forgetting = serviceBuckets.filter((name) =>
      JSON.stringify(named(name).Properties.LifecycleConfiguration).includes('NoncurrentVersionExpiration'),
    );
    expect(forgetting).toEqual(serviceBuckets.filter((name) => name !== 'audit' && name !== 'anchors'));
  });
});

const encryptionOf = (properties: Resource['Properties']) =>
  (
    properties.BucketEncryption as {
      ServerSideEncryptionConfiguration: { ServerSideEncryptionByDefault: Record<string, unknown> }[];
    }
  ).ServerSideEncryptionConfiguration[0]!.ServerSideEncryptionByDefault;

describe('the audit log', () => {
  it.each(['audit', 'anchors'])('(%s) cannot be deleted by anybody for twelve years', (name) => {
    expect(named(name).Properties.ObjectLockEnabled).toBe(true);
    expect(named(name).Properties.ObjectLockConfiguration).toEqual({
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Days: 4380, Mode: 'COMPLIANCE' } },
    });
  });

  it('has its anchors in another account where the settings say so, under a key of that account', () => {
    const keyArn = 'arn:aws:kms:eu-north-1:210987654321:key/12345678-abcd';
    const elsewhere = synthesise({
      anchors: { email: 'tietosuoja@pohjanmaa.fi', bucket: { name: 'county-anchors', keyArn } },
    });
    const own = ofType(elsewhere.data, 'AWS::S3::Bucket').map(([, { Properties }]) =>
      textOf(Properties.BucketName),
    );
    expect(own.filter((name) => name.includes('anchors'))).toEqual([]);
    const policies = JSON.stringify(ofType(elsewhere.service, 'AWS::IAM::ManagedPolicy'));
    expect(policies).toContain('arn:aws:s3:::county-anchors/anchors/*');
    expect(policies).toContain(keyArn);
    const environments = JSON.stringify(ofType(elsewhere.service, 'AWS::Lambda::Function'));
    expect(environments).toContain('"ENNAKKO_ANCHORS_BUCKET":"county-anchors"');
    expect(
      ofType(elsewhere.service, 'AWS::SNS::Subscription').map(([, one]) => one.Properties),
    ).toMatchObject([{ Protocol: 'email', Endpoint: 'tietosuoja@pohjanmaa.fi' }]);
  });

  it('of a trial can be, and so can a trial’s buckets', () => {
    const trial = synthesise({ isTrial: true }, false);
    const locks = JSON.stringify(ofType(trial.data, 'AWS::S3::Bucket'));
    expect(locks).toContain('GOVERNANCE');
    expect(locks).not.toContain('COMPLIANCE');
    expect(ofType(trial.data, 'AWS::S3::Bucket').every(([, one]) => one.DeletionPolicy === 'Delete')).toBe(
      true,
    );
  });
});

describe('the trail', () => {
  const [[, { Properties: trail }]] = ofType(county.data, 'AWS::CloudTrail::Trail') as [[string, Resource]];

  it('records who reads and writes which object of every bucket of the service', () => {
    const [changes, objects] = trail.EventSelectors as [Record<string, unknown>, Record<string, unknown>];
    expect(changes).toMatchObject({ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true });
    expect(objects).toMatchObject({ ReadWriteType: 'All', IncludeManagementEvents: false });
    const [{ Type, Values }] = objects.DataResources as [{ Type: string; Values: unknown[] }];
    expect(Type).toBe('AWS::S3::Object');
    const recorded = Values.map((one) => textOf(one).replace(/^<(\w+?)>\/$/, '$1'));
    const ids = serviceBuckets.map((name) => buckets.find(([, one]) => one === named(name))![0]);
    expect(recorded.sort()).toEqual(ids.sort());
  });

  it('is signed, closed under a key of its own, and locked for as long as logs are kept', () => {
    expect(trail).toMatchObject({ EnableLogFileValidation: true, IsLogging: true, IsMultiRegionTrail: true });
    expect(textOf(trail.KMSKeyId)).toMatch(/^<Trailtrail/);
    expect(named('trail').Properties.ObjectLockConfiguration).toEqual({
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Days: 400, Mode: 'COMPLIANCE' } },
    });
    expect(serviceBuckets).not.toContain('trail');
  });
});

describe('every log', () => {
  const logs = [
    ...ofType(county.data, 'AWS::Logs::LogGroup'),
    ...ofType(county.service, 'AWS::Logs::LogGroup'),
  ];
  const [keyId, key] = ofType(county.data, 'AWS::KMS::Key').find(([id]) => id.startsWith('LogKey'))!;

  it('is under the county’s key of logs, is kept thirteen months and outlives its stack', () => {
    expect(logs.length).toBeGreaterThan(lambdaNames.length + 6);
    for (const [id, { Properties, DeletionPolicy }] of logs) {
      expect([id, textOf(Properties.KmsKeyId)]).toEqual([id, `<${keyId}>`]);
      expect([id, Properties.RetentionInDays, DeletionPolicy]).toEqual([id, 400, 'Retain']);
    }
  });

  it('has a name for which the key lets CloudWatch use it, and logs of others have none', () => {
    const statements = statementsOf(key.Properties.KeyPolicy);
    const mayClose = (name: string) =>
      statements.some(
        ({ actions, conditions }) =>
          actions.includes('kms:Encrypt') &&
          conditions.ArnLike?.['kms:EncryptionContext:aws:logs:arn']?.some((pattern) =>
            `arn:aws:logs:eu-north-1:123456789012:log-group:${name}`.startsWith(pattern.replace(/\*$/, '')),
          ),
      );
    for (const [, { Properties }] of logs) expect(mayClose(textOf(Properties.LogGroupName))).toBe(true);
    expect(mayClose('/ennakko/other/planner-api')).toBe(false);
    expect(mayClose('/aws/lambda/other')).toBe(false);
  });
});

describe('the catalogue', () => {
  const tables = ofType(county.data, 'AWS::Glue::Table').map(([, { Properties }]) => {
    const { Name, StorageDescriptor, PartitionKeys, Parameters } = (
      Properties as unknown as { TableInput: TableInput }
    ).TableInput;
    return {
      name: Name,
      columns: Object.fromEntries(StorageDescriptor.Columns.map((column) => [column.Name, column.Type])),
      location: textOf(StorageDescriptor.Location),
      partitions: PartitionKeys?.map((key) => key.Name) ?? [],
      template: textOf(Parameters['storage.location.template'] ?? ''),
    };
  });
  const table = (name: string) => tables.find((one) => one.name === name)!;

  it('has every delivered table with the columns of its contract', () => {
    for (const name of tableNames) {
      const { columns, location } = table(lakeTableOf(name));
      const types = lakeColumns(name).map(([column, type]) => [column, type === 'varchar' ? 'string' : type]);
      expect(columns).toEqual(Object.fromEntries(types));
      expect(location).toBe(`s3://ennakko-test-lake-123456789012/tables/lake/${name}/`);
    }
    expect(tables).toHaveLength(tableNames.length + 3);
  });

  it('has client-months, scores and hidden demand, of the run that a query names', () => {
    const { columns, partitions, template } = table('client_months');
    expect(columns).toMatchObject({
      client: 'string',
      landmark_on: 'date',
      months_to_event: 'bigint',
      event: 'int',
    });
    for (const feature of Object.keys(features))
      expect([feature, columns[feature]]).toEqual([feature, 'double']);
    expect(partitions).toEqual(['programme', 'run']);
    expect(template).toMatch(
      /^s3:\/\/ennakko-test-lake-123456789012\/client-months\/\$\{programme\}\/\$\{run\}\/$/,
    );
    expect(table('scores').columns).toMatchObject({ probability_h1: 'double', curve: 'string' });
    expect(table('hidden_demand').columns).toMatchObject({ signs: 'double', signs_certainty: 'string' });
  });

  it('is asked in workgroups that bound what is read and encrypt what is answered', () => {
    const groups = ofType(county.data, 'AWS::Athena::WorkGroup');
    expect(groups.map(([, { Properties }]) => Properties.Name)).toEqual(
      lambdaNames.filter((name) => lambdas[name].isQuerying).map((name) => `ennakko-test-${name}`),
    );
    for (const [, { Properties }] of groups) {
      expect(Properties.WorkGroupConfiguration).toMatchObject({
        EnforceWorkGroupConfiguration: true,
        BytesScannedCutoffPerQuery: 200_000_000_000,
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' } },
      });
    }
  });
});

interface TableInput {
  readonly Name: string;
  readonly StorageDescriptor: {
    readonly Columns: { readonly Name: string; readonly Type: string }[];
    readonly Location: unknown;
  };
  readonly PartitionKeys?: { readonly Name: string }[];
  readonly Parameters: Record<string, unknown>;
}

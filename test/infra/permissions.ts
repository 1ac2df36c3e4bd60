import { describe, expect, it } from 'vitest';
import {
  type LambdaName,
  type LambdaSpec,
  lambdaNames,
  lambdas,
  type Store,
  stores,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { type Asked, isAllowed, type Statement, statementsOf, textOf } from './iam.ts';
import { county, ofType } from './synthesised.ts';

const account = '123456789012';
const bucketNames = [...new Set(Object.values(stores))];
const bucketOf = (store: Store) => `arn:aws:s3:::ennakko-test-${stores[store]}-${account}`;
const roleArn = (role: string) => `arn:aws:iam::${account}:role/${role}`;

/** Policies of roles; what one has no room for is in another beside it, a managed one. */
const policies = () =>
  ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) => ofType(county.service, type));

/** Statements that a role has by itself. */
function ownStatements(roleName: string): Statement[] {
  const [roleId] = ofType(county.service, 'AWS::IAM::Role').find(
    ([, { Properties }]) => Properties.RoleName === roleName,
  )!;
  return policies()
    .filter(([, { Properties }]) =>
      (Properties.Roles as unknown[]).some((role) => textOf(role) === `<${roleId}>`),
    )
    .flatMap(([, { Properties }]) => statementsOf(Properties.PolicyDocument));
}

const bucketIds = new Map(
  ofType(county.data, 'AWS::S3::Bucket').map(([id, { Properties }]) => [
    id,
    `arn:aws:s3:::${textOf(Properties.BucketName)}`,
  ]),
);
const keyOfBucket = (bucket: string) =>
  ofType(county.data, 'AWS::KMS::Key').find(([id]) => id.startsWith(`Buckets${bucket}Key`))![0];

/** What buckets themselves say, their references as ARNs. */
const bucketStatements = ofType(county.data, 'AWS::S3::BucketPolicy').flatMap(([, { Properties }]) =>
  statementsOf(Properties.PolicyDocument).map((statement) => ({
    ...statement,
    resources: statement.resources.map((one) => one.replace(/<(\w+)>/, (_, id) => bucketIds.get(id) ?? id)),
  })),
);

/** What a key itself says; that it leaves to the account is no permission of anybody's. */
const keyStatements = (key: string) =>
  statementsOf(county.data[key]!.Properties.KeyPolicy)
    .filter(({ effect }) => effect === 'Deny')
    .map((statement) => ({ ...statement, resources: [`<${key}>`] }));

const overTls = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', 's3:if-none-match': '*' };

function may(lambda: LambdaName, action: string, resource: string, context: Asked['context'] = {}): boolean {
  const role = `ennakko-test-${lambda}`;
  const known = { 'aws:PrincipalArn': roleArn(role), ...overTls, ...context };
  return isAllowed([...ownStatements(role), ...bucketStatements], { action, resource, context: known });
}

function mayUseKey(
  lambda: LambdaName,
  bucket: string,
  action: string,
  service = 's3.eu-north-1.amazonaws.com',
) {
  const role = `ennakko-test-${lambda}`;
  const key = keyOfBucket(bucket);
  const context = { 'aws:PrincipalArn': roleArn(role), 'kms:ViaService': service };
  return isAllowed([...ownStatements(role), ...keyStatements(key)], {
    action,
    resource: `<${key}>`,
    context,
  });
}

function mayUseSecret(lambda: LambdaName, action: string, secret: string) {
  const role = `ennakko-test-${lambda}`;
  const key = keyOfBucket('keys');
  const context = {
    'aws:PrincipalArn': roleArn(role),
    'kms:EncryptionContext:service': 'ennakko',
    'kms:EncryptionContext:key': secret,
  };
  return isAllowed([...ownStatements(role), ...keyStatements(key)], {
    action,
    resource: `<${key}>`,
    context,
  });
}

const specOf = (lambda: LambdaName): LambdaSpec => lambdas[lambda];
const storeNames = Object.keys(stores) as Store[];

describe('a Lambda', () => {
  for (const lambda of lambdaNames) {
    const { reads, writes, removes = [] } = specOf(lambda);
    const own = `ennakko-test-${lambda}`;

    it(`${lambda} reads, lists, writes and removes in each store what the contracts say, and nothing else`, () => {
      const found = storeNames.map((store) => ({
        store,
        reads: may(lambda, 's3:GetObject', `${bucketOf(store)}/${store}/run/part`),
        lists: may(lambda, 's3:ListBucket', bucketOf(store), { 's3:prefix': `${store}/run` }),
        writes: may(lambda, 's3:PutObject', `${bucketOf(store)}/${store}/run/part`),
        removes: may(lambda, 's3:DeleteObject', `${bucketOf(store)}/${store}/run/part`),
        removesForGood: may(lambda, 's3:DeleteObjectVersion', `${bucketOf(store)}/${store}/run/part`),
      }));
      const expected = storeNames.map((store) => ({
        store,
        reads: reads.includes(store),
        lists: reads.includes(store),
        writes: writes.includes(store),
        removes:
          removes.includes(store) || (writes.includes(store) && ['lake', 'vault'].includes(stores[store])),
        removesForGood: false,
      }));
      expect(found).toEqual(expected);
    });

    it(`${lambda} uses the keys of its own buckets, through S3 alone`, () => {
      const bucketsOf = (those: readonly Store[]) => new Set<string>(those.map((store) => stores[store]));
      for (const bucket of bucketNames) {
        const isRead =
          bucketsOf([...reads, ...writes]).has(bucket) || (specOf(lambda).isQuerying && bucket === 'lake');
        const isWritten = bucketsOf(writes).has(bucket) || (specOf(lambda).isQuerying && bucket === 'lake');
        expect([bucket, mayUseKey(lambda, bucket, 'kms:Decrypt')]).toEqual([bucket, isRead]);
        expect([bucket, mayUseKey(lambda, bucket, 'kms:GenerateDataKey')]).toEqual([bucket, isWritten]);
        expect(mayUseKey(lambda, bucket, 'kms:Decrypt', 'lambda.eu-north-1.amazonaws.com')).toBe(false);
        expect(mayUseKey(lambda, bucket, 'kms:ScheduleKeyDeletion')).toBe(false);
      }
    });

    it(`${lambda} opens the secrets that it reads and makes those that it writes, each as what it is for`, () => {
      for (const [store, key] of [
        ['pseudonym-key', 'pseudonym'],
        ['answers-key', 'answers'],
        ['vault-key', 'vault'],
        ['anchor-key', 'anchor'],
      ] as const) {
        const may = (action: string) => mayUseSecret(lambda, action, key);
        expect([store, may('kms:Decrypt')]).toEqual([store, reads.includes(store)]);
        expect([store, may('kms:GenerateDataKey')]).toEqual([store, writes.includes(store)]);
      }
    });

    it(`${lambda} is told that an object is not there in its own buckets, and learns of no other bucket`, () => {
      for (const bucket of bucketNames) {
        const isOwn = reads.some((store) => stores[store] === bucket);
        const arn = `arn:aws:s3:::ennakko-test-${bucket}-${account}`;
        expect([bucket, may(lambda, 's3:ListBucket', arn)]).toEqual([bucket, isOwn]);
      }
    });

    it(`${lambda} asks Athena in its own workgroup or not at all, and reads nobody else’s answers`, () => {
      for (const other of lambdaNames) {
        const group = `arn:aws:athena:eu-north-1:${account}:workgroup/ennakko-test-${other}`;
        const isOwn = other === lambda && specOf(lambda).isQuerying;
        const answers = `arn:aws:s3:::ennakko-test-query-answers-${account}/${other}/answer.csv`;
        expect(may(lambda, 'athena:StartQueryExecution', group)).toBe(isOwn);
        expect(may(lambda, 's3:GetObject', answers)).toBe(isOwn);
      }
    });

    it(`${lambda} changes no permission, key, lock, table or schedule`, () => {
      for (const action of [
        'iam:PassRole',
        'iam:PutRolePolicy',
        'sts:AssumeRole',
        'kms:PutKeyPolicy',
        's3:PutBucketPolicy',
        's3:BypassGovernanceRetention',
        's3:PutObjectRetention',
        'glue:UpdateTable',
        'scheduler:UpdateSchedule',
        'lambda:UpdateFunctionCode',
        'logs:DeleteLogGroup',
      ]) {
        expect([action, may(lambda, action, `arn:aws:any:::${own}`)]).toEqual([action, false]);
      }
    });
  }

  it('that is the planner’s cannot come to vault or keys, but for that of its answers, even when its role may do everything', () => {
    const everything: Statement = { effect: 'Allow', actions: ['*'], resources: ['*'], conditions: {} };
    const context = {
      'aws:PrincipalArn': roleArn('ennakko-test-planner-api'),
      'kms:ViaService': 's3.eu-north-1.amazonaws.com',
      ...overTls,
    };
    for (const store of ['vault', 'vault-key', 'pseudonym-key', 'answers-key'] as const) {
      for (const action of ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject']) {
        const resource = `${bucketOf(store)}/${store}/part`;
        expect(isAllowed([everything, ...bucketStatements], { action, resource, context })).toBe(
          store === 'answers-key',
        );
      }
    }
    const mayOpen = (bucket: string, secret: object) => {
      const key = keyOfBucket(bucket);
      const asked = { action: 'kms:Decrypt', resource: `<${key}>`, context: { ...context, ...secret } };
      return isAllowed([everything, ...keyStatements(key)], asked);
    };
    expect(mayOpen('vault', {})).toBe(false);
    const opened = ['pseudonym', 'answers', 'vault'].filter((secret) =>
      mayOpen('keys', { 'kms:EncryptionContext:service': 'ennakko', 'kms:EncryptionContext:key': secret }),
    );
    expect(opened).toEqual(['answers']);
    const lake = `${bucketOf('scores')}/scores/part`;
    expect(
      isAllowed([everything, ...bucketStatements], { action: 's3:GetObject', resource: lake, context }),
    ).toBe(true);
  });

  it('writes no piece of the audit log over another, and neither does anybody who may do everything', () => {
    const everything: Statement = { effect: 'Allow', actions: ['*'], resources: ['*'], conditions: {} };
    const piece = `${bucketOf('audit')}/audit/000000000001.jsonl`;
    const head = `${bucketOf('audit')}/audit/head.json`;
    const anchor = `${bucketOf('anchors')}/anchors/00000001.json`;
    const put = (resource: string, isOnce: boolean, role: string) => {
      const { 's3:if-none-match': once, ...known } = { ...overTls, 'aws:PrincipalArn': roleArn(role) };
      const context = isOnce ? { ...known, 's3:if-none-match': once } : known;
      return isAllowed([everything, ...bucketStatements], { action: 's3:PutObject', resource, context });
    };
    for (const role of ['ennakko-test-rights-api', 'ennakko-test-anchor', 'administrator']) {
      expect([role, put(piece, false, role), put(piece, true, role)]).toEqual([role, false, true]);
      expect([role, put(head, false, role)]).toEqual([role, true]);
      const isAnchor = role === 'ennakko-test-anchor';
      expect([role, put(anchor, false, role), put(anchor, true, role)]).toEqual([role, false, isAnchor]);
      for (const resource of [piece, head, anchor])
        for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion'])
          expect(isAllowed([everything, ...bucketStatements], { action, resource, context: overTls })).toBe(
            false,
          );
    }
  });

  it('comes to no bucket without TLS', () => {
    const context = { 'aws:SecureTransport': 'false' };
    expect(may('planner-api', 's3:GetObject', `${bucketOf('scores')}/scores/part`, context)).toBe(false);
    expect(
      may('planner-api', 's3:GetObject', `${bucketOf('scores')}/scores/part`, { 's3:TlsVersion': '1.1' }),
    ).toBe(false);
  });

  it.each([
    ['retraining', 'knowledge-api'],
    ['erasure', 'rights-api'],
    ['key-rotation', 'rights-api'],
  ])('that starts %s is %s, and no other', (machine, starter) => {
    const made = ofType(county.service, 'AWS::StepFunctions::StateMachine').map(
      ([, { Properties }]) => Properties.StateMachineName,
    );
    expect(made).toContain(`ennakko-test-${machine}`);
    const may = (lambda: LambdaName) =>
      isAllowed(ownStatements(`ennakko-test-${lambda}`), {
        action: 'states:StartExecution',
        resource: `arn:aws:states:eu-north-1:${account}:stateMachine:ennakko-test-${machine}`,
      });
    expect(lambdaNames.filter(may)).toEqual([starter]);
  });
});

describe('a state machine', () => {
  it('calls the Lambdas of its steps and no API', () => {
    const called = (machine: string) =>
      lambdaNames.filter((lambda) => {
        const [id] = ofType(county.service, 'AWS::Lambda::Function').find(
          ([, { Properties }]) => Properties.FunctionName === `ennakko-test-${lambda}`,
        )!;
        const asked = { action: 'lambda:InvokeFunction', resource: `<${id}>` };
        return isAllowed(ownStatements(`ennakko-test-${machine}-machine`), asked);
      });
    expect(called('nightly')).toEqual(['ingest', 'client-months', 'score', 'publish', 'find-hidden-demand']);
    expect(called('retraining')).toEqual(['client-months', 'train']);
    expect(called('erasure')).toEqual(['erase']);
    expect(called('key-rotation')).toEqual(['rotate-keys']);
    expect(called('anchoring')).toEqual(['anchor']);
  });

  it('touches no object by itself', () => {
    for (const machine of ['nightly', 'retraining', 'erasure', 'key-rotation', 'anchoring']) {
      const statements = [...ownStatements(`ennakko-test-${machine}-machine`), ...bucketStatements];
      for (const store of storeNames) {
        const resource = `${bucketOf(store)}/${store}/part`;
        expect(isAllowed(statements, { action: 's3:GetObject', resource, context: overTls })).toBe(false);
      }
    }
  });
});

it('no role is given a policy of AWS’s own, or every action of a service', () => {
  for (const [id, { Properties }] of ofType(county.service, 'AWS::IAM::Role')) {
    if (!id.startsWith('Custom')) expect([id, Properties.ManagedPolicyArns]).toEqual([id, undefined]);
  }
  const actions = policies()
    .filter(([id]) => !id.startsWith('Custom'))
    .flatMap(([, { Properties }]) => statementsOf(Properties.PolicyDocument).flatMap((one) => one.actions));
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
});

it('every policy of a role is within the size that AWS takes', () => {
  const policies = ofType(county.service, 'AWS::IAM::ManagedPolicy');
  expect(policies.length).toBeGreaterThan(lambdaNames.length);
  for (const [id, { Properties }] of policies) {
    const size = JSON.stringify(statementsOf(Properties.PolicyDocument)).length;
    expect([id, size < 6_144]).toEqual([id, true]);
  }
});

it('the service’s own roles have no policy but the one written out', () => {
  const withInline = ofType(county.service, 'AWS::IAM::Policy').flatMap(
    ([, { Properties }]) => Properties.Roles as unknown[],
  );
  const names = ofType(county.service, 'AWS::IAM::Role')
    .filter(([id]) => withInline.some((role) => textOf(role) === `<${id}>`))
    .map(([, { Properties }]) => Properties.RoleName);
  expect(names.filter(Boolean)).toEqual([]);
});

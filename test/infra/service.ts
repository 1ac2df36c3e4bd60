import { describe, expect, it } from 'vitest';
import { apiNames, apiRoutes } from '../../data-contracts/api/index.ts';
import { environmentOf, lambdaNames } from '../../data-contracts/vocabularies/lambdas.ts';
import { TrainJob } from '../../functions/core/jobs.ts';
import { readSettings, settingsOf, UnusableSettings } from '../../infra/read-settings.ts';
import { contentSecurityPolicy } from '../../infra/service/pages.ts';
import { textOf } from './iam.ts';
import { county, ofType, synthesise } from './synthesised.ts';

describe('the Lambdas', () => {
  const functions = ofType(county.service, 'AWS::Lambda::Function').filter(([id]) =>
    id.startsWith('Functions'),
  );

  it('are those of the contracts, on Node 24, traced, each told where its things are', () => {
    const found = functions.map(([, { Properties }]) => ({
      name: Properties.FunctionName,
      runtime: Properties.Runtime,
      tracing: Properties.TracingConfig,
      told: Object.keys((Properties.Environment as { Variables: object }).Variables).sort(),
    }));
    expect(found).toEqual(
      lambdaNames.map((name) => ({
        name: `ennakko-test-${name}`,
        runtime: 'nodejs24.x',
        tracing: { Mode: 'Active' },
        told: environmentOf(name).sort(),
      })),
    );
  });

  it('keep their logs thirteen months', () => {
    for (const [, { Properties }] of ofType(county.service, 'AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays).toBe(400);
    }
  });
});

describe('the API', () => {
  it('has the routes of the contracts, each with a token', () => {
    const routes = ofType(county.service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(
      apiRoutes.map(({ operation }) => `${operation.method} ${operation.path}`).sort(),
    );
    expect(new Set(routes.map(({ AuthorizationType }) => AuthorizationType))).toEqual(new Set(['JWT']));
  });

  it('believes the user pool made here, where nobody signs up alone and everybody has a second factor', () => {
    const [[, { Properties }]] = ofType(county.service, 'AWS::Cognito::UserPool') as [[string, never]];
    expect(Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      DeletionProtection: 'ACTIVE',
    });
  });

  it('believes the county’s own issuer when there is one, and makes no user pool', () => {
    const signIn = {
      kind: 'oidc',
      issuer: 'https://login.example.fi',
      audience: 'ennakko',
      keysUrl: 'https://login.example.fi/keys',
    };
    const { service } = synthesise({ signIn });
    expect(ofType(service, 'AWS::Cognito::UserPool')).toEqual([]);
    const [[, { Properties }]] = ofType(service, 'AWS::ApiGatewayV2::Authorizer') as [[string, never]];
    expect(Properties).toMatchObject({
      JwtConfiguration: { Audience: ['ennakko'], Issuer: 'https://login.example.fi' },
    });
  });
});

describe('the schedules', () => {
  it('start the nightly run with the programmes, the retraining with a job of training, and the anchoring', () => {
    const schedules = ofType(county.service, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => ({
      expression: Properties.ScheduleExpression,
      zone: Properties.ScheduleExpressionTimezone,
      input: JSON.parse((Properties.Target as { Input: string }).Input),
    }));
    expect(schedules).toEqual([
      { expression: 'cron(0 2 * * ? *)', zone: 'Europe/Helsinki', input: { programmes: ['older-people'] } },
      {
        expression: 'cron(0 4 1 */3 ? *)',
        zone: 'Europe/Helsinki',
        input: { programme: 'older-people', seed: 1, maximumRows: 300_000 },
      },
      { expression: 'cron(45 23 * * ? *)', zone: 'Europe/Helsinki', input: {} },
    ]);
    expect(TrainJob.safeParse(schedules[1]?.input).success).toBe(true);
  });
});

describe('the pages', () => {
  it('take nothing from elsewhere, run nothing inline, and are in nobody’s frame', () => {
    const headers = JSON.stringify(ofType(county.service, 'AWS::CloudFront::ResponseHeadersPolicy'));
    expect(headers).toContain(contentSecurityPolicy);
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('who is told', () => {
  it('hears of failed and missing runs, missed starts, stale and drifted models, failing APIs and refusals', () => {
    const alarms = ofType(county.observability, 'AWS::CloudWatch::Alarm');
    expect(alarms.map(([, { Properties }]) => Properties.AlarmName)).toEqual(
      [
        'nightly failed',
        'nightly timed out',
        'anchoring failed',
        'anchoring timed out',
        'retraining failed',
        'retraining timed out',
        'erasure failed',
        'erasure timed out',
        'key-rotation failed',
        'key-rotation timed out',
        'nightly has not succeeded',
        'the audit log was not anchored',
        'a scheduled start was missed',
        'a model is stale',
        'a model is not watched',
        'predictors have drifted',
        'predictions have drifted',
        ...apiNames.flatMap((api) => [
          `${api} ended badly`,
          `${api} fails`,
          `${api} refuses sign-ins`,
          `${api} refuses releases`,
        ]),
      ].map((name) => `ennakko-test: ${name}`),
    );
    for (const [, { Properties }] of alarms) {
      expect((Properties.AlarmActions as unknown[]).map(textOf)).toEqual([expect.stringMatching(/^<Alarms/)]);
    }
  });
});

describe('a county’s settings', () => {
  it('of every file given are as they must be', () => {
    expect(readSettings('pohjanmaa').county).toBe('pohjanmaa');
    expect(readSettings('trial').isTrial).toBe(true);
  });

  it('are refused with field and rule when they are not', () => {
    const given = { county: 'Ö', programmes: ['nobody'], signIn: { kind: 'cognito' }, shard: 3 };
    expect(() => settingsOf(given, 'x.json')).toThrow(UnusableSettings);
    expect(() => settingsOf(given, 'x.json')).toThrow(/x\.json: county: .*Unrecognized key: "shard"/);
    expect(() => settingsOf({ ...given, county: 'o', shard: undefined }, 'x.json')).toThrow(UnusableSettings);
    expect(() => readSettings('nowhere')).toThrow('infra/counties/nowhere.json: there is no such file');
  });
});

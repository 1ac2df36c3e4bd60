import { describe, expect, it } from 'vitest';
import { apiNames, apiRoutes } from '../../data-contracts/api/index.ts';
import { environmentOf, lambdaNames } from '../../data-contracts/vocabularies/lambdas.ts';
import { TrainJob } from '../../functions/core/jobs.ts';
import { readSettings, settingsOf, UnusableSettings } from '../../infra/read-settings.ts';
import { contentSecurityPolicyOf } from '../../infra/service/pages.ts';
import { textOf } from './iam.ts';
import {
  county,
  ofType,
  ownIssuer,
  type Resource,
  type Resources,
  smallest,
  synthesise,
} from './synthesised.ts';

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

  const ofName = (name: string) =>
    functions.find(([, { Properties }]) => Properties.FunctionName === `ennakko-test-${name}`)![1].Properties;

  it('each have a share of the account’s that no other takes, jobs no more than they need', () => {
    const reserved = Object.fromEntries(
      lambdaNames.map((name) => [name, ofName(name).ReservedConcurrentExecutions]),
    );
    expect(reserved).toEqual({
      ingest: 1,
      'client-months': 2,
      train: 2,
      score: 16,
      'find-hidden-demand': 1,
      publish: 1,
      erase: 1,
      'rotate-keys': 1,
      anchor: 1,
      'planner-api': 25,
      'prevention-api': 25,
      'knowledge-api': 25,
      'rights-api': 25,
      'token-claims': 10,
    });
  });

  it('are not deployed where the account has too few for them', () => {
    const having = (ofAccount: number) => ({ ...smallest, concurrency: { ofAccount, ofEachApi: 25 } });
    expect(() => settingsOf(having(10), 'x.json')).toThrow(
      'x.json: concurrency: the Lambdas reserve 136, AWS keeps 100 unreserved, and the account has 10; have its quota raised',
    );
    expect(() => settingsOf(having(235), 'x.json')).toThrow(UnusableSettings);
    expect(settingsOf(having(236), 'x.json').concurrency.ofAccount).toBe(236);
  });

  it('are called by who waits for an answer, so that no failed call is lost unseen', () => {
    const callers = ofType(county.service, 'AWS::Lambda::Permission').map(
      ([, { Properties }]) => Properties.Principal,
    );
    expect(new Set(callers)).toEqual(new Set(['apigateway.amazonaws.com', 'cognito-idp.amazonaws.com']));
    for (const type of ['AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::EventSourceMapping'])
      expect(ofType(county.service, type)).toEqual([]);
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

  it('believes the county’s own issuer when there is one, and makes no user pool', () => {
    const { service } = synthesise(ownIssuer);
    expect(ofType(service, 'AWS::Cognito::UserPool')).toEqual([]);
    const [[, { Properties }]] = ofType(service, 'AWS::ApiGatewayV2::Authorizer') as [[string, never]];
    expect(Properties).toMatchObject({
      JwtConfiguration: { Audience: ['ennakko'], Issuer: ownIssuer.signIn.issuer },
    });
    expect(ofType(service, 'AWS::Cognito::UserPoolDomain')).toEqual([]);
  });

  it('logs who came from where to which route, by the issuer’s id, and nothing of what was asked', () => {
    const [[, { Properties }]] = ofType(county.service, 'AWS::ApiGatewayV2::Stage') as [[string, Resource]];
    const { Format } = Properties.AccessLogSettings as { Format: string };
    expect(JSON.parse(Format)).toEqual({
      at: '$context.requestTime',
      requestId: '$context.requestId',
      subject: '$context.authorizer.claims.sub',
      address: '$context.identity.sourceIp',
      method: '$context.httpMethod',
      route: '$context.routeKey',
      status: '$context.status',
      milliseconds: '$context.responseLatency',
      authorizerError: '$context.authorizer.error',
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
    const policyOf = (resources: Resources) =>
      textOf(
        (
          ofType(resources, 'AWS::CloudFront::ResponseHeadersPolicy')[0]![1].Properties as {
            ResponseHeadersPolicyConfig: {
              SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: unknown } };
            };
          }
        ).ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy,
      );
    const cognito = 'https://ennakko-test-123456789012.auth.eu-north-1.amazoncognito.com';
    expect(policyOf(county.service)).toBe(contentSecurityPolicyOf(cognito));
    expect(policyOf(synthesise(ownIssuer).service)).toBe(
      contentSecurityPolicyOf('https://login.pohjanmaa.fi'),
    );
    const said = contentSecurityPolicyOf(cognito).split('; ');
    expect(said).toContain("default-src 'none'");
    expect(said).toContain(`connect-src 'self' ${cognito}`);
    expect(said.filter((one) => !one.startsWith('connect-src')).join()).not.toMatch(/unsafe|\*|https?:/);
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
          `${api} stops questions`,
          `${api} is at its limit`,
          `${api} refuses releases`,
        ]),
        'one requester is refused again and again',
      ].map((name) => `ennakko-test: ${name}`),
    );
    for (const [, { Properties }] of alarms) {
      expect((Properties.AlarmActions as unknown[]).map(textOf)).toEqual([
        expect.stringMatching(/OutputRefAlarmsTopic/),
      ]);
    }
  });

  it('counts the refusals of one requester in the gateway’s own log', () => {
    const [[, { Properties }]] = ofType(county.observability, 'AWS::CloudWatch::InsightRule') as [
      [string, Resource],
    ];
    const { LogGroupNames, Contribution } = JSON.parse(Properties.RuleBody as string);
    const logs = ofType(county.service, 'AWS::Logs::LogGroup').map(([, one]) => one.Properties.LogGroupName);
    expect(logs).toEqual(expect.arrayContaining(LogGroupNames));
    expect(Contribution.Keys).toEqual(['$.subject']);
    const [, alarm] = ofType(county.observability, 'AWS::CloudWatch::Alarm').at(-1)!;
    expect(JSON.stringify(alarm.Properties.Metrics)).toContain(
      JSON.stringify(`INSIGHT_RULE_METRIC("${Properties.RuleName}", "MaxContributorValue")`).slice(1, -1),
    );
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

import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  CfnInsightRule,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { apiNames } from '../../data-contracts/api/index.ts';
import type { LambdaName } from '../../data-contracts/vocabularies/lambdas.ts';
import {
  metricNamespace,
  type ServiceCount,
  type ServiceMeasure,
} from '../../data-contracts/vocabularies/service-metrics.ts';
import { logNameOf } from '../kept-log.ts';
import { accessLogName } from '../service/http-api.ts';
import type { ServiceStack } from '../service-stack.ts';
import type { CountySettings } from '../settings.ts';

/** How often a Lambda has counted something of its own work. */
export const serviceCount = (count: ServiceCount, lambda: LambdaName, period = Duration.minutes(15)) =>
  new Metric({
    namespace: metricNamespace,
    metricName: count,
    dimensionsMap: { service: lambda },
    statistic: 'Sum',
    period,
  });

/** What was measured of models when their scores were last published: the worst of the programmes. */
export const serviceMeasure = (measure: ServiceMeasure) =>
  new Metric({
    namespace: metricNamespace,
    metricName: measure,
    dimensionsMap: { service: 'publish' satisfies LambdaName },
    statistic: 'Maximum',
    period: Duration.days(1),
  });

interface AlarmRule {
  readonly id: string;
  readonly says: string;
  readonly metric: IMetric;
  /** The alarm is raised above it … */
  readonly above?: number;
  /** … or below it; then no value at all raises it too. */
  readonly below?: number;
}

/** Every alarm of the service: what it says, and above which value. */
export function alarmsOf(scope: Construct, settings: CountySettings, service: ServiceStack): Alarm[] {
  return [
    ...jobRules(service),
    ...modelRules(settings),
    ...apiRules(service, settings),
    refusalsOfOne(scope, settings),
  ].map(
    ({ id, says, metric, above, below = 0 }) =>
      new Alarm(scope, id, {
        alarmName: `ennakko-${settings.county}: ${id}`,
        alarmDescription: says,
        metric,
        threshold: above ?? below,
        evaluationPeriods: 1,
        comparisonOperator:
          above === undefined
            ? ComparisonOperator.LESS_THAN_THRESHOLD
            : ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: above === undefined ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      }),
  );
}

function jobRules({ nightly, anchoring, started, schedules }: ServiceStack): AlarmRule[] {
  const period = Duration.hours(1);
  const machines = { nightly, anchoring, ...started };
  return [
    ...Object.entries(machines).flatMap(([name, machine]) => [
      {
        id: `${name} failed`,
        says: `The ${name} run failed.`,
        metric: machine.metricFailed({ period }),
        above: 0,
      },
      {
        id: `${name} timed out`,
        says: `The ${name} run took too long.`,
        metric: machine.metricTimedOut({ period }),
        above: 0,
      },
    ]),
    {
      id: 'nightly has not succeeded',
      says: 'No nightly run has succeeded in a day: deliveries and scores are getting old.',
      metric: nightly.metricSucceeded({ period: Duration.days(1), statistic: 'Sum' }),
      below: 1,
    },
    {
      id: 'the audit log was not anchored',
      says: 'The audit log was not anchored in a day, or is not as it was: ennakko audit verify says where.',
      metric: anchoring.metricSucceeded({ period: Duration.days(1), statistic: 'Sum' }),
      below: 1,
    },
    {
      id: 'a scheduled start was missed',
      says: 'A schedule could not start its run; what it would have said is in the queue.',
      metric: schedules.missedStarts.metricApproximateNumberOfMessagesVisible({ period }),
      above: 0,
    },
  ];
}

function modelRules({ alarms }: CountySettings): AlarmRule[] {
  return [
    {
      id: 'a model is stale',
      says: 'A model scores that has learnt nothing for longer than its programme allows: train it anew.',
      metric: serviceMeasure('models-stale'),
      above: 0,
    },
    {
      id: 'a model is not watched',
      says: 'Of a model that scores, neither age nor drift is known: train it anew.',
      metric: serviceMeasure('models-not-watched'),
      above: 0,
    },
    {
      id: 'predictors have drifted',
      says: `A predictor’s population stability index is more than ${alarms.drift} beyond chance.`,
      metric: serviceMeasure('largest-predictor-drift'),
      above: alarms.drift,
    },
    {
      id: 'predictions have drifted',
      says: `The predictions’ population stability index is more than ${alarms.drift} beyond chance.`,
      metric: serviceMeasure('largest-prediction-drift'),
      above: alarms.drift,
    },
  ];
}

/** A Lambda that ends badly, and one that answers that it failed, are two things. */
function apiRules({ functions }: ServiceStack, { alarms }: CountySettings): AlarmRule[] {
  const period = Duration.minutes(15);
  return apiNames.flatMap((name) => [
    {
      id: `${name} ended badly`,
      says: `The ${name} ended without an answer more than five times in a quarter of an hour.`,
      metric: functions.byName[name].metricErrors({ period, statistic: 'Sum' }),
      above: 5,
    },
    {
      id: `${name} fails`,
      says: `The ${name} answered more than five times in a quarter of an hour that it failed.`,
      metric: serviceCount('failures', name),
      above: 5,
    },
    {
      id: `${name} refuses sign-ins`,
      says: `More than ${alarms.refusedSignIns} tokens were refused in a quarter of an hour.`,
      metric: serviceCount('sign-ins-refused', name),
      above: alarms.refusedSignIns,
    },
    {
      id: `${name} stops questions`,
      says: 'Somebody asked the same with little changed so often that they were stopped: see who, and why.',
      metric: serviceCount('questions-stopped', name),
      above: 0,
    },
    {
      id: `${name} is at its limit`,
      says: `The ${name} was asked more than five times in a quarter of an hour while as many ran as may.`,
      metric: functions.byName[name].metricThrottles({ period, statistic: 'Sum' }),
      above: 5,
    },
    {
      id: `${name} refuses releases`,
      says: `The release gate refused more than ${alarms.refusedReleasesADay} questions in a day.`,
      metric: serviceCount('gate-refusals', name, Duration.days(1)),
      above: alarms.refusedReleasesADay,
    },
  ]);
}

/**
 * Somebody who is refused again and again is looking for a way, or has been given the wrong role. Counted by the
 * gateway's own log, who asked being no dimension of a metric.
 */
function refusalsOfOne(scope: Construct, { county, alarms }: CountySettings): AlarmRule {
  const ruleName = `ennakko-${county}-refusals-by-requester`;
  new CfnInsightRule(scope, 'RefusalsByRequester', {
    ruleName,
    ruleState: 'ENABLED',
    ruleBody: JSON.stringify({
      Schema: { Name: 'CloudWatchLogRule', Version: 1 },
      LogGroupNames: [logNameOf(county, accessLogName)],
      LogFormat: 'JSON',
      Contribution: { Keys: ['$.subject'], Filters: [{ Match: '$.status', In: ['403'] }] },
      AggregateOn: 'Count',
    }),
  });
  return {
    id: 'one requester is refused again and again',
    says: `One person was refused more than ${alarms.refusedOfOneAnHour} questions in an hour; the rule ${ruleName} says whom.`,
    metric: new MathExpression({
      expression: `INSIGHT_RULE_METRIC("${ruleName}", "MaxContributorValue")`,
      label: 'Refused questions of one',
      period: Duration.hours(1),
    }),
    above: alarms.refusedOfOneAnHour,
  };
}

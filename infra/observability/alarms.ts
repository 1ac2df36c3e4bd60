import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { lambdaNames, lambdas } from '../../data-contracts/vocabularies/lambdas.ts';
import {
  metricNamespace,
  type ServiceMetric,
  serviceMetrics,
} from '../../data-contracts/vocabularies/service-metrics.ts';
import type { ServiceStack } from '../service-stack.ts';
import type { CountySettings } from '../settings.ts';

/** A day's largest value or sum of one of the service's own metrics. */
export const serviceMetric = (metric: ServiceMetric, programme: string, statistic: 'Maximum' | 'Sum') =>
  new Metric({
    namespace: metricNamespace,
    metricName: serviceMetrics[metric].name,
    dimensionsMap: { programme },
    statistic,
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
  return [...jobRules(service), ...apiRules(service), ...programmeRules(settings)].map(
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

function jobRules({ nightly, retraining, schedules }: ServiceStack): AlarmRule[] {
  const period = Duration.hours(1);
  const machines = { nightly, retraining };
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
      id: 'a scheduled start was missed',
      says: 'A schedule could not start its run; what it would have said is in the queue.',
      metric: schedules.missedStarts.metricApproximateNumberOfMessagesVisible({ period }),
      above: 0,
    },
  ];
}

function apiRules({ functions }: ServiceStack): AlarmRule[] {
  const period = Duration.minutes(15);
  return lambdaNames
    .filter((name) => lambdas[name].kind === 'api')
    .map((name) => ({
      id: `${name} fails`,
      says: `The ${name} failed more than five times in a quarter of an hour.`,
      metric: functions.byName[name].metricErrors({ period }),
      above: 5,
    }));
}

function programmeRules({ programmes, alarms }: CountySettings): AlarmRule[] {
  return programmes.flatMap((programme) => [
    {
      id: `${programme}: many refused`,
      says: `The release gate withheld more than ${alarms.refusedReleasesADay} people in a day.`,
      metric: serviceMetric('refusedReleases', programme, 'Sum'),
      above: alarms.refusedReleasesADay,
    },
    {
      id: `${programme}: model is stale`,
      says: `The model that serves is older than ${alarms.modelAgeDays} days.`,
      metric: serviceMetric('modelAgeDays', programme, 'Maximum'),
      above: alarms.modelAgeDays,
    },
    {
      id: `${programme}: drift`,
      says: `A predictor’s distribution has moved: population stability index above ${alarms.drift}.`,
      metric: serviceMetric('largestDrift', programme, 'Maximum'),
      above: alarms.drift,
    },
  ]);
}

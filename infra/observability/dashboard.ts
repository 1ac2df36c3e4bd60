import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { lambdaNames } from '../../data-contracts/vocabularies/lambdas.ts';
import type { ServiceStack } from '../service-stack.ts';
import type { CountySettings } from '../settings.ts';
import { serviceMetric } from './alarms.ts';

/** One page: alarms, runs, models, and what each Lambda does. */
export function dashboardOf(
  scope: Construct,
  { county, programmes }: CountySettings,
  { nightly, retraining, functions }: ServiceStack,
  alarms: readonly Alarm[],
): Dashboard {
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  const lambdas = lambdaNames.map((name) => functions.byName[name]);
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: `ennakko-${county}`,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24 })],
      [
        graph(
          'Runs',
          [nightly, retraining].flatMap((one) => [one.metricSucceeded(), one.metricFailed()]),
        ),
        graph('Length of runs', [nightly.metricTime(), retraining.metricTime()]),
      ],
      [
        graph(
          'Age of the serving model, days',
          programmes.map((id) => serviceMetric('modelAgeDays', id, 'Maximum')),
        ),
        graph(
          'Largest drift of a predictor',
          programmes.map((id) => serviceMetric('largestDrift', id, 'Maximum')),
        ),
      ],
      [
        graph(
          'People withheld by the gate, a day',
          programmes.map((id) => serviceMetric('refusedReleases', id, 'Sum')),
        ),
        graph(
          'Errors',
          lambdas.map((lambda) => lambda.metricErrors()),
        ),
      ],
      [
        graph(
          'Duration',
          lambdas.map((lambda) => lambda.metricDuration()),
        ),
        graph(
          'Throttles',
          lambdas.map((lambda) => lambda.metricThrottles()),
        ),
      ],
    ],
  });
}

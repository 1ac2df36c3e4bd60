import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { apiNames } from '../../data-contracts/api/index.ts';
import { lambdaNames, lambdas as lambdaSpecs } from '../../data-contracts/vocabularies/lambdas.ts';
import type { ServiceStack } from '../service-stack.ts';
import type { CountySettings } from '../settings.ts';
import { serviceCount, serviceMeasure } from './alarms.ts';

/** One page: alarms, runs, models, and what each Lambda does. */
export function dashboardOf(
  scope: Construct,
  { county }: CountySettings,
  { nightly, anchoring, started, functions }: ServiceStack,
  alarms: readonly Alarm[],
): Dashboard {
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  const machines = [nightly, anchoring, ...Object.values(started)];
  const jobs = lambdaNames.filter((name) => lambdaSpecs[name].kind === 'job');
  const lambdas = lambdaNames.map((name) => functions.byName[name]);
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: `ennakko-${county}`,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24 })],
      [
        graph(
          'Runs',
          machines.flatMap((one) => [one.metricSucceeded(), one.metricFailed()]),
        ),
        graph(
          'Length of runs',
          machines.map((one) => one.metricTime()),
        ),
      ],
      [
        graph('Age of models, months', [serviceMeasure('model-age-months')]),
        graph(
          'Drift, population stability index beyond chance',
          (['largest-predictor-drift', 'largest-prediction-drift'] as const).map(serviceMeasure),
        ),
      ],
      [
        graph(
          'Questions refused by the gate and stopped, a day',
          apiNames.flatMap((name) =>
            (['gate-refusals', 'questions-stopped'] as const).map((count) =>
              serviceCount(count, name, Duration.days(1)),
            ),
          ),
        ),
        graph(
          'Refused tokens',
          apiNames.map((name) => serviceCount('sign-ins-refused', name)),
        ),
      ],
      [
        graph(
          'Requests',
          apiNames.map((name) => serviceCount('requests', name)),
        ),
        graph(
          'Failures',
          apiNames.map((name) => serviceCount('failures', name)),
        ),
      ],
      [
        graph(
          'Jobs failed',
          jobs.map((name) => serviceCount('jobs-failed', name)),
        ),
        graph(
          'Lambdas ended badly',
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

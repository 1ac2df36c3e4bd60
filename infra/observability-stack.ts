import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { AlarmTopic } from './data/alarm-topic.ts';
import { alarmsOf } from './observability/alarms.ts';
import { dashboardOf } from './observability/dashboard.ts';
import type { ServiceStack } from './service-stack.ts';
import type { CountySettings } from './settings.ts';

/** What is told when something is not right, and the one page that shows it. */
export class ObservabilityStack extends Stack {
  readonly alarms: readonly Alarm[];

  constructor(
    scope: Construct,
    id: string,
    settings: CountySettings,
    props: StackProps & { service: ServiceStack; alarms: AlarmTopic },
  ) {
    super(scope, id, props);
    this.alarms = alarmsOf(this, settings, props.service);
    for (const alarm of this.alarms) alarm.addAlarmAction(new SnsAction(props.alarms.topic));
    dashboardOf(this, settings, props.service, this.alarms);
  }
}

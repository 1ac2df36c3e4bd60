import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { alarmsOf } from './observability/alarms.ts';
import { dashboardOf } from './observability/dashboard.ts';
import type { ServiceStack } from './service-stack.ts';
import type { CountySettings } from './settings.ts';

/** Who is told when something is not right, and the one page that shows it. */
export class ObservabilityStack extends Stack {
  readonly alarms: readonly Alarm[];

  constructor(
    scope: Construct,
    id: string,
    settings: CountySettings,
    props: StackProps & { service: ServiceStack },
  ) {
    super(scope, id, props);
    const key = new Key(this, 'Key', { enableKeyRotation: true, alias: `ennakko-${settings.county}-alarms` });
    key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    const topic = new Topic(this, 'Alarms', {
      topicName: `ennakko-${settings.county}-alarms`,
      masterKey: key,
      enforceSSL: true,
    });
    if (settings.alarmEmail) topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    this.alarms = alarmsOf(this, settings, props.service);
    for (const alarm of this.alarms) alarm.addAlarmAction(new SnsAction(topic));
    dashboardOf(this, settings, props.service, this.alarms);
  }
}

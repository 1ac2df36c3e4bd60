import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { askedAddress } from '../asked-address.ts';
import type { CountySettings } from '../settings.ts';

/**
 * Where alarms are told. It is in the first stack that is deployed, so that nothing runs of which nobody would
 * hear: a county whose settings name nobody is asked for an address by the deployment, which has no default.
 */
export class AlarmTopic extends Construct {
  readonly topic: ITopic;

  constructor(scope: Construct, id: string, settings: CountySettings) {
    super(scope, id);
    const { alarmTopic } = settings;
    this.topic = alarmTopic ? Topic.fromTopicArn(this, 'Topic', alarmTopic) : this.#own(settings);
  }

  #own({ county, alarmEmail, isTrial }: CountySettings): Topic {
    const masterKey = new Key(this, 'Key', { enableKeyRotation: true, alias: `ennakko-${county}-alarms` });
    masterKey.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    const topic = new Topic(this, 'Topic', {
      topicName: `ennakko-${county}-alarms`,
      masterKey,
      enforceSSL: true,
    });
    const address = alarmEmail ?? (isTrial ? undefined : this.#asked());
    if (address) topic.addSubscription(new EmailSubscription(address));
    return topic;
  }

  #asked = () => askedAddress(this, 'AlarmEmail', 'Who is told of alarms: an address that somebody reads.');
}

import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { DefinitionBody, JsonPath, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { SnsPublish } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { askedAddress } from '../asked-address.ts';
import type { CountySettings } from '../settings.ts';
import type { Functions } from './functions.ts';
import { jobStep } from './job-step.ts';
import { ServiceMachine } from './service-machine.ts';

/**
 * The audit log’s end is signed and published, the log held against every anchor, and the anchor told by mail: one
 * that lies in this account alone would prove nothing about who runs the account. So somebody gets it, or the bucket
 * is another account's; a county whose settings say neither is asked by the deployment.
 */
export class Anchoring extends Construct {
  readonly machine: ServiceMachine;

  constructor(scope: Construct, id: string, settings: CountySettings, { byName, logKey }: Functions) {
    super(scope, id);
    const name = `ennakko-${settings.county}-anchors`;
    const key = new Key(this, 'Key', { enableKeyRotation: true, alias: `${name}-mailed` });
    const topic = new Topic(this, 'Topic', { topicName: name, masterKey: key, enforceSSL: true });
    const reader = settings.anchors.email ?? (keepsElsewhere(settings) ? undefined : this.#asked());
    if (reader) topic.addSubscription(new EmailSubscription(reader));
    const tell = new SnsPublish(this, 'Tell the anchor', {
      topic,
      subject: `Ennakko ${settings.county}: the audit log is anchored`,
      message: TaskInput.fromJsonPathAt('$.anchored.Payload.anchor'),
      resultPath: JsonPath.DISCARD,
    });
    this.machine = new ServiceMachine(this, 'Machine', {
      settings,
      key: logKey,
      name: 'anchoring',
      definition: DefinitionBody.fromChainable(
        jobStep(this, 'Anchor', byName.anchor, {}, 4, '$.anchored').next(tell),
      ),
      lambdas: [byName.anchor],
      statements: [
        new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }),
        new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
      ],
    });
  }

  #asked = () =>
    askedAddress(
      this,
      'AnchorEmail',
      'Who keeps the audit log’s anchors: an address that somebody outside this account reads.',
    );
}

/** Anchors in another account need no mail; those of a trial prove nothing to anybody. */
const keepsElsewhere = ({ anchors, isTrial }: CountySettings) => anchors.bucket !== undefined || isTrial;

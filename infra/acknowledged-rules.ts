import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

interface AcknowledgedRule {
  /** As its pack names it; a rule that two packs share is written once. */
  readonly rule: string;
  readonly packs: readonly ('AwsSolutions' | 'HIPAA.Security' | 'NIST.800.53.R5')[];
  /** Paths of the resources for which it does not hold, without their stack. */
  readonly of: RegExp;
  /** Why, to somebody who audits. */
  readonly because: string;
}

const health = ['HIPAA.Security', 'NIST.800.53.R5'] as const;
const own = ['AwsSolutions'] as const;

/**
 * Every finding of the packs that stands, and why; findings about a star in a policy are with the policy. What is
 * not here fails the synthesis, and what is here and no longer found fails a test.
 */
export const acknowledgedRules: readonly AcknowledgedRule[] = [
  {
    rule: 'IAMNoInlinePolicy',
    packs: health,
    of: /^(Trail\/Trail\/LogsRole|Container\/Network\/Flows\/IAMRole|Container\/Task\/ExecutionRole|SchedulerRoleForTarget-\w+|Custom::CDKBucketDeployment\w+\/ServiceRole)\/DefaultPolicy\//,
    because:
      'Roles that CDK makes for one service of AWS each (delivery of logs, start of tasks and runs, copying of pages), with one policy that nothing else could use. They come to no store of people; every role of the service’s own code has a managed policy.',
  },
  {
    rule: 'LambdaDLQ',
    packs: health,
    of: /^(Functions\/[a-z-]+|Custom::CDKBucketDeployment\w+)\//,
    because:
      'A dead-letter queue takes asynchronous invocations, and there are none: state machines, the gateway and the user pool wait for an answer. A job that failed stays in its execution’s history and raises an alarm; a start that was missed lies in a queue that does.',
  },
  {
    rule: 'LambdaInsideVPC',
    packs: health,
    of: /^(Functions\/[a-z-]+|Custom::CDKBucketDeployment\w+)\//,
    because:
      'They use services of AWS alone, over TLS and by IAM, and nothing that has an address in a network; nobody can connect to one. A network would add paths (NAT or nine endpoints) and no boundary: what each may touch, its policy and the buckets’ and keys’ own policies say.',
  },
  {
    rule: 'LambdaConcurrency',
    packs: health,
    of: /^Custom::CDKBucketDeployment\w+\//,
    because: 'CDK’s own copying of the pages’ files: it runs once a deployment and at no other time.',
  },
  {
    rule: 'S3BucketReplicationEnabled',
    packs: health,
    of: /^Buckets\/(landing|lake|records|vault|keys)\/Bucket\//,
    because:
      'S3 keeps every object in three data centres, and earlier versions are the backup. A copy elsewhere does not follow when a version is deleted for good, so it would outlive the erasure of a person (GDPR article 17); and what is closed under a key of this region opens in no other. After the loss of a region the county delivers again, from the systems the data came from: same deliveries, same bytes. A county that decides otherwise adds the copy and its erasure.',
  },
  {
    rule: 'S3BucketReplicationEnabled',
    packs: health,
    of: /^(Buckets\/audit\/Bucket|Trail\/trail\/Bucket)\//,
    because:
      'Locked in compliance mode in three data centres: nobody deletes or overwrites an entry. Against the loss of a region the law’s duty to keep the log is met by the county’s own archive, of which the guide says how it is made.',
  },
  {
    rule: 'S3BucketReplicationEnabled',
    packs: health,
    of: /^Buckets\/anchors\/Bucket\//,
    because:
      'Locked in compliance mode in three data centres, and told by mail the same evening: a mail that was kept proves as much as the object, and the deployment asks who keeps them. A county that wants the bucket itself elsewhere names one of another account.',
  },
  {
    rule: 'S3BucketReplicationEnabled',
    packs: health,
    of: /^(Buckets\/(AccessLogs|query-answers)|Pages\/(Files|Logs))\//,
    because:
      'Nothing here is needed after a loss: answers of queries are gone in a week, pages are deployed again, and access logs double what the trail records.',
  },
  {
    rule: 'S3BucketVersioningEnabled',
    packs: health,
    of: /^Buckets\/query-answers\//,
    because:
      'Answers of queries hold rows by pseudonym and are deleted after a week; earlier versions would keep them longer than anybody needs. They are made anew by asking again.',
  },
  {
    rule: 'S3DefaultEncryptionKMS',
    packs: health,
    of: /^(Buckets\/AccessLogs|Pages\/Logs)\//,
    because:
      'S3 and CloudFront deliver access logs to buckets under S3’s own key (SSE-S3) alone. They name objects and callers, and hold no content.',
  },
  {
    rule: 'S3DefaultEncryptionKMS',
    packs: health,
    of: /^Pages\/Files\//,
    because: 'The pages are public files without data, encrypted under S3’s own key.',
  },
  {
    rule: 'VPCNoUnrestrictedRouteToIGW',
    packs: health,
    of: /^Container\/Network\/outwardsSubnet\d\/DefaultRoute/,
    because:
      'The way out of the training’s task to services of AWS. Its security group lets nothing in and only TLS out, the default group is closed, nothing listens, every flow is logged, and between trainings there is no task.',
  },
  {
    rule: 'SQS3',
    packs: own,
    of: /^Schedules\/MissedStarts\//,
    because: 'It is itself the queue of what could not be delivered.',
  },
  {
    rule: 'ECS2',
    packs: own,
    of: /^Container\/Task\//,
    because: 'Names of buckets are no secrets, and there are no others among the variables.',
  },
  {
    rule: 'IAM5[Resource::*]',
    packs: own,
    of: /^Container\/Task\/ExecutionRole\//,
    because: 'Fetching an image takes a token that ECR gives for no resource in particular.',
  },
  {
    rule: 'CFR1',
    packs: own,
    of: /^Pages\/Distribution\//,
    because: 'Workers travel; every path to data asks for a token.',
  },
  {
    rule: 'CFR2',
    packs: own,
    of: /^Pages\/Distribution\//,
    because: 'The pages are files without data; the API limits how often it is asked.',
  },
  {
    rule: 'CFR4',
    packs: own,
    of: /^Pages\/Distribution\//,
    because: 'The certificate of CloudFront’s own name fixes its protocol; a county’s own name sets TLS 1.2.',
  },
  {
    rule: 'L1',
    packs: own,
    of: /^Custom::CDKBucketDeployment\w+\//,
    because: 'CDK chooses the runtime of its own Lambda.',
  },
];

/** Says of each resource which rules do not hold for it, and why. After everything else is made. */
export function acknowledgeRules(app: IConstruct): void {
  for (const resource of app.node.findAll().filter(CfnResource.isCfnResource)) {
    const path = resource.node.path.slice(resource.stack.node.path.length + 1);
    for (const { rule, packs, of, because } of acknowledgedRules) {
      if (of.test(path))
        acknowledge(resource, Object.fromEntries(packs.map((pack) => [`${pack}-${rule}`, because])));
    }
  }
}

import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { AlarmTopic } from './data/alarm-topic.ts';
import { Buckets } from './data/buckets.ts';
import { Catalogue } from './data/catalogue.ts';
import { guardAudit } from './data/guard-audit.ts';
import { guardVault } from './data/guard-vault.ts';
import { Trail } from './data/trail.ts';
import { logKey } from './kept-log.ts';
import type { CountySettings } from './settings.ts';

/** What is kept: buckets and keys by kind, the catalogue, who may ask it, and who is told. Outlives every other stack. */
export class DataStack extends Stack {
  readonly settings: CountySettings;
  readonly buckets: Buckets;
  readonly catalogue: Catalogue;
  readonly logKey: Key;
  /** Who hears of alarms. */
  readonly alarms: AlarmTopic;
  readonly trail: Trail;

  constructor(scope: Construct, id: string, settings: CountySettings, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: !settings.isTrial });
    this.settings = settings;
    this.alarms = new AlarmTopic(this, 'Alarms', settings);
    this.logKey = logKey(this, 'LogKey', settings);
    this.buckets = new Buckets(this, 'Buckets', settings);
    this.catalogue = new Catalogue(this, 'Catalogue', settings, this.buckets);
    this.trail = new Trail(this, 'Trail', settings, this.buckets, this.logKey);
    guardVault(this.buckets, settings);
    guardAudit(this.buckets, settings);
  }
}

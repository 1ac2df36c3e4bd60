import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Buckets } from './data/buckets.ts';
import { Catalogue } from './data/catalogue.ts';
import { guardAudit } from './data/guard-audit.ts';
import { guardVault } from './data/guard-vault.ts';
import type { CountySettings } from './settings.ts';

/** What is kept: buckets and keys by kind, the catalogue, and who may ask it. Outlives every other stack. */
export class DataStack extends Stack {
  readonly settings: CountySettings;
  readonly buckets: Buckets;
  readonly catalogue: Catalogue;

  constructor(scope: Construct, id: string, settings: CountySettings, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: !settings.isTrial });
    this.settings = settings;
    this.buckets = new Buckets(this, 'Buckets', settings);
    this.catalogue = new Catalogue(this, 'Catalogue', settings, this.buckets);
    guardVault(this.buckets, settings);
    guardAudit(this.buckets, settings);
  }
}

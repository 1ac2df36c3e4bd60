import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { LambdaName } from '../data-contracts/vocabularies/lambdas.ts';
import { DataStack } from './data-stack.ts';
import { ObservabilityStack } from './observability-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { CountySettings } from './settings.ts';

export interface Built {
  /** The folder of a Lambda's bundle. */
  readonly bundleOf: (lambda: LambdaName) => string;
  readonly pagesFolder: string | undefined;
}

/** A county's three stacks, under AWS's own rules of security: a finding without a reason fails the synthesis. */
export function countyStacks(app: App, settings: CountySettings, built: Built) {
  const { county, region, account } = settings;
  const props = { env: { region, ...(account && { account }) } };
  const data = new DataStack(app, `ennakko-${county}-data`, settings, props);
  const service = new ServiceStack(app, `ennakko-${county}-service`, settings, { ...props, ...built, data });
  const observability = new ObservabilityStack(app, `ennakko-${county}-observability`, settings, {
    ...props,
    service,
  });
  Tags.of(app).add('service', 'ennakko');
  Tags.of(app).add('county', county);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { data, service, observability };
}

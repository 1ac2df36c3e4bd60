import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks } from 'cdk-nag';
import type { LambdaName } from '../data-contracts/vocabularies/lambdas.ts';
import { acknowledgeRules } from './acknowledged-rules.ts';
import { DataStack } from './data-stack.ts';
import { ObservabilityStack } from './observability-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { CountySettings } from './settings.ts';

export interface Built {
  /** The folder of a Lambda's bundle. */
  readonly bundleOf: (lambda: LambdaName) => string;
  readonly pagesFolder: string | undefined;
}

/** A county's three stacks, under three packs of rules of security: a finding without a reason fails the synthesis. */
export function countyStacks(app: App, settings: CountySettings, built: Built) {
  const stacks = stacksOf(app, settings, built);
  acknowledgeRules(app);
  Validations.of(app).addPlugins(...rulePacks());
  return stacks;
}

/** The stacks by themselves, no rule asked. */
export function stacksOf(app: App, settings: CountySettings, built: Built) {
  const { county, region, account } = settings;
  const props = { env: { region, ...(account && { account }) } };
  const data = new DataStack(app, `ennakko-${county}-data`, settings, props);
  const service = new ServiceStack(app, `ennakko-${county}-service`, settings, { ...props, ...built, data });
  const observability = new ObservabilityStack(app, `ennakko-${county}-observability`, settings, {
    ...props,
    service,
    alarms: data.alarms,
  });
  Tags.of(app).add('service', 'ennakko');
  Tags.of(app).add('county', county);
  return { data, service, observability };
}

/** AWS's own rules, those of HIPAA's Security Rule, and those of NIST SP 800-53 revision 5. */
export const rulePacks = () => [new AwsSolutionsChecks(), new HIPAASecurityChecks(), new NIST80053R5Checks()];

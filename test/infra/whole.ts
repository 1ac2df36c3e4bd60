import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { expect, it } from 'vitest';
import { acknowledgedRules, acknowledgeRules } from '../../infra/acknowledged-rules.ts';
import { rulePacks, stacksOf } from '../../infra/county-stacks.ts';
import { county, made } from './synthesised.ts';

const names = ['data', 'service', 'observability'] as const;

it('nothing breaks a rule of the three packs, as the synthesis would have failed', () => {
  expect(county.assembly.stacks.map(({ stackName }) => stackName)).toEqual(
    names.map((name) => `ennakko-test-${name}`),
  );
});

/** What the packs find in a tree, each pack at work. */
function findingsOf(tree: IConstruct): string[] {
  return rulePacks().flatMap((pack) => {
    const { violations } = pack.validateScope(tree);
    return violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );
  });
}

it('every finding that is acknowledged would be one, and a rule broken anew is found by each pack', () => {
  const { folder, app, settings, built } = made({}, true);
  const { service } = stacksOf(app, settings, built);
  const before = findingsOf(app);
  for (const { rule, packs, of } of acknowledgedRules)
    for (const pack of packs) {
      const found = before.filter((one) => {
        const [name, path = ''] = one.split(' ');
        return name === `${pack}-${rule}` && of.test(path.slice(path.indexOf('/') + 1));
      });
      expect([pack, rule, String(of), found.length > 0]).toEqual([pack, rule, String(of), true]);
    }
  acknowledgeRules(app);
  expect(findingsOf(app)).toEqual([]);
  new LogGroup(service, 'careless-log');
  new CfnBucket(service, 'careless-bucket');
  const packs = new Set(findingsOf(app).map((one) => one.slice(0, one.indexOf('-'))));
  expect(packs).toEqual(new Set(['AwsSolutions', 'HIPAA.Security', 'NIST.800.53.R5']));
  rmSync(folder, { recursive: true });
});

it('no rule is acknowledged without a reason', () => {
  const reasons = names.flatMap((name) => county.stacks[name].node.findAll().flatMap(acknowledgedOf));
  expect(reasons.length).toBeGreaterThan(20);
  for (const { id, reason } of reasons) expect([id, reason.length > 15]).toEqual([id, true]);
});

const acknowledgedOf = ({ node }: IConstruct): { id: string; reason: string }[] =>
  node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, unknown>))
    .map(([id, reason]) => ({ id, reason: JSON.stringify(reason) }));

for (const name of names) {
  it(`the ${name} stack is as it was, hashes of assets left blank`, async () => {
    const text = `${JSON.stringify(county[name], null, 1)}\n`.replaceAll(/[0-9a-f]{64}/g, '<hash>');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'snapshot', `${name}.json`));
  });
}

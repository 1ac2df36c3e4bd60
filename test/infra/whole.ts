import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { expect, it } from 'vitest';
import { county } from './synthesised.ts';

const names = ['data', 'service', 'observability'] as const;

it('nothing breaks a rule of AWS’s own pack, as the synthesis would have failed', () => {
  expect(county.assembly.stacks.map(({ stackName }) => stackName)).toEqual(
    names.map((name) => `ennakko-test-${name}`),
  );
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

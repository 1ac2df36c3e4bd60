import { Stack, Validations } from 'aws-cdk-lib';
import type { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** Why a rule of cdk-nag does not hold for a construct and what is in it: rule, or rule[finding], to reason. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}

/** Each resource that ends in a star, in what a role may do, acknowledged by itself and for one reason. */
export function acknowledgeStars(role: Role, statements: readonly PolicyStatement[], reason: string): void {
  for (const resource of new Set(statements.flatMap(({ resources }) => resources))) {
    if (resource.includes('*'))
      acknowledge(role, { [`AwsSolutions-IAM5[Resource::${asWritten(role, resource)}]`]: reason });
  }
}

/** A text with references as cdk-nag writes them. */
function asWritten(role: Role, resource: string): string {
  const resolved = Stack.of(role).resolve(resource);
  if (typeof resolved === 'string') return resolved;
  const parts: (string | { readonly Ref: string })[] = resolved['Fn::Join'][1];
  return parts.map((part) => (typeof part === 'string' ? part : `<${part.Ref}>`)).join('');
}

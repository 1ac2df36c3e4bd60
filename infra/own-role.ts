import { type IRole, ManagedPolicy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgeStars } from './acknowledge.ts';

export interface OwnRoleProps {
  readonly roleName?: string;
  /** The service of AWS that takes the role on. */
  readonly service: string;
  readonly statements: readonly PolicyStatement[];
  /** Why resources of these statements end in a star. */
  readonly becauseOfStars: string;
}

/** A role with one policy, written out as a resource of its own with versions; nothing is added behind its back. */
export function ownRole(scope: Construct, id: string, props: OwnRoleProps): { role: Role; closed: IRole } {
  const { roleName, service, statements, becauseOfStars } = props;
  const role = new Role(scope, id, {
    ...(roleName && { roleName }),
    assumedBy: new ServicePrincipal(service),
  });
  new ManagedPolicy(role, 'Policy', { roles: [role], statements: [...statements] });
  acknowledgeStars(role, statements, becauseOfStars);
  return { role, closed: role.withoutPolicyUpdates() };
}

import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UseCase } from '../../../data-contracts/schemas/use-case.ts';
import { type JoinedPeople, nobodyJoined } from '../identity/joined-people.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import { permits, requireAccess } from './access.ts';
import { refuseIdentityCodeAsRequester } from './no-identity-codes.ts';

export interface AccessPorts {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Who is who by now; absent: nobody has ever been called by several identifiers. */
  readonly people?: () => Promise<JoinedPeople>;
}

export const peopleOf = async ({ people }: Pick<AccessPorts, 'people'>): Promise<JoinedPeople> =>
  (await people?.()) ?? nobodyJoined;

/**
 * Lets a requester do something that is not the release of a row, or refuses it; either is in the audit log
 * before anything is done.
 * @throws AccessRefused
 */
export async function accessInLog(
  { audit, clock, newId }: AccessPorts,
  requester: Requester,
  useCase: UseCase,
  subject: { readonly client?: string } = {},
): Promise<void> {
  refuseIdentityCodeAsRequester(requester);
  const outcome = permits(requester, useCase, subject) ? 'allowed' : 'refused';
  const access = { kind: 'access', at: clock.now(), requestId: newId(), requester, useCase } as const;
  await audit.append([{ ...access, outcome, ...subject }]);
  requireAccess(requester, useCase, subject);
}

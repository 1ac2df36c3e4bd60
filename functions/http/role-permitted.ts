import type { Operation } from '../../data-contracts/api/operation.ts';
import { useCaseOf } from '../../data-contracts/api/use-case-of.ts';
import type { Requester } from '../../data-contracts/schemas/requester.ts';
import { mayEver } from '../core/release/access.ts';
import { type AccessPorts, accessInLog } from '../core/release/access-in-log.ts';
import type { ApiEvent } from './api-event.ts';

/** Whether the requester's role may ask an operation at all, whatever of; of what, the use case settles. */
export function mayEverAsk(requester: Requester, { id }: Pick<Operation, 'id'>): boolean {
  const useCase = useCaseOf(id);
  return useCase === undefined || mayEver(requester, useCase);
}

/**
 * Refuses whose role may not ask an operation of anything, before anything else of the request is read; the
 * refusal is in the audit log, under the request's id.
 * @throws AccessRefused
 */
export async function refuseRole(
  ports: Omit<AccessPorts, 'newId'>,
  { requester, correlationId }: ApiEvent,
  operation: Pick<Operation, 'id'>,
): Promise<void> {
  const useCase = useCaseOf(operation.id);
  if (useCase === undefined || mayEverAsk(requester, operation)) return;
  await accessInLog({ ...ports, newId: () => correlationId }, requester, useCase);
}

import type { OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UseCase } from '../../../data-contracts/schemas/use-case.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';
import { permits } from '../release/access.ts';
import { refuseIdentityCodeAsRequester } from '../release/no-identity-codes.ts';
import type { GatePorts } from '../release/release-gate.ts';

/** What every outreach use case stands on; an id has the 128 random bits of a list's: 32 hexadecimal digits. */
export interface OutreachPorts extends GatePorts {
  readonly store: OutreachStore;
}

/** There is no such list for the requester: whether another unit has one of the id is not told. */
export class OutreachListNotFound extends Error {
  readonly code = 'outreach-list-not-found';
}

/**
 * The list of an id, if the requester may do this to it. A list of another unit and a list that does not exist
 * are refused alike, and each attempt is in the audit log.
 * @throws OutreachListNotFound
 */
export async function listFor(
  { store, audit, clock, newId }: OutreachPorts,
  requester: Requester,
  useCase: UseCase,
  listId: string,
): Promise<OutreachList> {
  refuseIdentityCodeAsRequester(requester);
  const list = await store.find(listId);
  if (list && permits(requester, useCase, { unit: list.unit })) return list;
  const named = list && { listId: list.listId };
  const attempt = { kind: 'access', at: clock.now(), requestId: newId(), requester, useCase } as const;
  await audit.append([{ ...attempt, outcome: 'refused', ...named }]);
  throw new OutreachListNotFound('outreach list: there is none of this id for this role and unit');
}

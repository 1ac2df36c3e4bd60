import { isLifting } from '../../../data-contracts/schemas/consent-event.ts';
import type { ConsentNotice } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UseCase } from '../../../data-contracts/schemas/use-case.ts';
import type { RelationshipRegister } from '../ports/relationship-register.ts';
import { permits, type Subject } from '../release/access.ts';
import { relatedClients } from '../release/related-clients.ts';
import type { ToldBefore } from './next-telling.ts';

type Told = Omit<ConsentNotice, 'recordedBy'>;

/** What the requester may not do, and to whom. */
export interface NotPermitted {
  readonly useCase: UseCase;
  readonly subject: Subject & { readonly client: string };
}

/**
 * The first of the notices that the requester may not record: who lifts what somebody has said against the use of
 * their data must be the person, their representative or the data-protection officer, whether the notice says that it
 * lifts or is a newer telling of the document that prohibits.
 * @param before what the service's own ledger has of the people, by pseudonym
 */
export async function firstNotPermitted(
  register: RelationshipRegister,
  requester: Requester,
  notices: readonly Told[],
  before: ReadonlyMap<string, ToldBefore>,
  at: string,
): Promise<NotPermitted | undefined> {
  const related = await relatedIfAsked(register, requester, notices, at);
  for (const notice of notices) {
    const { client } = notice;
    const subject = { client, isRelated: related.has(client) };
    const lifts = isLifting(notice.kind) || before.get(client)?.isLiftedBy(notice);
    const needed: UseCase[] = lifts ? ['record-consent', 'lift-objection'] : ['record-consent'];
    const useCase = needed.find((each) => !permits(requester, each, subject));
    if (useCase !== undefined) return { useCase, subject };
  }
  return undefined;
}

/** The register is read only where what it says would matter to the role. */
async function relatedIfAsked(
  register: RelationshipRegister,
  requester: Requester,
  notices: readonly Told[],
  at: string,
): Promise<ReadonlySet<string>> {
  const clients = [...new Set(notices.map(({ client }) => client))];
  const [client] = clients;
  const mattersToRole =
    client !== undefined &&
    permits(requester, 'record-consent', { client, isRelated: true }) &&
    !permits(requester, 'record-consent', { client, isRelated: false });
  return mattersToRole ? relatedClients(register, clients, requester.unit, at) : new Set();
}

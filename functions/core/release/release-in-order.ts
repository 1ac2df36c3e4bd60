import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { useCases } from '../../../data-contracts/schemas/use-case.ts';
import type { ConsentLedger } from '../ports/consent-ledger.ts';
import type { RelationshipRegister } from '../ports/relationship-register.ts';
import { decideRelease, type ReleaseDecision, type ReleaseQuestion } from './decide-release.ts';

/** Where the gate learns what is known of people. */
export interface StandingSources {
  readonly consentLedger: ConsentLedger;
  readonly relationships: RelationshipRegister;
}

/** Somebody of whom something would be used, and the data sources behind it, joined by commas. */
export interface AskedClient {
  readonly client: string;
  readonly sourcesUsed: string;
}

export interface DecidedClient {
  readonly client: string;
  readonly decision: ReleaseDecision;
}

/** Asks the gate about every client of a batch, in order; reads relationships only where names would be shown. */
export async function releaseInOrder(
  sources: StandingSources,
  legalBases: readonly LegalBasis[],
  question: Omit<ReleaseQuestion, 'sourcesUsed'>,
  batch: readonly AskedClient[],
): Promise<DecidedClient[]> {
  const clients = batch.map(({ client }) => client);
  const relationships = useCases[question.useCase].showsIdentity
    ? await sources.relationships.relationshipsOf(clients)
    : undefined;
  // Read last: what people have said may change at any instant, and the answer is given at once.
  const events = await sources.consentLedger.eventsOf(clients);
  return batch.map(({ client, sourcesUsed }) => ({
    client,
    decision: decideRelease(
      { ...question, sourcesUsed: sourcesUsed.split(',') },
      { legalBases, consentEvents: events.get(client), relationships: relationships?.get(client) },
    ),
  }));
}

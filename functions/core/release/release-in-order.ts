import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { useCases } from '../../../data-contracts/schemas/use-case.ts';
import type { ConsentLedger } from '../ports/consent-ledger.ts';
import type { RelationshipRegister } from '../ports/relationship-register.ts';
import { type Asked, decideRelease, type ReleaseDecision } from './decide-release.ts';
import type { AskedClient } from './gate-question.ts';

/** Where the gate learns what is known of people. */
export interface StandingSources {
  readonly consentLedger: ConsentLedger;
  readonly relationships: RelationshipRegister;
}

export interface DecidedClient {
  readonly client: string;
  readonly decision: ReleaseDecision;
}

/**
 * Asks the gate about every client of a batch, in order: somebody is released who is released for each of the
 * questions; else what the first of them says that is not. Reads relationships only where one is needed.
 */
export async function releaseInOrder(
  sources: StandingSources,
  legalBases: readonly LegalBasis[],
  questions: readonly Asked[],
  batch: readonly AskedClient[],
): Promise<DecidedClient[]> {
  const clients = batch.map(({ client }) => client);
  const relationships = questions.some(({ useCase }) => useCases[useCase].needsRelationship)
    ? await sources.relationships.relationshipsOf(clients)
    : undefined;
  // Read last: what people have said may change at any instant, and the answer is given at once.
  const events = await sources.consentLedger.eventsOf(clients);
  return batch.map(({ client, sourcesUsed }) => {
    const sourceNames = sourcesUsed.split(',');
    const standing = {
      legalBases,
      consentEvents: events.get(client),
      relationships: relationships?.get(client),
    };
    let decision: ReleaseDecision = 'released';
    for (const question of questions) {
      decision = decideRelease({ ...question, sourcesUsed: sourceNames }, standing);
      if (decision !== 'released') break;
    }
    return { client, decision };
  });
}

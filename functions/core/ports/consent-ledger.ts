import type { ConsentEventKind } from '../../../data-contracts/schemas/consent-event.ts';
import type { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { ToldDocument } from '../../../data-contracts/schemas/recorded-consent.ts';

/** One line of a person's consent ledger, as the gate reads it. */
export interface LedgerEvent {
  readonly consentEventId: string;
  readonly kind: ConsentEventKind;
  readonly purpose: Purpose | 'all';
  readonly coveredSource: DataSource | 'all';
  /** From when it holds, ISO 8601 UTC. */
  readonly effectiveAt: string;
  /** When the county came to know it, ISO 8601 UTC. */
  readonly recordedAt: string;
  /** Which of the person's events in the service's own ledger it is; a delivered event has none. */
  readonly sequence?: number | undefined;
  /** From when what is given holds no more, ISO 8601 UTC. */
  readonly endsAt?: string | undefined;
  /** The document that it was told by, of which the newest telling alone counts. */
  readonly document?: ToldDocument | undefined;
  /** What the person awaits besides that it holds. */
  readonly awaits?: 'rectification' | undefined;
}

/** The consent ledger: append-only, read by pseudonym. */
export interface ConsentLedger {
  /**
   * Every event of the asked people, in any order; someone without events has an empty list. Someone who is
   * missing from the answer is unknown, and the gate refuses.
   * @throws when a stored event is not what the contract says
   */
  eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerEvent[]>>;
  /**
   * Everyone of whom an event came to be known since an instant, ISO 8601 UTC; it may be more, and is never fewer.
   * Whose ledger cannot be read is among them.
   */
  clientsHeardSince(instant: string): Promise<ReadonlySet<string>>;
}

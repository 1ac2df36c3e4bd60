import type { ConsentNotice, RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { ConsentLedger } from './consent-ledger.ts';

/** What people have told the service itself: append-only, beside the events that are delivered. */
export interface ConsentRecords extends ConsentLedger {
  /** As the ledger has them. @throws ConsentLedgerDamaged */
  eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedConsent[]>>;
  /**
   * Keeps a notice, durably: once it returns, the notice survives a crash and every later read sees it. Writers
   * may record at the same time; each notice gets a sequence of its own and none is lost. A notice whose id the
   * client has already is not kept again.
   * @param now the instant of recording, ISO 8601 UTC; where the client's last event is later, that instant
   * counts, so that a clock set back reorders nothing
   * @throws ConsentIdTaken when the client has another notice under the id
   * @throws ConsentLedgerDamaged when what is kept of the client is not as it was written; reading throws it too
   */
  record(notice: ConsentNotice, now: string): Promise<RecordedConsent>;
}

/** The id names another notice of the same client. */
export class ConsentIdTaken extends Error {
  readonly code = 'consent-id-taken';
}

/** The ledger is not as it was left; the gate has no answer about the person, and nothing is released. */
export class ConsentLedgerDamaged extends Error {
  readonly code = 'consent-ledger-damaged';
}

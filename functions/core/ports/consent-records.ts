import type { ConsentSetAside } from '../../../data-contracts/schemas/audit-entry.ts';
import type { ConsentNotice, RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { ConsentLedger } from './consent-ledger.ts';

/** What people have told the service itself: append-only, beside the events that are delivered. */
export interface ConsentRecords extends ConsentLedger {
  /** As the ledger has them. @throws ConsentLedgerDamaged */
  eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedConsent[]>>;
  /**
   * Keeps a notice, durably: once it returns, the notice survives a crash and every later read sees it. Writers
   * may record at the same time; each notice gets a sequence of its own and none is lost. A notice whose id the
   * client has already is not kept again. Of whom something kept cannot be read, it is kept behind that: the gate
   * refuses meanwhile, and a withdrawal waits for nobody.
   * @param now the instant of recording, ISO 8601 UTC; where the client's last event is later, that instant
   * counts, so that a clock set back reorders nothing
   * @param log is told of the event before it is kept, and maybe of an earlier form of it that another was before
   * @throws ConsentIdTaken when the client has another notice under the id
   */
  record(
    notice: ConsentNotice,
    now: string,
    log?: (event: RecordedConsent) => Promise<void>,
  ): Promise<RecordedConsent>;
  /**
   * Events that were about to be logged and kept, and are not kept.
   * @param near looks no farther than to those that a recording for one of these people comes across; absent: at all
   */
  underWay(near?: readonly string[]): Promise<readonly RecordedConsent[]>;
}

/** What stands in one place of somebody's consents. */
export interface KeptConsent {
  readonly sequence: number;
  /** Of the bytes there; of none where there is none. */
  readonly sha256: string;
  /** What is there, where it is JSON at all. */
  readonly given?: unknown;
  /** What counts; undefined: nothing where it was set aside, and otherwise nobody knows. */
  readonly event?: RecordedConsent | undefined;
  readonly setAside?: ConsentSetAside | undefined;
}

/** The whole of the service's own ledger, for those who watch over it and mend it. */
export interface ConsentKeeping extends Pick<ConsentRecords, 'underWay'> {
  /** Pseudonyms of everybody of whom something is kept. */
  people(): Promise<readonly string[]>;
  /** Everything kept of a person, in the order of its sequence, no place left out. */
  keptOf(client: string): Promise<readonly KeptConsent[]>;
  /** Lets something else count in the place of exactly these bytes. */
  setAside(aside: ConsentSetAside): Promise<void>;
}

/** The id names another notice of the same client. */
export class ConsentIdTaken extends Error {
  readonly code = 'consent-id-taken';
}

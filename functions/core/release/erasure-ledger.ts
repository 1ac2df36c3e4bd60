import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import { whereUnreadable } from '../ports/not-as-written.ts';

/**
 * People who have been erased, as the gate reads of them: what they had said in deliveries, and that all is erased,
 * so that nothing is released while files are still being cleared and their delivered events are gone already. Whose
 * record cannot be read is unknown.
 */
export class ErasureLedger implements ConsentLedger {
  readonly #erasures: ErasureRecords;

  constructor(erasures: ErasureRecords) {
    this.#erasures = erasures;
  }

  async clientsHeardSince(): Promise<ReadonlySet<string>> {
    return this.#erasures.clients();
  }

  async eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerEvent[]>> {
    const erased = await this.#erasures.clients();
    const events = new Map<string, readonly LedgerEvent[]>();
    for (const client of clients) {
      const own = erased.has(client) ? await this.#eventsOf(client).catch(whereUnreadable(undefined)) : [];
      if (own) events.set(client, own);
    }
    return events;
  }

  async #eventsOf(client: string): Promise<LedgerEvent[]> {
    const erasure = await this.#erasures.find(client);
    if (!erasure) return [];
    const { at, said } = erasure;
    return [
      ...said,
      {
        consentEventId: 'erased',
        kind: 'erasure-request',
        purpose: 'all',
        coveredSource: 'all',
        effectiveAt: at,
        recordedAt: at,
      },
    ];
  }
}

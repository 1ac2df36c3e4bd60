import { ConsentEvent } from '../../../data-contracts/schemas/consent-event.ts';
import type { ConsentLedger, LedgerEvent } from '../../core/ports/consent-ledger.ts';
import type { PublicationStore } from '../../core/ports/publication-store.ts';
import type { EngineLimits } from './client-month-engine.ts';
import { ReadOfClients } from './read-of-clients.ts';

const instant = (column: string, name: string) => `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%fZ') as "${name}"`;

const eventsSql = `
  select client, consent_event_id as "consentEventId", kind, purpose, covered_source as "coveredSource",
    ${instant('effective_at', 'effectiveAt')}, ${instant('recorded_at', 'recordedAt')}
  from consent_events where client in (select unnest(?))`;

const Event = ConsentEvent.pick({
  consentEventId: true,
  kind: true,
  purpose: true,
  coveredSource: true,
  effectiveAt: true,
  recordedAt: true,
});

/** The consent ledger in the lake, read by DuckDB; every delivery's events count, none replaces another. */
export class DuckDbConsentLedger implements ConsentLedger {
  readonly #read: ReadOfClients<unknown>;

  constructor(publications: PublicationStore, limits: EngineLimits) {
    this.#read = new ReadOfClients(publications, limits, eventsSql);
  }

  async eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerEvent[]>> {
    const rows = await this.#read.rowsOf(clients);
    return new Map([...rows].map(([client, events]) => [client, events.map((event) => Event.parse(event))]));
  }
}

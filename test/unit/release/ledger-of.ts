import type { ConsentLedger, LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';

/** A ledger of what somebody is known to have said, for tests: everybody else has said nothing. */
export const ledgerOf = (
  saidBy: (client: string) => readonly LedgerEvent[],
  everybody: readonly string[] = [],
): ConsentLedger => ({
  eventsOf: async (clients) => new Map(clients.map((client) => [client, saidBy(client)])),
  clientsHeardSince: async () => new Set(everybody.filter((client) => saidBy(client).length > 0)),
});

/** Knows nobody, so that everybody is refused. */
export const silentLedger: ConsentLedger = {
  eventsOf: async () => new Map(),
  clientsHeardSince: async () => new Set(),
};

import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';

/**
 * Several ledgers as one: a person's events are those of all of them, and unknown to one is unknown. They are
 * read one after the other; the one that changes at any instant comes last.
 */
export class UnitedConsentLedger implements ConsentLedger {
  readonly #ledgers: readonly ConsentLedger[];

  constructor(...ledgers: readonly ConsentLedger[]) {
    this.#ledgers = ledgers;
  }

  async clientsHeardSince(instant: string): Promise<ReadonlySet<string>> {
    const heard = new Set<string>();
    for (const ledger of this.#ledgers)
      for (const client of await ledger.clientsHeardSince(instant)) heard.add(client);
    return heard;
  }

  async eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerEvent[]>> {
    const answers: ReadonlyMap<string, readonly LedgerEvent[]>[] = [];
    for (const ledger of this.#ledgers) answers.push(await ledger.eventsOf(clients));
    const united = new Map<string, readonly LedgerEvent[]>();
    for (const client of clients) {
      const parts = answers.map((answer) => answer.get(client));
      if (parts.every((part) => part !== undefined)) united.set(client, parts.flat());
    }
    return united;
  }
}

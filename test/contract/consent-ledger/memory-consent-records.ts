import type { ConsentNotice, RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { nextConsent } from '../../../functions/core/consent/next-consent.ts';
import type { ConsentRecords } from '../../../functions/core/ports/consent-records.ts';

/** The service's own consent ledger in memory, for tests of what stands on it. */
export class MemoryConsentRecords implements ConsentRecords {
  readonly #events = new Map<string, readonly RecordedConsent[]>();

  async record(
    notice: ConsentNotice,
    now: string,
    log?: (event: RecordedConsent) => Promise<void>,
  ): Promise<RecordedConsent> {
    const kept = this.#events.get(notice.client) ?? [];
    const { isNew, event } = nextConsent(kept, notice, now);
    if (!isNew) return event;
    this.#events.set(notice.client, [...kept, event]);
    await log?.(event);
    return event;
  }

  async clientsHeardSince() {
    return new Set(this.#events.keys());
  }

  async underWay() {
    return [];
  }

  async eventsOf(clients: readonly string[]) {
    return new Map(clients.map((client) => [client, this.#events.get(client) ?? []]));
  }
}

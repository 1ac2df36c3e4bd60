import type { AuditLog } from '../ports/audit-log.ts';
import type { LedgerEvent } from '../ports/consent-ledger.ts';
import type { ConsentRecords } from '../ports/consent-records.ts';
import type { Finding } from './finding.ts';

const told = ['kind', 'purpose', 'coveredSource', 'effectiveAt', 'recordedAt', 'consentEventId'] as const;

/**
 * Whether every event that the audit log says was recorded is in the consent ledger as it was recorded: an event
 * taken from the end of somebody's ledger leaves no gap there, but a line here.
 */
export async function* checkConsents(
  audit: Pick<AuditLog, 'lines'>,
  records: Pick<ConsentRecords, 'eventsOf'>,
): AsyncGenerator<Finding> {
  const known = new Map<string, readonly LedgerEvent[]>();
  for await (const { line, entry } of audit.lines()) {
    if (entry.kind !== 'consent-recorded') continue;
    const { event } = entry;
    const kept = known.get(event.client) ?? (await eventsOf(records, event.client));
    known.set(event.client, kept);
    const same = kept.find(({ sequence }) => sequence === event.sequence);
    if (!same || told.some((field) => same[field] !== event[field]))
      yield { code: 'consent-not-as-recorded', line };
  }
}

/** None where the ledger cannot be read: then each of its events is missing. */
const eventsOf = async (records: Pick<ConsentRecords, 'eventsOf'>, client: string) =>
  (await records.eventsOf([client]).catch(() => undefined))?.get(client) ?? [];

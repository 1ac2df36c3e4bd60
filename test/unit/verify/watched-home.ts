import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { ConsentNotice } from '../../../data-contracts/schemas/recorded-consent.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectAnchors } from '../../../functions/adapters/objects/object-anchors.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import { recordConsents } from '../../../functions/core/consent/record-consent.ts';
import { consentAsOf } from '../../../functions/core/release/consent-as-of.ts';
import { checkLog } from '../../../functions/core/verify/check-log.ts';
import { setAsideFault } from '../../../functions/core/verify/set-aside-fault.ts';
import { MemoryErasureRecords } from '../../contract/erasure/memory-erasure-records.ts';
import { knownToSomeUnit } from '../cohort/small-county.ts';

export const officer = { id: 'dpo-1', role: 'data-protection-officer', unit: 'dp' } as const;
export const [anna, bo] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];

/** An audit log and a ledger of consents, with a clock that can be put anywhere, and what watches over them. */
export function watchedHome() {
  const log = new MemoryObjects();
  const ledger = new MemoryObjects();
  const audit = new ObjectAuditLog(log);
  const records = new ObjectConsentRecords(ledger);
  let now = '2026-03-01T09:00:00.000Z';
  let ids = 0;
  const clock = { now: () => now };
  const ports = {
    audit,
    records,
    clock,
    newId: () => `id-${++ids}`,
    erasures: new MemoryErasureRecords(),
    relationships: knownToSomeUnit,
  };
  const anchors = new ObjectAnchors(new MemoryObjects());
  let notices = 0;
  const check = () => checkLog({ audit, records, anchors }, now);
  return {
    ...ports,
    log,
    ledger,
    at: (instant: string) => {
      now = instant;
    },
    say: (kind: ConsentNotice['kind'], more: Partial<ConsentNotice> = {}) =>
      recordConsents(
        ports,
        {
          requester: officer,
          notices: [
            {
              client: anna,
              consentEventId: `c-${++notices}`,
              kind,
              purpose: 'all',
              coveredSource: 'all',
              channel: 'letter',
              ...more,
            },
          ],
        },
        now,
      ),
    findings: async () => (await check()).findings,
    codes: async () => (await check()).findings.map(({ code }) => code),
    notes: async () => (await check()).notes.filter(({ code }) => code !== 'not-anchored'),
    /** Sets everything aside that has a name, until nothing is left. */
    setAsideAll: async () => {
      for (let round = 0; round < 9; round += 1) {
        const [first] = (await check()).findings;
        if (!first || !('id' in first)) return;
        await setAsideFault(ports, { requester: officer, faultId: first.id, reason: 'looked at' });
      }
    },
    setAside: (faultId: string, reason = 'a disk that lost power', requester: typeof officer = officer) =>
      setAsideFault(ports, { requester, faultId, reason }),
    /** What holds of a person; undefined: nobody knows. */
    stands: async (client = anna) => {
      const events = (await records.eventsOf([client])).get(client);
      const state = events && consentAsOf(events, now);
      return (
        state &&
        (['consent', 'objection', 'prohibition', 'restriction', 'erasure'] as const).filter((standpoint) =>
          state.holds(standpoint, 'planning', 'rai'),
        )
      );
    },
    entries: async () => {
      const entries: AuditEntry[] = [];
      for await (const { entry } of audit.lines()) entries.push(entry);
      return entries;
    },
  };
}

export const eventKey = (sequence: number, client = anna) =>
  `${client.slice(0, 2)}/${client}/${String(sequence).padStart(6, '0')}.json`;

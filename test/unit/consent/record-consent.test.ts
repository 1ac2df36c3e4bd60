import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { recordConsents } from '../../../functions/core/consent/record-consent.ts';
import { MemoryConsentRecords } from '../../contract/consent-ledger/memory-consent-records.ts';
import { MemoryErasureRecords } from '../../contract/erasure/memory-erasure-records.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';

const [anna, bo] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];
const at = '2026-03-01T09:00:00.000Z';
const worker = { id: 'w-1', role: 'prevention-worker', unit: 'unit-4' } as const;
const notice = (client: string, consentEventId = 'c-1') =>
  ({
    client,
    consentEventId,
    kind: 'objection',
    purpose: 'outreach',
    coveredSource: 'all',
    channel: 'telephone',
  }) as const;

function county() {
  const audit = new MemoryAuditLog();
  const records = new MemoryConsentRecords();
  const erasures = new MemoryErasureRecords();
  return { audited: audit.entries, records, erasures, ports: { records, audit, erasures } };
}

describe('recording what people say', () => {
  it('keeps each notice with its recorder, and writes it to the audit log', async () => {
    const { ports, records, audited } = county();
    await recordConsents(ports, { requester: worker, notices: [notice(anna), notice(bo)] }, at);
    expect((await records.eventsOf([bo])).get(bo)).toMatchObject([{ recordedBy: 'w-1', sequence: 1 }]);
    expect(audited.map((entry) => entry.kind)).toEqual(['consent-recorded', 'consent-recorded']);
    for (const entry of audited) AuditEntry.parse(entry);
  });

  it('records nothing at all where the requester may not record for one of them', async () => {
    const { ports, records, audited } = county();
    const representative = {
      id: 'r-1',
      role: 'client-representative',
      unit: 'clients',
      represents: anna,
    } as const;
    const both = { requester: representative, notices: [notice(anna), notice(bo)] };
    await expect(recordConsents(ports, both, at)).rejects.toMatchObject({ code: 'access-refused' });
    expect((await records.eventsOf([anna])).get(anna)).toEqual([]);
    expect(audited).toMatchObject([{ kind: 'access', outcome: 'refused', client: bo }]);
    await recordConsents(ports, { ...both, notices: [notice(anna)] }, at);
    expect((await records.eventsOf([anna])).get(anna)).toHaveLength(1);
  });

  it('keeps no personal identity code, wherever it is put', async () => {
    const { ports, audited } = county();
    const code = '010150-999K';
    const asRequester = { requester: { ...worker, id: code }, notices: [notice(anna)] };
    await expect(recordConsents(ports, asRequester, at)).rejects.toThrow('requester.id');
    const asId = { requester: worker, notices: [notice(anna, code)] };
    await expect(recordConsents(ports, asId, at)).rejects.toThrow('consentEventId: holds');
    expect(audited).toEqual([]);
  });

  it('lets a request for erasure be lifted until it is carried out, and not after', async () => {
    const { ports, erasures, records } = county();
    const lifted = (id: string) => ({
      requester: worker,
      notices: [{ ...notice(anna, id), kind: 'erasure-request-lifted', purpose: 'all' } as const],
    });
    await recordConsents(ports, lifted('c-1'), at);
    const erased = { tables: {}, identities: 0, clientMonths: 0, scores: 0, listRows: 0 };
    await erasures.record({ client: anna, at, orderedBy: 'dpo-1', erased, files: [], said: [] });
    await expect(recordConsents(ports, lifted('c-2'), at)).rejects.toMatchObject({ code: 'already-erased' });
    await recordConsents(ports, { requester: worker, notices: [notice(anna, 'c-3')] }, at);
    expect((await records.eventsOf([anna])).get(anna)?.map(({ consentEventId }) => consentEventId)).toEqual([
      'c-1',
      'c-3',
    ]);
  });
});

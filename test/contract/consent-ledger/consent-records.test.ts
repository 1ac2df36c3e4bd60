import { describe, expect, it } from 'vitest';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import { UnitedConsentLedger } from '../../../functions/core/release/united-consent-ledger.ts';
import { silentLedger } from '../../unit/release/ledger-of.ts';
import { localObjects } from '../objects/local-objects.ts';
import { anna, bo, examConsentRecords, examDamagedConsents, notice, now } from './consent-records-exam.ts';
import { MemoryConsentRecords } from './memory-consent-records.ts';

examConsentRecords('memory of tests', async () => {
  const records = new MemoryConsentRecords();
  return [records, records];
});
for (const [name, open] of Object.entries(localObjects)) {
  examConsentRecords(name, async () => {
    const [objects, others] = await open();
    return [new ObjectConsentRecords(objects), new ObjectConsentRecords(others)];
  });
  examDamagedConsents(name, open, name === 'memory' ? 1 : 23);
}

describe('several ledgers as one', () => {
  it('hold the events of all, and do not know whom one of them does not know', async () => {
    const records = new MemoryConsentRecords();
    await records.record(notice(), now);
    const delivered = {
      consentEventId: 'd-1',
      kind: 'consent-withdrawn',
      purpose: 'all',
      coveredSource: 'all',
      effectiveAt: '2026-02-01T00:00:00Z',
      recordedAt: '2026-02-01T00:00:00Z',
    } as const;
    const united = new UnitedConsentLedger(
      { ...silentLedger, eventsOf: async () => new Map([[anna, [delivered]]]) },
      records,
    );
    const events = await united.eventsOf([anna, bo]);
    expect(events.get(anna)?.map(({ consentEventId }) => consentEventId)).toEqual(['d-1', 'c-1']);
    expect(events.has(bo)).toBe(false);
  });
});

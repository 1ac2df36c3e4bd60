import { describe, expect, it } from 'vitest';
import { RecordingQuality } from '../../../data-contracts/schemas/recording-quality.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { Publication } from '../../../functions/core/ports/publication-store.ts';
import { readRecordingQuality } from '../../../functions/core/quality/read-recording-quality.ts';
import { AccessRefused } from '../../../functions/core/release/access.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import { smallRecording } from './small-recording.ts';

const planner: Requester = { id: 'p-1', role: 'planner', unit: 'elderly-services' };

function ports() {
  const audit = new MemoryAuditLog();
  return {
    audit,
    clock: { now: () => '2026-03-01T12:00:00Z' },
    newId: () => 'a'.repeat(32),
    publications: { current: async () => ({ origin: 'simulated' }) as Publication },
    recording: () => ({ by: async () => smallRecording('municipality') }),
  };
}

describe('the quality of recording', () => {
  it('is told in steps, and of few people not at all', async () => {
    const told = await readRecordingQuality(ports(), { place: 'municipality', requester: planner });
    expect(RecordingQuality.parse(told)).toEqual(told);
    expect(told.cells).toEqual([
      { table: 'service-events', year: 2024, place: '231', isSuppressed: true, rows: null, shares: null },
      {
        table: 'service-events',
        year: 2024,
        place: '905',
        isSuppressed: false,
        rows: 3210,
        shares: {
          filled: { contactType: 1, isEmergency: 0.5, costCents: 0.1, unit: 0 },
          lateBy30Days: 0.3,
          lateBy90Days: 0,
          coded: 0.95,
          implausible: 0,
        },
      },
    ]);
  });

  it('is refused to whoever may not read statistics', async () => {
    const worker = { ...planner, role: 'prevention-worker' as const };
    await expect(readRecordingQuality(ports(), { place: 'county', requester: worker })).rejects.toThrow(
      AccessRefused,
    );
  });
});

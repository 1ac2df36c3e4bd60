import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import type { ErasureRecords } from '../../../functions/core/ports/erasure-records.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { MemoryErasureRecords } from './memory-erasure-records.ts';

const [one, other] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];
const erasureOf = (client: string, orderedBy = 'dpo-1'): Erasure => ({
  client,
  at: '2026-03-01T09:00:00.000Z',
  orderedBy,
  erased: { tables: { diagnoses: 3 }, identities: 1, clientMonths: 40, scores: 1, listRows: 0 },
  files: [],
  said: [
    {
      consentEventId: 'c-1',
      kind: 'objection',
      purpose: 'outreach',
      coveredSource: 'all',
      effectiveAt: '2026-02-01T00:00:00Z',
      recordedAt: '2026-02-02T00:00:00Z',
    },
  ],
});

const adapters: Record<string, () => readonly [ErasureRecords, ErasureRecords]> = {
  memory: () => {
    const records = new MemoryErasureRecords();
    return [records, records];
  },
  folder: () => {
    const folder = join(temporaryFolder(), 'erasures');
    return [
      new ObjectErasureRecords(new FolderObjects(folder)),
      new ObjectErasureRecords(new FolderObjects(folder)),
    ];
  },
};

for (const [name, open] of Object.entries(adapters)) {
  describe(`who has been erased, ${name}`, () => {
    it('is nobody at first, and then everyone recorded, whole', async () => {
      const [records, elsewhere] = open();
      expect(await records.clients()).toEqual(new Set());
      expect(await records.find(one)).toBeUndefined();
      await records.record(erasureOf(one));
      await elsewhere.record(erasureOf(other));
      expect(await elsewhere.clients()).toEqual(new Set([one, other]));
      expect(await elsewhere.find(one)).toEqual(erasureOf(one));
    });

    it('is recorded once: of those who record at once, all are told the one that is kept', async () => {
      const [records, elsewhere] = open();
      const told = await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          (at % 2 ? records : elsewhere).record(erasureOf(one, `d-${at}`)),
        ),
      );
      expect(new Set(told.map(({ orderedBy }) => orderedBy)).size).toBe(1);
      expect(await elsewhere.find(one)).toEqual(told[0]);
    });
  });
}

describe('who has been erased, in a folder', () => {
  it('does not count a record that a crash left half written, and takes no path for a person', async () => {
    const folder = temporaryFolder();
    const records = new ObjectErasureRecords(new FolderObjects(folder));
    writeFileSync(join(folder, 'x.part'), '{');
    expect(await records.clients()).toEqual(new Set());
    await expect(records.record(erasureOf('../../x'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['x.part']);
  });
});

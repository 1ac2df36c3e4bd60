import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsentNotice } from '../../../data-contracts/schemas/recorded-consent.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import type { ConsentRecords } from '../../../functions/core/ports/consent-records.ts';
import { consentAsOf } from '../../../functions/core/release/consent-as-of.ts';
import { UnitedConsentLedger } from '../../../functions/core/release/united-consent-ledger.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { MemoryConsentRecords } from './memory-consent-records.ts';

const [anna, bo] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];
const now = '2026-03-01T09:00:00.000Z';

const notice = (more: Partial<ConsentNotice> = {}): ConsentNotice => ({
  client: anna,
  consentEventId: 'c-1',
  kind: 'consent-given',
  purpose: 'outreach',
  coveredSource: 'all',
  channel: 'visit',
  recordedBy: 'w-1',
  ...more,
});

/** Ledgers that see the same events, as two processes would. */
const adapters: Record<string, () => readonly [ConsentRecords, ConsentRecords]> = {
  memory: () => {
    const records = new MemoryConsentRecords();
    return [records, records];
  },
  folder: () => {
    const folder = join(temporaryFolder(), 'consents');
    return [
      new ObjectConsentRecords(new FolderObjects(folder)),
      new ObjectConsentRecords(new FolderObjects(folder)),
    ];
  },
};

for (const [name, open] of Object.entries(adapters)) {
  describe(`the service’s own consent ledger, ${name}`, () => {
    it('gives what was recorded, in order, and an empty list for someone who said nothing', async () => {
      const [records, others] = open();
      await records.record(notice(), now);
      await records.record(notice({ consentEventId: 'c-2', kind: 'consent-withdrawn' }), now);
      const events = await others.eventsOf([anna, bo]);
      expect([...events.keys()]).toEqual([anna, bo]);
      expect(events.get(bo)).toEqual([]);
      expect(events.get(anna)).toMatchObject([
        { kind: 'consent-given', sequence: 1, effectiveAt: now, recordedAt: now },
        { kind: 'consent-withdrawn', sequence: 2, effectiveAt: now, recordedAt: now },
      ]);
    });

    it('lets a withdrawal hold on the next read, even within the same millisecond', async () => {
      const [records, others] = open();
      const holds = async () =>
        consentAsOf((await others.eventsOf([anna])).get(anna) ?? [], now).holds('consent', 'outreach', 'rai');
      await records.record(notice({ consentEventId: 'z' }), now);
      expect(await holds()).toBe(true);
      await records.record(notice({ consentEventId: 'a', kind: 'consent-withdrawn' }), now);
      expect(await holds()).toBe(false);
      await records.record(notice({ consentEventId: 'm' }), now);
      expect(await holds()).toBe(true);
    });

    it('keeps a notice once, however often it is told, and no other under its id', async () => {
      const [records, others] = open();
      const first = await records.record(notice(), now);
      expect(await others.record(notice(), '2026-03-02T09:00:00.000Z')).toEqual(first);
      await expect(records.record(notice({ kind: 'objection' }), now)).rejects.toMatchObject({
        code: 'consent-id-taken',
      });
      await expect(records.record(notice({ effectiveAt: '2020-01-01T00:00:00Z' }), now)).rejects.toThrow();
      expect((await others.eventsOf([anna])).get(anna)).toHaveLength(1);
      await records.record(notice({ client: bo, kind: 'objection' }), now);
      expect((await others.eventsOf([bo])).get(bo)).toHaveLength(1);
    });

    it('loses, doubles and reorders nothing when many write at once', async () => {
      const ledgers = open();
      const ids = Array.from({ length: 40 }, (_, place) => `c-${place}`);
      const told = await Promise.all(
        ids.flatMap((consentEventId, place) =>
          [anna, bo].map((client) =>
            (ledgers[place % 2] as ConsentRecords).record(notice({ client, consentEventId }), now),
          ),
        ),
      );
      for (const [client, events] of await ledgers[0].eventsOf([anna, bo])) {
        expect(events.map(({ sequence }) => sequence)).toEqual(ids.map((_, place) => place + 1));
        expect(events.map(({ consentEventId }) => consentEventId).sort()).toEqual([...ids].sort());
        for (const event of told.filter((one) => one.client === client))
          expect(events[event.sequence - 1]).toEqual(event);
      }
    });

    it('records nothing before what it has recorded, whatever the clock says', async () => {
      const [records] = open();
      await records.record(notice(), now);
      const back = await records.record(
        notice({ consentEventId: 'c-2', kind: 'consent-withdrawn' }),
        '2025-01-01T00:00:00.000Z',
      );
      expect(back).toMatchObject({ recordedAt: now, effectiveAt: now, sequence: 2 });
    });
  });
}

describe('the consent ledger in a folder', () => {
  const open = async () => {
    const folder = join(temporaryFolder(), 'consents');
    const records = new ObjectConsentRecords(new FolderObjects(folder));
    for (const consentEventId of ['c-1', 'c-2', 'c-3']) await records.record(notice({ consentEventId }), now);
    return { records, folder: join(folder, 'aa', anna) };
  };

  it('answers nothing where an event is missing, changed, cut short or in another’s place', async () => {
    const spoilings: ((folder: string) => void)[] = [
      (folder) => rmSync(join(folder, '000001.json')),
      (folder) => rmSync(join(folder, '000002.json')),
      (folder) => writeFileSync(join(folder, '000003.json'), '{"client":"'),
      (folder) => writeFileSync(join(folder, '000002.json'), readFileSync(join(folder, '000003.json'))),
      (folder) =>
        writeFileSync(
          join(folder, '000002.json'),
          readFileSync(join(folder, '000002.json'), 'utf8').replaceAll(anna, bo),
        ),
    ];
    for (const spoil of spoilings) {
      const { records, folder } = await open();
      spoil(folder);
      const damaged = { code: 'consent-ledger-damaged' };
      await expect(records.eventsOf([anna]), spoil.toString()).rejects.toMatchObject(damaged);
      await expect(records.record(notice({ consentEventId: 'c-4' }), now)).rejects.toMatchObject(damaged);
    }
  });

  it('goes on after a draft that a crash left', async () => {
    const { records, folder } = await open();
    writeFileSync(join(folder, 'left-behind.part'), '{"client":"');
    await records.record(notice({ consentEventId: 'c-4' }), now);
    expect((await records.eventsOf([anna])).get(anna)).toHaveLength(4);
  });

  it('takes no path for a pseudonym', async () => {
    const { records, folder } = await open();
    for (const client of ['../../etc', '..', `${anna}/..`, 'A'.repeat(32), '', `aa/${anna}`]) {
      await expect(records.eventsOf([client])).rejects.toThrow();
      await expect(records.record(notice({ client }), now)).rejects.toThrow();
    }
    expect(readdirSync(join(folder, '../..'))).toEqual(['aa']);
  });
});

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
    const united = new UnitedConsentLedger({ eventsOf: async () => new Map([[anna, [delivered]]]) }, records);
    const events = await united.eventsOf([anna, bo]);
    expect(events.get(anna)?.map(({ consentEventId }) => consentEventId)).toEqual(['d-1', 'c-1']);
    expect(events.has(bo)).toBe(false);
  });
});

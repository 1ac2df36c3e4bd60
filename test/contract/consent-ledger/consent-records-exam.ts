import { describe, expect, it } from 'vitest';
import type { ConsentNotice } from '../../../data-contracts/schemas/recorded-consent.ts';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import { keysUnder, type ObjectStore, textOf } from '../../../functions/adapters/objects/object-store.ts';
import type { ConsentRecords } from '../../../functions/core/ports/consent-records.ts';
import { consentAsOf } from '../../../functions/core/release/consent-as-of.ts';

export const [anna, bo] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];
export const now = '2026-03-01T09:00:00.000Z';

export const notice = (more: Partial<ConsentNotice> = {}): ConsentNotice => ({
  client: anna,
  consentEventId: 'c-1',
  kind: 'consent-given',
  purpose: 'outreach',
  coveredSource: 'all',
  channel: 'visit',
  recordedBy: 'w-1',
  ...more,
});

/**
 * What every ledger of the service's own passes.
 * @param open gives two ledgers that see the same events, as two processes would
 * @param writers at once: each that is second asks again, so that their rounds grow with the square
 */
export function examConsentRecords(
  name: string,
  open: () => Promise<readonly [ConsentRecords, ConsentRecords]>,
  writers = 40,
) {
  describe(`the service’s own consent ledger, ${name}`, () => {
    it('gives what was recorded, in order, and an empty list for someone who said nothing', async () => {
      const [records, others] = await open();
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
      const [records, others] = await open();
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
      const [records, others] = await open();
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
      const ledgers = await open();
      const ids = Array.from({ length: writers }, (_, place) => `c-${place}`);
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
      const [records] = await open();
      await records.record(notice(), now);
      const back = await records.record(
        notice({ consentEventId: 'c-2', kind: 'consent-withdrawn' }),
        '2025-01-01T00:00:00.000Z',
      );
      expect(back).toMatchObject({ recordedAt: now, effectiveAt: now, sequence: 2 });
    });
  });
}

/** What every such ledger of objects passes. */
export function examDamagedConsents(
  name: string,
  openObjects: () => Promise<readonly [ObjectStore, ObjectStore]>,
  everySoManyBytes = 1,
) {
  describe(`the service’s own consent ledger, damaged, ${name}`, () => {
    const open = async () => {
      const [objects] = await openObjects();
      const records = new ObjectConsentRecords(objects);
      for (const consentEventId of ['c-1', 'c-2', 'c-3'])
        await records.record(notice({ consentEventId }), now);
      return { records, objects };
    };
    const key = (place: number) => `aa/${anna}/00000${place}.json`;
    const put = (objects: ObjectStore, place: number, text: string) =>
      objects.put(key(place), Buffer.from(text));

    it('does not know somebody of whom an event is missing, changed, cut short or in another’s place', async () => {
      const spoilings: ((objects: ObjectStore) => Promise<void>)[] = [
        (objects) => objects.remove([key(1)]),
        (objects) => objects.remove([key(2)]),
        (objects) => put(objects, 3, '{"client":"'),
        async (objects) => put(objects, 2, (await textOf(objects, key(3))) ?? ''),
        async (objects) => put(objects, 2, (await textOf(objects, key(2)))!.replaceAll(anna, bo)),
      ];
      for (const spoil of spoilings) {
        const { records, objects } = await open();
        await spoil(objects);
        const known = await records.eventsOf([anna, bo]);
        expect([...known.keys()], spoil.toString()).toEqual([bo]);
        const told = notice({ consentEventId: 'c-4', kind: 'objection' });
        expect(await records.record(told, now)).toMatchObject({ sequence: 4, kind: 'objection' });
        expect((await records.eventsOf([anna, bo])).has(anna), spoil.toString()).toBe(false);
        expect((await records.keptOf(anna))[3]?.event).toMatchObject({ kind: 'objection' });
      }
    });

    it('does not know the one person of whom any byte of an event is not as it was, and everybody else', async () => {
      const { records, objects } = await open();
      await records.record(notice({ client: bo, kind: 'objection' }), now);
      const whole = Buffer.from((await objects.get(key(2)))!.content);
      const before = (await records.eventsOf([anna])).get(anna);
      for (let at = 0; at < whole.length; at += everySoManyBytes) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 2;
        for (const spoiled of [changed, whole.subarray(0, at)]) {
          await objects.put(key(2), spoiled);
          const known = await records.eventsOf([anna, bo]);
          expect(known.get(bo)).toHaveLength(1);
          // A changed byte may leave an event of the contract: the log tells what it was.
          if (known.has(anna)) expect(known.get(anna)).toHaveLength(before!.length);
        }
      }
    });

    it('lets no number that stands far beyond the last take numbers away', async () => {
      const { records, objects } = await open();
      await objects.put(`aa/${anna}/999999.json`, Buffer.from('{}'));
      await objects.put(`aa/${anna}/notes.json`, Buffer.from('{}'));
      expect(await records.record(notice({ consentEventId: 'c-4' }), now)).toMatchObject({ sequence: 4 });
    });

    it('tells the log before an event is kept, and forgets it only when both have it', async () => {
      const { records } = await open();
      const told: unknown[] = [];
      const event = await records.record(notice({ consentEventId: 'c-4' }), now, async (about) => {
        told.push(about);
        expect(await records.underWay()).toEqual([about]);
        expect(await records.underWay([bo])).toEqual([]);
        expect((await records.eventsOf([anna])).get(anna)).toHaveLength(3);
      });
      expect(told).toEqual([event]);
      expect(await records.underWay()).toEqual([]);
      await expect(
        records.record(notice({ consentEventId: 'c-5' }), now, () => Promise.reject(new Error('cut'))),
      ).rejects.toThrow('cut');
      const [cut] = await records.underWay();
      expect(cut).toMatchObject({ consentEventId: 'c-5', sequence: 5 });
      expect((await records.eventsOf([anna])).get(anna)).toHaveLength(4);
      await records.record(notice({ consentEventId: 'c-5' }), now);
      expect(await records.underWay([anna])).toEqual([]);
      expect(await records.people()).toEqual([anna]);
    });

    it('keeps nothing that it could not read', async () => {
      const { records, objects } = await open();
      const keys = await keysUnder(objects, '');
      for (const effectiveAt of ['+010000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', 'never'])
        await expect(
          records.record(notice({ consentEventId: 'c-4', effectiveAt }), now),
        ).rejects.toMatchObject({
          code: 'would-not-be-read',
        });
      expect(await keysUnder(objects, '')).toEqual(keys);
    });

    it('goes on after a draft that a crash left', async () => {
      const { records, objects } = await open();
      await objects.put(`aa/${anna}/left-behind.part`, Buffer.from('{"client":"'));
      await records.record(notice({ consentEventId: 'c-4' }), now);
      expect((await records.eventsOf([anna])).get(anna)).toHaveLength(4);
    });

    it('takes no path for a pseudonym', async () => {
      const { records, objects } = await open();
      for (const client of ['../../etc', '..', `${anna}/..`, 'A'.repeat(32), '', `aa/${anna}`]) {
        await expect(records.eventsOf([client])).rejects.toThrow();
        await expect(records.record(notice({ client }), now)).rejects.toThrow();
      }
      expect(await keysUnder(objects, '')).toEqual([1, 2, 3].map(key));
    });
  });
}

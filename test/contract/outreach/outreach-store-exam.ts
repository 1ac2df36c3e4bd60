import { describe, expect, it } from 'vitest';
import type { OutreachEvent, OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import type { OutreachStore } from '../../../functions/core/ports/outreach-store.ts';
import type { OpenObjects } from '../objects/local-objects.ts';

const at = '2026-03-01T09:00:00.000Z';
export const listOf = (number: number, digit = 'a'): OutreachList => ({
  listId: `${String(number).padStart(6, '0')}-${digit.repeat(32)}`,
  number,
  madeAt: at,
  madeBy: { id: 'p-1', role: 'planner', unit: 'planning' },
  unit: 'unit-4',
  programme: 'older-people',
  origin: 'simulated',
  modelVersion: 'm-1',
  landmarkOn: '2026-01-01',
  horizonMonths: 12,
  rows: [
    {
      row: 1,
      client: 'c'.repeat(32),
      sourcesUsed: 'rai',
      serviceLanguage: 'sms',
      intervention: null,
      reasons: [],
      changeable: [],
    },
  ],
  lots: [],
});
export const outcome = (eventId: string, more: Partial<Extract<OutreachEvent, { kind: 'outcome' }>> = {}) =>
  ({ kind: 'outcome', eventId, row: 1, outcome: 'reached', at, recordedBy: 'w-1', ...more }) as const;
const closed = (eventId = 'end') => ({ kind: 'closed', eventId, at, recordedBy: 'w-1' }) as const;

/**
 * What every store of outreach lists passes.
 * @param open gives two stores that see the same lists, as two processes would
 */
export function examOutreachStore(
  name: string,
  open: () => Promise<readonly [OutreachStore, OutreachStore]>,
) {
  describe(`outreach lists, ${name}`, () => {
    it('are given as they were made, in the order of their numbers, and found by their whole id', async () => {
      const [store, other] = await open();
      expect(await store.lists()).toEqual([]);
      expect(await store.create(listOf(1))).toBe(true);
      expect(await store.create(listOf(2, 'b'))).toBe(true);
      expect(await other.lists()).toEqual([listOf(1), listOf(2, 'b')]);
      expect(await other.find(listOf(2, 'b').listId)).toEqual(listOf(2, 'b'));
    });

    it('are not found by a guess, a number or a path', async () => {
      const [store] = await open();
      await store.create(listOf(1));
      const guesses = [
        listOf(1, 'b').listId,
        '000001',
        '000001-',
        '',
        '../lists/000001',
        `${listOf(1).listId}/..`,
      ];
      for (const guess of guesses) expect(await store.find(guess)).toBeUndefined();
    });

    it('take each number once, whoever is first', async () => {
      const [store, other] = await open();
      const made = await Promise.all(
        'abcdef'.split('').map((digit, at) => (at % 2 ? store : other).create(listOf(1, digit))),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
      expect(await store.lists()).toHaveLength(1);
    });

    it('keep events in order, each once, and none of two that come at once is lost', async () => {
      const [store, other] = await open();
      await store.create(listOf(1));
      const { listId } = listOf(1);
      await Promise.all(
        Array.from({ length: 20 }, (_, at) => (at % 2 ? store : other).append(listId, outcome(`e-${at}`))),
      );
      await other.append(listId, outcome('e-3', { at: '2026-03-02T09:00:00.000Z' }));
      const events = await store.eventsOf(listId);
      expect(events.map(({ eventId }) => eventId).sort()).toEqual(
        Array.from({ length: 20 }, (_, at) => `e-${at}`).sort(),
      );
      await expect(store.append(listId, outcome('e-3', { outcome: 'declined' }))).rejects.toMatchObject({
        code: 'outreach-event-id-taken',
      });
    });

    it('take nothing after they are closed, but are told again what they know', async () => {
      const [store] = await open();
      await store.create(listOf(1));
      const { listId } = listOf(1);
      await store.append(listId, outcome('e-1'));
      await store.append(listId, closed());
      await store.append(listId, closed());
      await store.append(listId, outcome('e-1'));
      await expect(store.append(listId, outcome('e-2'))).rejects.toMatchObject({
        code: 'outreach-list-closed',
      });
      expect(await store.eventsOf(listId)).toHaveLength(2);
    });

    it('keep notes sealed anew in their places, each told whose it is, and all else as it was', async () => {
      const [store, other] = await open();
      await store.create(listOf(1));
      const { listId } = listOf(1);
      const note = { kind: 'note', eventId: 'n-1', row: 1, sealed: 'old', at, recordedBy: 'w-1' } as const;
      await store.append(listId, outcome('e-1'));
      await store.append(listId, note);
      await store.append(listId, closed());
      const places: unknown[] = [];
      const reseal = (place: unknown, sealed: string) => {
        places.push(place);
        return sealed === 'old' ? 'new' : sealed;
      };
      await other.resealNotes(reseal);
      await other.resealNotes(reseal);
      const place = { client: 'c'.repeat(32), listId, eventId: 'n-1' };
      expect(places).toEqual([place, place]);
      expect(await store.eventsOf(listId)).toEqual([outcome('e-1'), { ...note, sealed: 'new' }, closed()]);
    });

    it('hold nothing of the people erased, and everything of the others in its place', async () => {
      const [store, other] = await open();
      const [first] = listOf(1).rows;
      const rows = [first!, { ...first!, row: 2, client: 'd'.repeat(32) }];
      const place = { lot: 1, intervention: null };
      const lots = rows.map(({ client }) => ({ ...place, client }));
      await store.create({ ...listOf(1), rows, lots });
      await store.create(listOf(2, 'b'));
      await store.create({ ...listOf(3, 'c'), rows: [], lots });
      const { listId } = listOf(1);
      await store.append(listId, outcome('e-1', { row: 1, outcome: 'declined' }));
      await store.append(listId, outcome('e-2', { row: 2 }));
      const told = { row: 1, at, recordedBy: 'w-1' };
      await store.append(listId, { kind: 'note', eventId: 'e-3', sealed: 'of the person', ...told });
      await store.append(listId, { kind: 'assigned', eventId: 'e-4', assignee: 'w-2', ...told });
      await store.append(listId, { kind: 'undone', eventId: 'e-5', undoes: 'e-1', ...told });
      await store.append(listId, closed());
      const gone = new Set(['c'.repeat(32)]);
      expect(await store.erase(gone)).toBe(2);
      expect((await other.lists()).map((list) => list.rows)).toEqual([[rows[1]], [], []]);
      expect((await other.lists()).map((list) => list.lots)).toEqual([[lots[1]], [], [lots[1]]]);
      expect(await other.eventsOf(listId)).toEqual([
        { kind: 'erased', eventId: 'e-1', at },
        outcome('e-2', { row: 2 }),
        ...['e-3', 'e-4', 'e-5'].map((eventId) => ({ kind: 'erased', eventId, at })),
        closed(),
      ]);
      expect(await other.erase(gone)).toBe(0);
    });
  });
}

/** What every such store of objects passes. */
export function examDamagedOutreach(name: string, openObjects: OpenObjects) {
  describe(`outreach lists, damaged, ${name}`, () => {
    it('go no further where an event is missing', async () => {
      const [objects] = await openObjects();
      const store = new ObjectOutreachStore(objects);
      await store.create(listOf(1));
      const { listId } = listOf(1);
      for (const id of ['e-1', 'e-2', 'e-3']) await store.append(listId, outcome(id));
      await objects.remove([`events/${listId}/000002.json`]);
      await expect(store.append(listId, outcome('e-4'))).rejects.toMatchObject({ code: 'outreach-damaged' });
      await expect(store.eventsOf('../../x')).rejects.toThrow();
    });
  });
}

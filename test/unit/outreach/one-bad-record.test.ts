import { describe, expect, it } from 'vitest';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import { ObjectJobRequests } from '../../../functions/adapters/objects/object-job-requests.ts';
import { ObjectKeptAnswers } from '../../../functions/adapters/objects/object-kept-answers.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { RotationJob } from '../../../functions/core/jobs.ts';
import { followedLists } from '../../../functions/core/outreach/occupied-clients.ts';
import { ErasureLedger } from '../../../functions/core/release/erasure-ledger.ts';

const [anna, bo] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];
const officer = { id: 'd', role: 'data-protection-officer', unit: 'dp' } as const;
const listOf = (number: number, client: string) => ({
  listId: `${String(number).padStart(6, '0')}-${'c'.repeat(32)}`,
  number,
  madeAt: '2026-01-01T00:00:00Z',
  madeBy: officer,
  unit: 'unit-4',
  programme: 'older-people',
  origin: 'simulated' as const,
  modelVersion: 'm',
  landmarkOn: '2026-01-01',
  horizonMonths: 12,
  rows: [
    {
      row: 1,
      client,
      sourcesUsed: 'rai',
      serviceLanguage: 'fi' as const,
      intervention: null,
      reasons: [],
      changeable: [],
    },
  ],
  lots: [],
});

describe('one record that cannot be read', () => {
  it('holds up no other list: its number stays taken, and only its own people cannot be erased', async () => {
    const objects = new MemoryObjects();
    const store = new ObjectOutreachStore(objects);
    await store.create(listOf(1, anna));
    await store.create(listOf(2, bo));
    await objects.put('lists/000002.json', Buffer.from(`{"client":"${bo}"`));
    expect((await store.lists()).map(({ number }) => number)).toEqual([1]);
    expect(await store.nextNumber()).toBe(3);
    await expect(store.find(listOf(2, bo).listId)).rejects.toMatchObject({ code: 'outreach-damaged' });
    expect(await store.erase(new Set([anna]))).toBe(1);
    await expect(store.erase(new Set([bo]))).rejects.toMatchObject({ code: 'outreach-damaged' });
  });

  it('frees nobody: whose list’s events cannot be read is on it still', async () => {
    const objects = new MemoryObjects();
    const store = new ObjectOutreachStore(objects);
    const { listId } = listOf(1, anna);
    await store.create(listOf(1, anna));
    await store.append(listId, { kind: 'closed', eventId: 'e', at: '2026-01-02T00:00:00Z', recordedBy: 'w' });
    await objects.put(`events/${listId}/000001.json`, Buffer.from('{'));
    expect(await followedLists(store)).toMatchObject([{ list: { listId }, events: [] }]);
    objects.get = () => Promise.reject(new Error('the store cannot be reached'));
    await expect(followedLists(store)).rejects.toThrow('cannot be reached');
  });

  it('makes unknown whose erasure it is, and nobody else', async () => {
    const objects = new MemoryObjects();
    await objects.put(`${anna}.json`, Buffer.from('{'));
    const events = await new ErasureLedger(new ObjectErasureRecords(objects)).eventsOf([anna, bo]);
    expect([...events.keys()]).toEqual([bo]);
  });

  it('keeps no other job waiting', async () => {
    const objects = new MemoryObjects();
    const requests = new ObjectJobRequests(objects, RotationJob);
    await objects.put('a.json', Buffer.from('{'));
    await requests.request('b', { requester: officer });
    expect((await requests.waiting()).map(({ id }) => id)).toEqual(['b']);
  });

  it('is not written: whatever its own reader would refuse is refused before', async () => {
    const objects = new MemoryObjects();
    const refused = { code: 'would-not-be-read' };
    const store = new ObjectOutreachStore(objects);
    await expect(async () =>
      store.create({ ...listOf(1, anna), madeAt: '+010000-01-01T00:00:00Z' }),
    ).rejects.toMatchObject(refused);
    await expect(async () => new ObjectKeptAnswers(objects).keep('0'.repeat(64), '{')).rejects.toMatchObject(
      refused,
    );
    const job = { requester: { ...officer, role: 'nobody' } } as unknown as RotationJob;
    await expect(new ObjectJobRequests(objects, RotationJob).request('a', job)).rejects.toMatchObject(
      refused,
    );
    const erased = { tables: {}, identities: 0, clientMonths: 0, scores: 0, listRows: 0 };
    const erasure = { client: anna, at: 'now', orderedBy: 'd', erased, files: [], said: [] };
    await expect(new ObjectErasureRecords(objects).record(erasure)).rejects.toMatchObject(refused);
    for await (const key of objects.list('')) expect(key).toBe('none');
  });
});

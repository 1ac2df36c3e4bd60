import { describe, expect, it } from 'vitest';
import { keysUnder, type ObjectStore, textOf } from '../../../functions/adapters/objects/object-store.ts';

const bytes = (text: string) => Buffer.from(text);
const hex = async (chunks: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString('hex');
};
const listed = async (objects: ObjectStore, prefix: string, after?: string) => {
  const keys: string[] = [];
  for await (const key of objects.list(prefix, after)) keys.push(key);
  return keys;
};

/** What every object store passes. @param open gives two views of one new, empty store, as two processes have */
export function examObjectStore(name: string, open: () => Promise<readonly [ObjectStore, ObjectStore]>) {
  describe(`objects, ${name}`, () => {
    it('are given as they were put, whatever their bytes, and are not there before', async () => {
      const [objects, others] = await open();
      expect(await objects.get('a/b')).toBeUndefined();
      await expect(hex(objects.read('a/b'))).rejects.toMatchObject({ code: 'no-such-object' });
      const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      for (const content of [every, new Uint8Array(), bytes('åäö\n')]) {
        await objects.put('a/b', content);
        expect(Buffer.from((await others.get('a/b'))!.content)).toEqual(Buffer.from(content));
        expect(await hex(others.read('a/b'))).toBe(Buffer.from(content).toString('hex'));
      }
    });

    it('stream what is larger than a chunk', async () => {
      const [objects, others] = await open();
      const content = Uint8Array.from({ length: 3_000_001 }, (_, at) => at % 251);
      await objects.put('large', content);
      const chunks: Uint8Array[] = [];
      for await (const chunk of others.read('large')) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(content)).toBe(true);
    });

    it('are written once where they must be absent, whoever is first of many', async () => {
      const stores = await open();
      const written = await Promise.all(
        Array.from({ length: 20 }, (_, at) => stores[at % 2]!.putIfAbsent('deep/er/once', bytes(`w${at}`))),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await textOf(stores[0], 'deep/er/once')).toBe(`w${written.indexOf(true)}`);
      expect(await stores[1].putIfAbsent('deep/er/once', bytes('late'))).toBe(false);
      expect(await textOf(stores[0], 'deep/er/once')).toBe(`w${written.indexOf(true)}`);
    });

    it('are replaced only as they were seen, by one of many', async () => {
      const stores = await open();
      expect(await stores[0].putIfMatch('current', bytes('x'), 'none')).toBe(false);
      expect(await stores[0].get('current')).toBeUndefined();
      await stores[0].put('current', bytes('v0'));
      const seen = (await stores[1].get('current'))!.version;
      const written = await Promise.all(
        Array.from({ length: 12 }, (_, at) => stores[at % 2]!.putIfMatch('current', bytes(`v1-${at}`), seen)),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await textOf(stores[0], 'current')).toBe(`v1-${written.indexOf(true)}`);
      expect((await stores[0].get('current'))!.version).not.toBe(seen);
    });

    it('lose no count when many add to one by what they saw', async () => {
      const stores = await open();
      await stores[0].put('count', bytes('0'));
      const addOne = async (objects: ObjectStore) => {
        for (;;) {
          const { content, version } = (await objects.get('count'))!;
          const next = bytes(String(Number(Buffer.from(content).toString()) + 1));
          if (await objects.putIfMatch('count', next, version)) return;
        }
      };
      await Promise.all(Array.from({ length: 10 }, (_, at) => addOne(stores[at % 2]!)));
      expect(await textOf(stores[1], 'count')).toBe('10');
    });

    it('grow out of sight, and are there whole or not at all', async () => {
      const [objects, others] = await open();
      const growing = objects.grow('grown/file');
      const line = 'ä'.repeat(500_000);
      for (let part = 0; part < 20; part += 1) await growing.append(line);
      expect(await others.get('grown/file')).toBeUndefined();
      await growing.keep();
      expect((await others.get('grown/file'))!.content).toHaveLength(20_000_000);
      const again = objects.grow('grown/file');
      await again.append('short');
      await again.keep();
      expect(await textOf(others, 'grown/file')).toBe('short');
      const dropped = objects.grow('grown/file');
      await dropped.append('dropped');
      await dropped.discard();
      await objects.grow('never').discard();
      expect(await textOf(others, 'grown/file')).toBe('short');
      expect(await keysUnder(objects, '')).toEqual(['grown/file']);
      await objects.grow('grown/file').keep();
      expect(await others.get('grown/file')).toBeUndefined();
    });

    it('move in the place of another', async () => {
      const [objects, others] = await open();
      await objects.put('from', bytes('new'));
      await objects.put('to here/åäö', bytes('old'));
      await objects.move('from', 'to here/åäö');
      expect(await textOf(others, 'to here/åäö')).toBe('new');
      await objects.move('to here/åäö', 'back');
      expect(await keysUnder(others, '')).toEqual(['back']);
      await expect(objects.move('from', 'to')).rejects.toMatchObject({ code: 'no-such-object' });
    });

    it('are removed, and one that is not there is none to remove', async () => {
      const [objects, others] = await open();
      for (const key of ['a/1', 'a/2', 'b']) await objects.put(key, bytes(key));
      await objects.remove(['a/1', 'a/2', 'c/3']);
      await objects.remove([]);
      expect(await keysUnder(others, '')).toEqual(['b']);
      expect(await others.entries('')).toEqual([{ name: 'b', bytes: 1 }]);
    });

    it('are listed in the order of their keys, from a key on', async () => {
      const [objects, others] = await open();
      const keys = ['a/2', 'a-b/1', 'a.c', 'b/x/1', 'b/x/2', 'b/y', 'a/10', 'ab'];
      for (const key of keys) await objects.put(key, bytes(key));
      const inOrder = [...keys].sort();
      expect(await listed(others, '')).toEqual(inOrder);
      for (const prefix of ['a', 'a/', 'b/x/', 'b/x', 'nothing', 'a/2'])
        expect(await listed(others, prefix), prefix).toEqual(inOrder.filter((key) => key.startsWith(prefix)));
      for (const after of ['a/10', 'a/1', 'b/x/1', 'b/x', 'zz', ''])
        expect(await listed(others, '', after), after).toEqual(inOrder.filter((key) => key > after));
    });

    it('are told folder by folder', async () => {
      const [objects, others] = await open();
      for (const key of ['d2/terms', 'd1/clients', 'd1/part/x', 'stray']) await objects.put(key, bytes('12'));
      expect(await others.entries('')).toEqual([
        { name: 'd1/', bytes: 0 },
        { name: 'd2/', bytes: 0 },
        { name: 'stray', bytes: 2 },
      ]);
      expect(await others.entries('d1/')).toEqual([
        { name: 'clients', bytes: 2 },
        { name: 'part/', bytes: 0 },
      ]);
      expect(await others.entries('d3/')).toEqual([]);
    });

    it('are settled where they are, and not where they are not', async () => {
      const [objects] = await open();
      await objects.put('made', bytes('x'));
      await objects.settle('made');
      await expect(objects.settle('missing')).rejects.toMatchObject({ code: 'no-such-object' });
    });
  });
}

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { keysUnder } from '../../../functions/adapters/objects/object-store.ts';
import type { Publication } from '../../../functions/core/ports/publication-store.ts';
import type { OpenObjects } from './local-objects.ts';

const station = 'scores/older-people';
const draft = (run: string) => ({
  station,
  run,
  fingerprint: `fingerprint of ${run}`,
  origin: 'simulated' as const,
  summary: { clients: 3 },
});

/** What every publication store of objects passes. */
export function examPublications(name: string, open: OpenObjects) {
  describe(`publications, ${name}`, () => {
    const opened = async () => {
      const [objects, others] = await open();
      return {
        objects,
        store: new ObjectPublicationStore(objects),
        other: new ObjectPublicationStore(others),
      };
    };

    it('are invisible until they are published, and then whole, with hashes and sizes', async () => {
      const { store, other } = await opened();
      await store.write(station, 'r1', 'b/two.bin', Buffer.from('two'));
      await store.write(station, 'r1', 'one.bin', Buffer.from('one'));
      expect(await other.current(station)).toBeUndefined();
      const published = await store.publish(
        { ...draft('r1'), fileNames: ['one.bin', 'b/two.bin'] },
        undefined,
      );
      expect(await other.current(station)).toEqual(published);
      expect(published.files).toEqual(
        ['b/two.bin', 'one.bin'].map((file) => {
          const text = file.slice(file.indexOf('/') + 1, -4);
          return { name: file, bytes: 3, sha256: createHash('sha256').update(text).digest('hex') };
        }),
      );
      expect(Buffer.from(await other.read(published, 'b/two.bin')).toString()).toBe('two');
    });

    it('keep what an interrupted run left for the same run, and remove all that nothing names', async () => {
      const { objects, store, other } = await opened();
      await store.write(station, 'r0', 'old.bin', Buffer.from('old'));
      const first = await store.publish({ ...draft('r0'), fileNames: ['old.bin'] }, undefined);
      await store.write(station, 'r1', 'part-of-training', Buffer.from('half'));
      expect(await other.readUnpublished(station, 'r1', 'nothing')).toBeUndefined();
      expect(Buffer.from((await other.readUnpublished(station, 'r1', 'part-of-training'))!).toString()).toBe(
        'half',
      );
      await store.write(station, 'r1', 'new.bin', Buffer.from('new'));
      await store.publish({ ...draft('r1'), fileNames: ['new.bin'] }, first);
      expect(await keysUnder(objects, '')).toEqual([`${station}/current.json`, `${station}/r1/new.bin`]);
    });

    it('lose when it is asked for what one cut off in its last step left', async () => {
      const { objects, store, other } = await opened();
      await store.write(station, 'r1', 'new.bin', Buffer.from('new'));
      const current = await store.publish({ ...draft('r1'), fileNames: ['new.bin'] }, undefined);
      await store.write(station, 'r0', 'old.bin', Buffer.from('old'));
      await store.write(station, 'r1', 'part-of-training', Buffer.from('half'));
      await other.removeUnnamed(current);
      expect(await keysUnder(objects, '')).toEqual([`${station}/current.json`, `${station}/r1/new.bin`]);
    });

    it('are not made of files that are not there', async () => {
      const { store } = await opened();
      await expect(
        store.publish({ ...draft('r1'), fileNames: ['missing.bin'] }, undefined),
      ).rejects.toMatchObject({ code: 'no-such-object' });
      expect(await store.current(station)).toBeUndefined();
    });

    it('are the work of one, where many publish at once, first and later', async () => {
      const { store, other } = await opened();
      const race = async (name: string, expected: Publication | undefined) => {
        const runs = Array.from({ length: 6 }, (_, at) => `${name}${at}`);
        for (const run of runs) await store.write(station, run, 'x', Buffer.from(run));
        const ends = await Promise.allSettled(
          runs.map((run, at) =>
            (at % 2 ? store : other).publish({ ...draft(run), fileNames: ['x'] }, expected),
          ),
        );
        const won = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
        expect(won.length, name).toBeLessThanOrEqual(1);
        const current = await other.current(station);
        expect(current).toEqual(won[0] ?? current);
        expect(Buffer.from(await other.read(current!, 'x')).toString()).toBe(current!.run);
        return current;
      };
      const first = await race('first', undefined);
      const second = await race('second', first);
      expect(second!.run).toMatch(/^second/);
    });

    it('conflict with what was published meanwhile', async () => {
      const { store, other } = await opened();
      await store.write(station, 'r1', 'x', Buffer.from('1'));
      const first = await store.publish({ ...draft('r1'), fileNames: ['x'] }, undefined);
      await other.write(station, 'r2', 'x', Buffer.from('2'));
      await other.publish({ ...draft('r2'), fileNames: ['x'] }, first);
      await store.write(station, 'r3', 'x', Buffer.from('3'));
      for (const expected of [first, undefined])
        await expect(store.publish({ ...draft('r3'), fileNames: ['x'] }, expected)).rejects.toMatchObject({
          code: 'publication-conflict',
        });
      expect((await store.current(station))?.run).toBe('r2');
    });
  });
}

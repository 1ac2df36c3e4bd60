import { describe, expect, it } from 'vitest';
import { anchorHash, anchorText, noAnchor, signedAnchor } from '../../../functions/core/audit/anchor.ts';
import type { AnchorStore } from '../../../functions/core/ports/anchor-store.ts';

const seed = Buffer.alloc(32, 7);

/** Anchors one after the other, of a log that grows by a line each. */
export function anchorsInRow(count: number) {
  let previous = noAnchor;
  return Array.from({ length: count }, (_, at) => {
    const content = {
      number: at + 1,
      at: '2026-11-02T09:00:00.000Z',
      lines: at + 1,
      headHash: 'ab'.repeat(32),
    };
    const anchor = signedAnchor({ ...content, previous }, seed);
    previous = anchorHash(anchor);
    return anchor;
  });
}

/**
 * What every place of anchors passes.
 * @param open a new, empty place as two processes see it
 */
export function examAnchors(name: string, open: () => Promise<readonly [AnchorStore, AnchorStore]>) {
  describe(`anchors, ${name}`, () => {
    const [first, second, third] = anchorsInRow(3) as [never, never, never];

    it('are none at first, and then as they were published, in order', async () => {
      const [store, other] = await open();
      expect(await store.list()).toEqual({ texts: [], next: 1, remembered: undefined });
      expect(await store.publish(1, first)).toBe(true);
      expect(await other.publish((await other.list()).next, second)).toBe(true);
      const { texts, next } = await store.list();
      expect(texts).toEqual([first, second].map(anchorText));
      expect(next).toBe(3);
    });

    it('are never written over: whoever comes second to a place is told', async () => {
      const [store, other] = await open();
      await store.publish(1, first);
      expect(await other.publish(1, third)).toBe(false);
      expect((await store.list()).texts).toEqual([anchorText(first)]);
    });

    it('are one at a place, however many publish there at once', async () => {
      const [store, other] = await open();
      const told = await Promise.all(
        Array.from({ length: 8 }, (_, at) => (at % 2 ? store : other).publish(1, at % 3 ? first : second)),
      );
      expect(told.filter(Boolean)).toHaveLength(1);
      expect((await store.list()).texts).toHaveLength(1);
    });
  });
}

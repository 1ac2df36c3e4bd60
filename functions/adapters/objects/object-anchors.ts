import type { AuditAnchor } from '../../../data-contracts/schemas/audit-anchor.ts';
import { anchorText } from '../../core/audit/anchor.ts';
import type { AnchorStore, PublishedAnchors } from '../../core/ports/anchor-store.ts';
import { keysUnder, type ObjectStore, textOf } from './object-store.ts';

const readAtOnce = 32;

/**
 * The audit log's anchors as objects, each put once under the number of its place. That they stay as they were put
 * is the store's own doing: on AWS the bucket refuses to have them written again, and locks them.
 */
export class ObjectAnchors implements AnchorStore {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async list(): Promise<PublishedAnchors> {
    const keys = (await keysUnder(this.#objects, '')).filter((key) => anchorKey.test(key));
    const texts: string[] = [];
    for (let from = 0; from < keys.length; from += readAtOnce) {
      const some = keys.slice(from, from + readAtOnce).map((key) => textOf(this.#objects, key));
      texts.push(...(await Promise.all(some)).map((text) => (text ?? '').trimEnd()));
    }
    return { texts, next: Number.parseInt(keys.at(-1) ?? '0', 10) + 1, remembered: undefined };
  }

  publish(next: number, anchor: AuditAnchor): Promise<boolean> {
    const key = `${String(next).padStart(8, '0')}.json`;
    return this.#objects.putIfAbsent(key, Buffer.from(`${anchorText(anchor)}\n`));
  }
}

const anchorKey = /^\d{8}\.json$/;

import type { AuditAnchor } from '../../../data-contracts/schemas/audit-anchor.ts';
import { anchorText, readAnchor } from '../../core/audit/anchor.ts';
import type { AnchorStore, PublishedAnchors } from '../../core/ports/anchor-store.ts';
import { keysUnder, type ObjectStore, textOf } from './object-store.ts';
import { type Form, ReadableObjects } from './readable-objects.ts';

const readAtOnce = 32;

const anchorForm: Form<AuditAnchor> = {
  write: (anchor) => `${anchorText(anchor)}\n`,
  read: (text) => {
    const anchor = readAnchor(text.trimEnd());
    if (!anchor) throw new RangeError('anchor: not of its contract');
    return anchor;
  },
};

/**
 * The audit log's anchors as objects, each put once under the number of its place. That they stay as they were put
 * is the store's own doing: on AWS the bucket refuses to have them written again, and locks them.
 */
export class ObjectAnchors implements AnchorStore {
  readonly #objects: ObjectStore;
  readonly #anchors: ReadableObjects<AuditAnchor>;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
    this.#anchors = new ReadableObjects(objects, anchorForm);
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
    return this.#anchors.keepOnce(`${String(next).padStart(8, '0')}.json`, anchor);
  }
}

const anchorKey = /^\d{8}\.json$/;

import type { AnchorsEnd, AuditAnchor } from '../../../data-contracts/schemas/audit-anchor.ts';

/** Anchors as they stand where they are published, in order. Nothing is taken for granted of what is there. */
export interface PublishedAnchors {
  /** JSON of an anchor each, as whoever wrote last left it. */
  readonly texts: readonly string[];
  /** Where the next one goes. */
  readonly next: number;
  /** What the home itself remembers of them; undefined where it remembers none, or keeps no memory. */
  readonly remembered: HomeMemory | undefined;
  /** Some anchors, kept elsewhere: that others are not among them means nothing. */
  readonly isExcerpt?: true;
}

export interface HomeMemory extends AnchorsEnd {
  readonly home: string;
  /** False in a home that was copied, or moved, since: its anchors are where it came from. */
  readonly isHere: boolean;
}

/** Where the audit log's anchors are published: written once each, and by the service never again. */
export interface AnchorStore {
  list(): Promise<PublishedAnchors>;
  /** Publishes durably at `next`, as it was listed; false where another was published there meanwhile. */
  publish(next: number, anchor: AuditAnchor): Promise<boolean>;
}

/** The secret that anchors are signed with: 32 bytes, an Ed25519 seed. It is made at first use, and never changed. */
export interface AnchorKey {
  anchorKey(): Promise<Uint8Array>;
}

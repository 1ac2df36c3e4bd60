import { z } from 'zod';
import { Instant, IsoDay } from './fields.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** How far a home's anchors had come: the number of the last, and the SHA-256 of its JSON. */
export const AnchorsEnd = z.strictObject({ number: z.number().int().min(1), hash: Sha256 });
export type AnchorsEnd = z.infer<typeof AnchorsEnd>;

/** What an anchor says, before it is signed. */
export const AnchorContent = z.strictObject({
  /** Counts from 1 in a home. */
  number: z.number().int().min(1),
  /** Whose log it is: the first half of the SHA-256 of the home's public key, hexadecimal. */
  home: z.string().regex(/^[0-9a-f]{32}$/),
  at: Instant,
  /** Lines that the audit log had. */
  lines: z.number().int().min(1),
  /** Hash of the last of them. */
  headHash: Sha256,
  /** SHA-256 of the JSON of the anchor before; zeros before the first. */
  previous: Sha256,
  /** In the first anchor of a copied home: how far the anchors had come where it was copied from. */
  copiedAfter: AnchorsEnd.optional(),
});
export type AnchorContent = z.infer<typeof AnchorContent>;

/**
 * The end of an audit log at an instant, signed, published where the service cannot write it again. What the log
 * said up to there can be changed by nobody without its being found, as long as one anchor after it is kept.
 */
export const AuditAnchor = AnchorContent.extend({
  /** Ed25519, 32 bytes, hexadecimal. */
  publicKey: Sha256,
  /** Ed25519 over `ennakko audit anchor 1`, a line feed, and the JSON of everything but key and signature. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type AuditAnchor = z.infer<typeof AuditAnchor>;

const whole = z.number().int().min(0);

/** What a check of the log against its anchors has found or notes: a code, and the facts of that code. */
export const AnchorRemark = z.object({
  code: z.string(),
  ...Object.fromEntries(
    ['anchor', 'times', 'from', 'to', 'line', 'lines', 'anchored', 'anchors'].map((fact) => [
      fact,
      whole.optional(),
    ]),
  ),
  at: Instant.optional(),
  day: IsoDay.optional(),
});

/** What a home remembers of the anchors that it has published, to miss those that are taken away. */
export const RememberedAnchors = AnchorsEnd.extend({
  home: AnchorContent.shape.home,
  /** SHA-256 of the place beside which they are; a copy of the home is elsewhere. */
  place: Sha256,
});
export type RememberedAnchors = z.infer<typeof RememberedAnchors>;

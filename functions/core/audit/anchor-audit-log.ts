import type { AuditAnchor } from '../../../data-contracts/schemas/audit-anchor.ts';
import type { AnchorKey, AnchorStore, PublishedAnchors } from '../ports/anchor-store.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import { anchorHash, homeOfSeed, isSignedByItsHome, noAnchor, readAnchor, signedAnchor } from './anchor.ts';

export interface AnchorPorts {
  readonly audit: Pick<AuditLog, 'end'>;
  readonly anchors: AnchorStore;
  readonly keys: AnchorKey;
  readonly clock: Clock;
}

/** Others publish anchors at the same time, more often than can be. */
export class AnchorContended extends Error {
  readonly code = 'anchor-contended';
}

const mostAttempts = 20;

/**
 * Signs the audit log's end and publishes it. Nothing is asked of what the log says: whether it is what was
 * anchored before, its verification finds, and an anchor more makes that no harder.
 * @param onlyWhenGrown publishes nothing when the last anchor is of this end
 * @returns the anchor; undefined where there was nothing to anchor
 * @throws AuditLogDamaged where the log's end cannot be told; AnchorContended
 */
export async function anchorAuditLog(
  { audit, anchors, keys, clock }: AnchorPorts,
  { onlyWhenGrown }: { readonly onlyWhenGrown: boolean },
): Promise<AuditAnchor | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { lines, hash: headHash } = await audit.end();
    if (lines === 0) return undefined;
    const seed = await keys.anchorKey();
    const published = await anchors.list();
    const home = homeOfSeed(seed);
    const last = lastOf(published, home);
    const remembered = published.remembered?.home === home ? published.remembered : undefined;
    if (onlyWhenGrown && last?.lines === lines && last.headHash === headHash) return undefined;
    const content = { ...placeAfter(last, remembered), at: clock.now(), lines, headHash };
    const anchor = signedAnchor(content, seed);
    if (await anchors.publish(published.next, anchor)) return anchor;
  }
  throw new AnchorContended('audit anchor: others publish at the same time; try again');
}

/** The last anchor of the home that stands and holds. */
function lastOf({ texts }: PublishedAnchors, home: string): AuditAnchor | undefined {
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    const anchor = readAnchor(texts[at]!);
    if (anchor?.home === home && isSignedByItsHome(anchor)) return anchor;
  }
  return undefined;
}

/**
 * What an anchor follows. Where the home remembers more of them than stand, the number goes on from what it
 * remembers, so that what is missing stays missing; in a copy of a home they begin anew, and say so.
 */
function placeAfter(last: AuditAnchor | undefined, remembered: PublishedAnchors['remembered']) {
  if (remembered?.isHere && remembered.number > (last?.number ?? 0))
    return { number: remembered.number + 1, previous: remembered.hash };
  if (last) return { number: last.number + 1, previous: anchorHash(last) };
  const copied = remembered && { copiedAfter: { number: remembered.number, hash: remembered.hash } };
  return { number: 1, previous: noAnchor, ...copied };
}

import type { AnchorsEnd, AuditAnchor } from '../../../data-contracts/schemas/audit-anchor.ts';
import type { PublishedAnchors } from '../ports/anchor-store.ts';
import { anchorHash, isSignedByItsHome, noAnchor, readAnchor } from './anchor.ts';

/** Something among the anchors that is not as the service published it. `anchor` counts from 1 as they stand. */
export type AnchorChainFinding =
  | { readonly code: 'anchor-unreadable' | 'anchor-forged'; readonly anchor: number }
  | { readonly code: 'anchor-of-another-home'; readonly anchor: number; readonly times: number }
  /** Numbers of anchors of this home that are not there, or not as the next one knows them. */
  | { readonly code: 'anchors-missing'; readonly from: number; readonly to: number };

/** The home's own anchors that hold, in order, and what is wrong with the rest. */
export interface AnchorChain {
  readonly anchors: readonly AuditAnchor[];
  readonly findings: readonly AnchorChainFinding[];
}

/**
 * Reads published anchors: each by its signature, and all as a chain without gaps. Whose they must be the home
 * remembers; where it does not, the first good one says.
 */
export function anchorChainOf({ texts, remembered, isExcerpt }: PublishedAnchors): AnchorChain {
  const placed = texts.map((text, at) => ({ anchor: readAnchor(text), place: at + 1 }));
  const signed = placed.filter(isSigned);
  const home = remembered?.home ?? signed[0]?.anchor.home;
  const own = signed.filter(({ anchor }) => anchor.home === home);
  const anchors = own.map(({ anchor }) => anchor);
  return {
    anchors,
    findings: [
      ...placed.flatMap((one) => (isSigned(one) ? [] : unsignedFinding(one, own))),
      ...foreignFinding(signed.filter(({ anchor }) => anchor.home !== home)),
      ...(isExcerpt ? [] : [...gapsOf(anchors), ...forgottenOf(anchors, remembered)]),
    ],
  };
}

interface Placed {
  readonly anchor: AuditAnchor | undefined;
  readonly place: number;
}
type PlacedAnchor = Placed & { readonly anchor: AuditAnchor };

const isSigned = (one: Placed): one is PlacedAnchor =>
  one.anchor !== undefined && isSignedByItsHome(one.anchor);

/** What a writing that was cut off left behind is nothing where the next anchor follows the one before it. */
function unsignedFinding({ anchor, place }: Placed, own: readonly PlacedAnchor[]): AnchorChainFinding[] {
  if (anchor) return [{ code: 'anchor-forged', anchor: place }];
  const before = own.findLast((one) => one.place < place)?.anchor;
  const after = own.find((one) => one.place > place)?.anchor;
  return after && follows(after, endOf(before)) ? [] : [{ code: 'anchor-unreadable', anchor: place }];
}

const foreignFinding = (foreign: readonly PlacedAnchor[]): AnchorChainFinding[] =>
  foreign[0] ? [{ code: 'anchor-of-another-home', anchor: foreign[0].place, times: foreign.length }] : [];

const endOf = (anchor: AuditAnchor | undefined): AnchorsEnd =>
  anchor ? { number: anchor.number, hash: anchorHash(anchor) } : { number: 0, hash: noAnchor };

const follows = ({ number, previous }: AuditAnchor, end: AnchorsEnd) =>
  number === end.number + 1 && previous === end.hash;

/**
 * Where an anchor does not follow one before it. Two may follow the same, where two processes published at once;
 * taking either away hides nothing that the other does not say.
 */
function gapsOf(anchors: readonly AuditAnchor[]): AnchorChainFinding[] {
  const numbers = new Map([[noAnchor, 0]]);
  const gaps: AnchorChainFinding[] = [];
  let highest = 0;
  for (const anchor of anchors) {
    const { number, previous } = anchor;
    if (number > highest + 1) gaps.push({ code: 'anchors-missing', from: highest + 1, to: number - 1 });
    else if (numbers.get(previous) !== number - 1)
      gaps.push({ code: 'anchors-missing', from: number, to: number });
    numbers.set(anchorHash(anchor), number);
    highest = Math.max(highest, number);
  }
  return gaps;
}

/** What the home has published here and remembers, and nobody finds. */
function forgottenOf(
  anchors: readonly AuditAnchor[],
  remembered: PublishedAnchors['remembered'],
): AnchorChainFinding[] {
  if (!remembered?.isHere) return [];
  const last = anchors.at(-1)?.number ?? 0;
  if (last < remembered.number) return [{ code: 'anchors-missing', from: last + 1, to: remembered.number }];
  const isKnown = anchors.some((anchor) => anchorHash(anchor) === remembered.hash);
  return isKnown ? [] : [{ code: 'anchors-missing', from: remembered.number, to: remembered.number }];
}

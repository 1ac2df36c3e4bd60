import type { AuditAnchor } from '../../../data-contracts/schemas/audit-anchor.ts';
import { dayAfter } from '../calendar.ts';
import type { AnchorStore } from '../ports/anchor-store.ts';
import { type AuditLog, AuditLogDamaged, type AuditVerification, type GoodLine } from '../ports/audit-log.ts';
import { dayInFinland } from '../release/instant-order.ts';
import { type AnchorChainFinding, anchorChainOf } from './anchor-chain.ts';

/** Where the log, or its anchors, are not as they were published. */
export type AnchorFinding =
  | AnchorChainFinding
  /** Somewhere from line `from` to `line` the log is not what was anchored at the instant. */
  | {
      readonly code: 'log-not-as-anchored';
      readonly from: number;
      readonly line: number;
      readonly at: string;
    }
  /** The log ends at `lines`; at the instant it went to `anchored`. */
  | {
      readonly code: 'log-shorter-than-anchored';
      readonly lines: number;
      readonly anchored: number;
      readonly at: string;
    }
  /** The log was written to on a day, first at the line, and neither on it nor on the next was it anchored. */
  | { readonly code: 'day-not-anchored'; readonly day: string; readonly line: number };

/** What no anchor vouches for, and what may be as it should. */
export type AnchorNote =
  | { readonly code: 'not-anchored' }
  | { readonly code: 'not-anchored-before'; readonly at: string; readonly lines: number }
  | { readonly code: 'anchored-where-copied-from'; readonly anchors: number }
  /** Only what follows the line was read; what is before was vouched for at the instant. */
  | { readonly code: 'checked-since'; readonly at: string; readonly line: number };

export interface AnchorVerification {
  readonly findings: readonly AnchorFinding[];
  readonly notes: readonly AnchorNote[];
  /** Anchors of this home that stand. */
  readonly anchors: number;
  /** The last line that they vouch for, and when that was signed. */
  readonly anchoredLines: number;
  readonly anchoredAt: string | undefined;
}

export interface AnchoredVerification extends AuditVerification {
  readonly anchored: AnchorVerification;
}

/**
 * Recomputes the log's chain and holds it against its anchors, in one reading.
 * @param mostLines of a longer log its end alone is read: so many lines, and on to the last anchor before them;
 *   absent: the whole log, against every anchor
 */
export async function verifyAgainstAnchors(
  audit: Pick<AuditLog, 'verify' | 'end'>,
  store: Pick<AnchorStore, 'list'>,
  mostLines?: number,
): Promise<AnchoredVerification> {
  // first: an anchor that is published meanwhile is of lines that are there by then
  const published = await store.list();
  const { anchors, findings } = anchorChainOf(published);
  const since = mostLines === undefined ? undefined : await lastBefore(audit, anchors, mostLines);
  const log = new AnchoredLog(anchors, since);
  const verification = await audit.verify((line) => log.pass(line), since && endAt(since));
  const missed = published.isExcerpt ? [] : log.daysWithoutAnchor();
  const found = [...findings, ...log.contradictions(verification), ...missed];
  const last = anchors.at(-1);
  return {
    ...verification,
    anchored: {
      findings: found,
      notes: log.notes(),
      anchors: anchors.length,
      anchoredLines: last?.lines ?? 0,
      anchoredAt: last?.at,
    },
  };
}

const endAt = ({ lines, headHash }: AuditAnchor) => ({ lines, hash: headHash });

/** The last anchor that so many lines follow; undefined where there is none, or where the log's end cannot be told. */
async function lastBefore(
  audit: Pick<AuditLog, 'end'>,
  anchors: readonly AuditAnchor[],
  mostLines: number,
): Promise<AuditAnchor | undefined> {
  const end = await audit.end().catch((error: unknown) => {
    if (error instanceof AuditLogDamaged) return undefined;
    throw error;
  });
  return end && anchors.findLast(({ lines }) => lines <= end.lines - mostLines);
}

/** A log as it passes by, line after line, and what its anchors say of it. */
class AnchoredLog {
  /** From the one on that the reading begins at, where it does not begin at the start. */
  readonly #anchors: readonly AuditAnchor[];
  readonly #since: AuditAnchor | undefined;
  readonly #hashes = new Map<number, string>();
  /** Where a day of the log begins; a day may begin again when the clock was put back. */
  readonly #days: { readonly day: string; readonly line: number }[] = [];

  constructor(anchors: readonly AuditAnchor[], since: AuditAnchor | undefined) {
    this.#since = since;
    this.#anchors = since ? anchors.slice(anchors.indexOf(since)) : anchors;
    for (const { lines } of this.#anchors) this.#hashes.set(lines, '');
    if (since) this.#hashes.set(since.lines, since.headHash);
  }

  pass({ line, hash, entry }: GoodLine): void {
    if (this.#hashes.has(line)) this.#hashes.set(line, hash);
    if ('isAsOf' in entry && entry.isAsOf) return;
    const day = dayInFinland(entry.at);
    if (this.#days.at(-1)?.day !== day) this.#days.push({ day, line });
  }

  /** The first anchor that the log does not meet. Behind damage there is nothing to hold against any. */
  contradictions({ lines, damage }: AuditVerification): AnchorFinding[] {
    let met = 0;
    for (const { lines: anchored, headHash, at } of this.#anchors) {
      if (anchored > lines)
        return damage && damage.code !== 'shortened'
          ? []
          : [{ code: 'log-shorter-than-anchored', lines, anchored, at }];
      if (this.#hashes.get(anchored) !== headHash)
        return [{ code: 'log-not-as-anchored', from: Math.min(met + 1, anchored), line: anchored, at }];
      met = Math.max(met, anchored);
    }
    return [];
  }

  /**
   * The service anchors on every day on which it writes, at the latest on the next. Lines from before the first
   * anchor are noted instead, and what is not yet anchored is no finding while nothing was written after it.
   */
  daysWithoutAnchor(): AnchorFinding[] {
    const [first] = this.#anchors;
    if (!first) return [];
    const anchored = new Set(this.#anchors.map(({ at }) => dayInFinland(at)));
    const until = this.#days.at(-1)?.day ?? '';
    const missed = this.#days.filter(({ day, line }) => {
      if (line <= first.lines || anchored.has(day) || anchored.has(dayAfter(day))) return false;
      const covering = this.#anchors.find(({ lines }) => lines >= line);
      return dayAfter(day) < (covering ? dayInFinland(covering.at) : until);
    });
    return missed.slice(0, 1).map(({ day, line }) => ({ code: 'day-not-anchored', day, line }));
  }

  notes(): AnchorNote[] {
    const [first] = this.#anchors;
    if (!first) return [{ code: 'not-anchored' }];
    if (this.#since) return [{ code: 'checked-since', at: first.at, line: first.lines }];
    const begun = this.#days.filter(({ line }) => line <= first.lines);
    const isLate = begun.some(({ day }) => dayAfter(day) < dayInFinland(first.at));
    return [
      ...(first.copiedAfter
        ? [{ code: 'anchored-where-copied-from', anchors: first.copiedAfter.number } as const]
        : []),
      ...(isLate || first.copiedAfter
        ? [{ code: 'not-anchored-before', at: first.at, lines: first.lines } as const]
        : []),
    ];
  }
}

import { Instant } from '../../../data-contracts/schemas/fields.ts';
import { instantKey } from '../release/instant-order.ts';
import { lineBytes, readLine } from './audit-chain.ts';
import type { Piece } from './log-scan.ts';

interface Dated {
  readonly line: number;
  readonly at: string;
}

interface Range {
  readonly line: number;
  readonly through: number;
}

/** As much of an entry as is looked at for its instant. */
interface DatedEntry {
  readonly kind?: unknown;
  readonly at?: unknown;
  readonly isAsOf?: unknown;
  readonly fault?: { readonly of?: unknown; readonly line?: unknown; readonly through?: unknown };
}

/**
 * The latest instant of pieces of a log: questions as of another instant are left out, and lines whose instants
 * one of the pieces sets aside.
 */
export class LatestInstant {
  readonly #dated: Dated[] = [];
  readonly #setAside: Range[] = [];

  take({ firstLine, content }: Piece): void {
    lineBytes(content).lines.forEach((bytes, place) => {
      const read = readLine(bytes);
      if (read?.isSound) this.#takeEntry(firstLine + place, read.line.entry as DatedEntry);
    });
  }

  /** Whether a piece set an instant aside, so that what was the latest before may not be it any more. */
  get setsAside(): boolean {
    return this.#setAside.length > 0;
  }

  get latest(): string | undefined {
    return this.#dated
      .filter(({ line }) => !this.#setAside.some((range) => line >= range.line && line <= range.through))
      .map(({ at }) => at)
      .reduce<string | undefined>(later, undefined);
  }

  #takeEntry(line: number, entry: DatedEntry | null): void {
    if (!entry || entry.isAsOf) return;
    const at = Instant.safeParse(entry.at);
    if (at.success) this.#dated.push({ line, at: at.data });
    if (entry.kind === 'fault-set-aside' && entry.fault?.of === 'audit-instants')
      this.#setAside.push({ line: Number(entry.fault.line), through: Number(entry.fault.through) });
  }
}

/** The later of two instants, where there are two. */
export const later = (one: string | undefined, other: string | undefined) =>
  one === undefined || (other !== undefined && instantKey(other) > instantKey(one)) ? other : one;

import { createHash } from 'node:crypto';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { LogEnd } from '../ports/audit-log.ts';

/** Where a chain has come to. */
export type ChainEnd = LogEnd;

/** An empty log's end; its hash stands before the first line. */
export const chainStart: ChainEnd = { lines: 0, hash: '0'.repeat(64) };

/** A line of the log, as JSON; `hash` is the SHA-256 of the JSON of everything before it. */
export interface ChainedLine {
  readonly line: number;
  readonly previous: string;
  readonly entry: unknown;
  readonly hash: string;
}

/** The entries as lines (each ended by a line feed) that carry on from `end`, and the new end. */
export function chainLines(end: ChainEnd, entries: readonly AuditEntry[]): { text: string; end: ChainEnd } {
  let { lines, hash } = end;
  const texts = entries.map((entry) => {
    const content = { line: ++lines, previous: hash, entry };
    hash = hashOf(content);
    return `${JSON.stringify({ ...content, hash })}\n`;
  });
  return { text: texts.join(''), end: { lines, hash } };
}

/** The lines of a piece, undecoded, each without its line feed; what stands after the last line feed is no line. */
export function lineBytes(piece: Uint8Array): { lines: Uint8Array[]; isWhole: boolean } {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, from)) {
    lines.push(piece.subarray(from, at));
    from = at + 1;
  }
  const isWhole = from === piece.length && lines.length > 0;
  return { lines: isWhole ? lines : [...lines, piece.subarray(from)], isWhole };
}

/** What a line says of itself, and whether its hash is that of its content; undefined where it is no line at all. */
export function readLine(bytes: Uint8Array): { line: ChainedLine; isSound: boolean } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const line = JSON.parse(text) as ChainedLine;
    if (typeof line !== 'object' || line === null || typeof line.hash !== 'string') return undefined;
    const { hash, ...content } = line;
    return { line, isSound: hashOf(content) === hash && JSON.stringify(line) === text };
  } catch {
    return undefined;
  }
}

/** The entry of a line; undefined where it is nothing that the log's contract knows. */
export const entryOf = ({ entry }: ChainedLine): AuditEntry | undefined => AuditEntry.safeParse(entry).data;

const lineFeed = 10;

const hashOf = (content: Omit<ChainedLine, 'hash'>) =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

import { createHash } from 'node:crypto';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { AuditDamage } from '../ports/audit-log.ts';

/** Where a chain has come to: how many lines, and the hash of the last. */
export interface ChainEnd {
  readonly lines: number;
  readonly hash: string;
}

/** An empty log's end; its hash stands before the first line. */
export const chainStart: ChainEnd = { lines: 0, hash: '0'.repeat(64) };

/** A line of the log, as JSON; `hash` is the SHA-256 of the JSON of everything before it. */
interface ChainedLine {
  readonly line: number;
  readonly previous: string;
  readonly entry: AuditEntry;
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

/**
 * The end of the chain after the lines in `content`, with what they say, or the first damage they show.
 * @param content UTF-8, each line ended by a line feed
 */
export function followChain(
  end: ChainEnd,
  content: Uint8Array,
): {
  end: ChainEnd;
  entries: readonly AuditEntry[];
  /** Of the entries' lines, as many. */
  hashes: readonly string[];
  damage?: AuditDamage;
} {
  const texts = decode(content)?.split('\n');
  if (texts === undefined || texts.pop() !== '') {
    return { end, entries: [], hashes: [], damage: { code: 'not-a-line', line: end.lines + 1 } };
  }
  let reached = end;
  const entries: AuditEntry[] = [];
  const hashes: string[] = [];
  for (const text of texts) {
    const line = readLine(text);
    const code = faultOf(line, text, reached);
    if (line === undefined || code !== undefined) {
      return {
        end: reached,
        entries,
        hashes,
        damage: { code: code ?? 'not-a-line', line: reached.lines + 1 },
      };
    }
    entries.push(line.entry);
    hashes.push(line.hash);
    reached = { lines: line.line, hash: line.hash };
  }
  return { end: reached, entries, hashes };
}

/** The end of a chain whose last piece is `content`, looking at nothing before it; undefined if it is damaged. */
export function endOfPiece(content: Uint8Array): ChainEnd | undefined {
  const first = readLine(decode(content)?.split('\n')[0] ?? '');
  if (first === undefined) return undefined;
  const { end, damage } = followChain({ lines: first.line - 1, hash: first.previous }, content);
  return damage ? undefined : end;
}

function faultOf(
  line: ChainedLine | undefined,
  text: string,
  end: ChainEnd,
): AuditDamage['code'] | undefined {
  if (line === undefined) return 'not-a-line';
  const { hash, ...content } = line;
  if (hashOf(content) !== hash || JSON.stringify(line) !== text) return 'changed';
  if (line.line !== end.lines + 1) return 'out-of-order';
  return line.previous === end.hash ? undefined : 'chain-broken';
}

const hashOf = (content: Omit<ChainedLine, 'hash'>) =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

function decode(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

function readLine(text: string): ChainedLine | undefined {
  try {
    const read = JSON.parse(text) as ChainedLine;
    return AuditEntry.safeParse(read.entry).success ? read : undefined;
  } catch {
    return undefined;
  }
}

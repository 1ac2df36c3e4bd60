import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { AuditDamage, AuditFault, AuditVerification, SetAsideBy } from '../ports/audit-log.ts';
import { type ChainEnd, type ChainedLine, chainStart, entryOf, lineBytes, readLine } from './audit-chain.ts';

/** Lines of a log, counted from 1, as they lie together; its name is the number of its first line. */
export interface Piece {
  readonly firstLine: number;
  readonly content: Uint8Array;
}

/** How far a log had come, as is written beside it. */
export interface LogHead extends ChainEnd {
  /** The first line of its last piece; absent in heads of earlier versions. */
  readonly pieceFrom?: number | undefined;
}

/** A line as it was written. */
export interface SoundLine {
  readonly line: number;
  readonly hash: string;
  readonly entry: AuditEntry;
}

/** What is damaged, where the bytes are that say so, and the end of the chain before it. */
interface Found {
  readonly code: AuditDamage['code'];
  readonly line: number;
  through: number;
  readonly sha256: string;
  readonly before: ChainEnd;
}

/**
 * Follows a log's chain over its pieces, past whatever is damaged: a damage is noted, by the bytes it was found in,
 * and the chain is taken up again where the next line that is sound in itself stands.
 */
export class LogScan {
  /** The number of the last line, damaged ones counted. */
  #lines: number;
  /** The hash that the next line must name; undefined where nobody can tell. */
  #expected: string | undefined;
  /** The last end of the chain before which everything in its piece was sound. */
  #sound: ChainEnd;
  #hashes = new Map<number, string>();
  readonly #head: LogHead | undefined;
  /** The hash of the line that the head calls the last, once it is passed. */
  #hashAtHead: string | undefined;
  readonly #found: Found[] = [];
  readonly #setAside = new Map<string, SetAsideBy>();
  /** Damage at the end of what was taken, which missing lines belong to. */
  #open: Found | undefined;

  /** @param head as it is beside the log; undefined: unreadable, or none */
  constructor(head: LogHead | undefined, start: ChainEnd = chainStart) {
    this.#head = head;
    this.#lines = start.lines;
    this.#expected = start.hash;
    this.#sound = start;
    this.#passed(start);
  }

  /**
   * Takes the next piece, and gives its lines that are as they were written.
   * @param nextFirstLine the first line of the piece behind it, where there is one
   */
  take({ firstLine, content }: Piece, nextFirstLine = Number.POSITIVE_INFINITY): SoundLine[] {
    this.#missing(firstLine);
    const sha256 = sha256Of(content);
    const { lines, isWhole } = lineBytes(content);
    const taken: SoundLine[] = [];
    const hashes = new Map<number, string>();
    let isSoundSoFar = true;
    const damaged = (code: AuditDamage['code'], line: number) => {
      if (isSoundSoFar) this.#note({ code, line, through: line, sha256, before: this.#sound });
      isSoundSoFar = false;
    };
    lines.forEach((bytes, place) => {
      const number = firstLine + place;
      const read = place === lines.length - 1 && !isWhole ? undefined : readLine(bytes);
      if (read === undefined || number >= nextFirstLine) {
        damaged('not-a-line', number);
        this.#expected = undefined;
        return;
      }
      const { line, isSound } = read;
      const entry = entryOf(line);
      if (place === 0) this.#goesOnBehindDamage(entry, number, sha256);
      const isExpected = this.#expected === undefined || line.previous === this.#expected;
      this.#expected = line.hash;
      if (!isSound || line.line !== number) {
        damaged(isSound ? 'out-of-order' : 'changed', number);
        return;
      }
      if (!isExpected) damaged('chain-broken', number);
      hashes.set(number, line.hash);
      this.#passed({ lines: number, hash: line.hash });
      if (isSoundSoFar) this.#sound = { lines: number, hash: line.hash };
      if (entry) taken.push({ line: number, hash: line.hash, entry });
      else this.#noteEntry(number, line);
    });
    this.#lines = Math.max(this.#lines, Math.min(firstLine + lines.length, nextFirstLine) - 1);
    this.#hashes = hashes;
    if (isSoundSoFar) this.#open = undefined;
    else {
      this.#open!.through = this.#lines;
      this.#sound = { lines: this.#lines, hash: this.#expected ?? this.#sound.hash };
    }
    for (const { line, entry } of taken) this.#remember(line, entry);
    return taken;
  }

  /** Where an append goes on: behind the last line, and what it has to say first, where that is not sound. */
  end(): { end: ChainEnd; damage?: Omit<Found, 'before'> } {
    const damage = this.#atTheEnd();
    if (damage === undefined) return { end: this.#sound };
    const { before, ...found } = damage;
    return { end: { lines: Math.max(this.#lines, damage.through), hash: before.hash }, damage: found };
  }

  /** Everything found, once the last piece is taken. */
  verification(): AuditVerification {
    const atTheEnd = this.#atTheEnd();
    const found = atTheEnd && atTheEnd !== this.#open ? [...this.#found, atTheEnd] : this.#found;
    const faults = found.map((each) => ({ fault: this.#faultOf(each), before: each.before }));
    const first = faults.find(({ fault }) => fault.setAside === undefined);
    const end = first?.before ?? { lines: this.#lines, hash: this.#sound.hash };
    return {
      lines: end.lines,
      headHash: end.hash,
      damage: first && { code: first.fault.code, line: first.fault.line },
      faults: faults.map(({ fault }) => fault),
    };
  }

  /** Damage of the last piece, lines missing behind it, or a head that says otherwise. */
  #atTheEnd(): Found | undefined {
    const head = this.#head;
    if (this.#open) {
      this.#open.through = Math.max(this.#open.through, head?.lines ?? 0);
      return this.#open;
    }
    const behind = { line: this.#lines + 1, sha256: sha256Of(nothing), before: this.#sound };
    if (head === undefined) return { ...behind, code: 'head-unreadable', through: this.#lines };
    if (head.lines <= this.#lines && (this.#hashAtHead ?? head.hash) === head.hash) return undefined;
    return { ...behind, code: 'shortened', through: Math.max(head.lines, this.#lines) };
  }

  /** Lines between the last piece and the next. */
  #missing(firstLine: number): void {
    if (firstLine <= this.#lines + 1) return;
    if (this.#open) this.#open.through = firstLine - 1;
    else {
      const sha256 = sha256Of(nothing);
      this.#note({
        code: 'out-of-order',
        line: this.#lines + 1,
        through: firstLine - 1,
        sha256,
        before: this.#sound,
      });
    }
    this.#expected = undefined;
    this.#lines = firstLine - 1;
  }

  /** A piece that begins by saying what was found before it goes on from the last line before that. */
  #goesOnBehindDamage(entry: AuditEntry | undefined, number: number, sha256: string): void {
    if (entry?.kind !== 'audit-damage-found') return;
    const { line, through, code } = entry;
    if (this.#open?.line === line) this.#expected = this.#open.before.hash;
    else {
      const isOfHead = through < line;
      const before = { lines: line - 1, hash: this.#hashes.get(line - 1) ?? this.#sound.hash };
      this.#note({
        code: isOfHead ? headCode(code) : 'not-as-found',
        line,
        through,
        sha256: isOfHead ? entry.sha256 : sha256,
        before,
      });
      this.#expected = line === number ? this.#sound.hash : before.hash;
    }
    this.#open = undefined;
  }

  #note(found: Found): void {
    this.#found.push(found);
    this.#open = found;
  }

  /** A line that is whole and in its place hides nothing behind it. */
  #noteEntry(line: number, { hash, previous }: ChainedLine): void {
    const before = { lines: line - 1, hash: previous };
    this.#found.push({ code: 'unreadable-entry', line, through: line, sha256: hash, before });
  }

  #passed({ lines, hash }: ChainEnd): void {
    if (lines === this.#head?.lines) this.#hashAtHead = hash;
  }

  #remember(line: number, entry: AuditEntry): void {
    if (entry.kind !== 'fault-set-aside' || entry.fault.of !== 'audit-lines') return;
    if (entry.requester.role !== 'data-protection-officer') return;
    this.#setAside.set(entry.faultId, { line, at: entry.at, by: entry.requester.id });
  }

  #faultOf({ code, line, through, sha256 }: Found): AuditFault {
    const id = faultIdOf('line', line, through, sha256);
    const setAside = this.#setAside.get(id);
    return { code, line, through, id, ...(setAside && { setAside }) };
  }
}

/** A name for a fault that no other has: what it is, where, and twelve digits of a digest of all that is known of it. */
export const faultIdOf = (what: string, place: number, ...known: readonly (string | number)[]) =>
  `${what}-${place}-${sha256Of(Buffer.from(JSON.stringify([place, ...known]))).slice(0, 12)}`;

const nothing = new Uint8Array();

export const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

const headCode = (code: string): AuditDamage['code'] =>
  code === 'head-unreadable' ? 'head-unreadable' : 'shortened';

import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import {
  type ChainEnd,
  chainLines,
  chainStart,
  endOfPiece,
  followChain,
} from '../../core/audit/audit-chain.ts';
import {
  type AuditLine,
  type AuditLog,
  AuditLogDamaged,
  type AuditVerification,
  type GoodLine,
} from '../../core/ports/audit-log.ts';
import { type ObjectStore, textOf } from './object-store.ts';

/** How far the log had come, and the first line of its last piece; absent in heads of earlier versions. */
interface Head extends ChainEnd {
  readonly pieceFrom?: number;
}

const headKey = 'head.json';

/**
 * The audit log as pieces: each append is one object of JSON lines, named after its first line's number, that
 * comes into being whole or not at all and is never written again. The piece's name settles who was first when
 * two append at once. `head.json`, written before the first piece and after every one, says how far the log had
 * come, so that pieces taken from the end are missed, and from where on an append looks for the last piece.
 */
export class ObjectAuditLog implements AuditLog {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async append(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#begin();
    for (;;) {
      const written = chainLines(await this.#end(), entries);
      const pieceFrom = written.end.lines - entries.length + 1;
      if (await this.#objects.putIfAbsent(pieceName(pieceFrom), Buffer.from(written.text)))
        return this.#writeHead({ ...written.end, pieceFrom });
    }
  }

  async verify(passing: (line: GoodLine) => void = () => {}): Promise<AuditVerification> {
    const head = await this.#head();
    const pieces = await this.#pieces();
    if (head === undefined && pieces.length > 0) return verification(chainStart, 'head-unreadable');
    let end = chainStart;
    let isHeadMet = head === undefined || head.lines === 0;
    for (const name of pieces) {
      if (name !== pieceName(end.lines + 1)) return verification(end, 'out-of-order');
      const followed = followChain(end, await this.#read(name));
      for (const line of goodLines(end, followed)) passing(line);
      end = followed.end;
      if (followed.damage) return verification(end, followed.damage.code);
      isHeadMet ||= head?.lines === end.lines && head.hash === end.hash;
    }
    return verification(end, isHeadMet ? undefined : 'shortened');
  }

  async *lines(): AsyncGenerator<AuditLine> {
    let end = chainStart;
    for (const name of await this.#pieces()) {
      const { entries, damage, end: next } = followChain(end, await this.#read(name));
      if (damage || name !== pieceName(end.lines + 1))
        throw new AuditLogDamaged(
          `audit log: line ${damage?.line ?? end.lines + 1} is not as it was written`,
        );
      for (const [place, entry] of entries.entries()) yield { line: end.lines + place + 1, entry };
      end = next;
    }
  }

  async end(): Promise<ChainEnd> {
    const isEmpty = (await this.#head()) === undefined && (await this.#pieces()).length === 0;
    return isEmpty ? chainStart : this.#end();
  }

  async lastInstant(): Promise<string | undefined> {
    const last = (await this.#pieces(await this.#head())).at(-1);
    const latest = last && lastLiveInstant(await this.#read(last));
    if (latest !== undefined) return latest;
    for (const name of (await this.#pieces()).reverse()) {
      const instant = lastLiveInstant(await this.#read(name));
      if (instant !== undefined) return instant;
    }
    return undefined;
  }

  async #read(name: string): Promise<Uint8Array> {
    const piece = await this.#objects.get(name);
    if (!piece) throw new AuditLogDamaged('audit log: a piece is missing');
    return piece.content;
  }

  async #begin(): Promise<void> {
    if ((await this.#head()) === undefined && (await this.#pieces()).length === 0)
      await this.#writeHead(chainStart);
  }

  /** The log's end from its last piece alone. The head is read first, as another writer may be going on. */
  async #end(): Promise<ChainEnd> {
    const head = await this.#head();
    const last = (await this.#pieces(head)).at(-1);
    const end = last === undefined ? chainStart : endOfPiece(await this.#read(last));
    if (end === undefined) throw new AuditLogDamaged('audit log: its last piece is not as it was written');
    if (head === undefined) throw new AuditLogDamaged('audit log: its head cannot be read');
    if (head.lines > end.lines) throw new AuditLogDamaged('audit log: its end is missing');
    return end;
  }

  /** All pieces, or those from the one on that the head calls the last. */
  async #pieces(head?: Head): Promise<string[]> {
    const names: string[] = [];
    const before = head?.pieceFrom === undefined ? undefined : pieceName(head.pieceFrom - 1);
    for await (const key of this.#objects.list('', before)) if (key.endsWith('.jsonl')) names.push(key);
    return names;
  }

  /** How far the log had come; undefined when that is nowhere to be read. */
  async #head(): Promise<Head | undefined> {
    const text = await textOf(this.#objects, headKey);
    try {
      return text === undefined ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /** A crash between a piece and its head leaves a head that is behind, which is no damage. */
  async #writeHead(head: Head): Promise<void> {
    await this.#objects.put(headKey, Buffer.from(`${JSON.stringify(head)}\n`));
  }
}

/** The instant of a piece's last line that is no question as of another instant. */
function lastLiveInstant(piece: Uint8Array): string | undefined {
  const texts = Buffer.from(piece).toString().trimEnd().split('\n').reverse();
  const entries = texts.map((text) => (JSON.parse(text) as { entry: AuditEntry }).entry);
  return entries.find((entry) => !('isAsOf' in entry && entry.isAsOf))?.at;
}

const goodLines = (before: ChainEnd, { entries, hashes }: ReturnType<typeof followChain>): GoodLine[] =>
  entries.map((entry, at) => ({ line: before.lines + at + 1, hash: hashes[at]!, entry }));

const pieceName = (firstLine: number) => `${String(firstLine).padStart(12, '0')}.jsonl`;

const verification = (
  end: ChainEnd,
  code: NonNullable<AuditVerification['damage']>['code'] | undefined,
): AuditVerification => ({
  lines: end.lines,
  headHash: end.hash,
  damage: code && { code, line: end.lines + 1 },
});

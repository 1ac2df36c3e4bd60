import { z } from 'zod';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { Instant } from '../../../data-contracts/schemas/fields.ts';
import { type ChainEnd, chainLines, chainStart, lineBytes, readLine } from '../../core/audit/audit-chain.ts';
import { LatestInstant, later } from '../../core/audit/log-instants.ts';
import { LogScan, type Piece } from '../../core/audit/log-scan.ts';
import {
  type AuditLine,
  type AuditLog,
  AuditLogDamaged,
  type AuditVerification,
  type GoodLine,
} from '../../core/ports/audit-log.ts';
import type { ObjectStore } from './object-store.ts';
import { type Form, jsonOf, ReadableObjects } from './readable-objects.ts';

const headKey = 'head.json';

/** A log has a piece for each append: one by one, most of the time of reading them would be the way there. */
const piecesAtOnce = 16;

/** Names of pieces have twelve digits; a head that says more is none. */
const Line = z.number().int().min(0).max(99_999_999_999);

/** How far the log had come; what is absent is so in heads of earlier versions. */
const Head = z.object({
  lines: Line,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The first line of the last piece. */
  pieceFrom: Line.optional(),
  /** The latest instant so far, unless set aside. */
  latestAt: Instant.optional(),
});
type Head = z.infer<typeof Head>;

/** What is appended goes on from a line, and is read as every later reading reads it. */
interface Appended {
  readonly from: ChainEnd;
  readonly text: string;
}

const appendedForm: Form<Appended> = {
  write: ({ text }) => text,
  read: (text) => {
    const [first = ''] = text.split('\n');
    const read = readLine(Buffer.from(first));
    const from = { lines: (read?.line.line ?? 0) - 1, hash: read?.line.previous ?? '' };
    const scan = new LogScan({ lines: 0, hash: '' }, from);
    const lines = scan.take({ firstLine: from.lines + 1, content: Buffer.from(text) });
    if (lines.length !== lineBytes(Buffer.from(text)).lines.length) throw new RangeError('audit log: a line');
    return { from, text };
  },
};

/**
 * The audit log as pieces: each append is one object of JSON lines, named after its first line's number, that
 * comes into being whole or not at all and is never written again. The piece's name settles who was first when
 * two append at once. `head.json`, written before the first piece and after every one, says how far the log had
 * come, so that pieces taken from the end are missed, and from where on an append looks for the last piece. What is
 * found damaged at the end is left as it is: the next piece goes on behind it, and begins by saying so.
 */
export class ObjectAuditLog implements AuditLog {
  readonly #objects: ObjectStore;
  readonly #heads: ReadableObjects<Head>;
  readonly #pieces: ReadableObjects<Appended>;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
    this.#heads = new ReadableObjects(objects, jsonOf(Head));
    this.#pieces = new ReadableObjects(objects, appendedForm);
  }

  async append(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    for (;;) {
      const head = await this.#begin();
      const last = await this.#lastPieces(head);
      const { end, damage } = await this.#end(head, last);
      const found = damage
        ? [{ kind: 'audit-damage-found', ...occasionOf(entries), ...damage } as const]
        : [];
      const { text, end: newEnd } = chainLines(end, [...found, ...entries]);
      const pieceFrom = end.lines + 1;
      if (!(await this.#pieces.keepOnce(pieceName(pieceFrom), { from: end, text }))) continue;
      const written = { firstLine: pieceFrom, content: Buffer.from(text) };
      const latestAt = await this.#latest(head, [...last, written]);
      return this.#heads.keep(headKey, { ...newEnd, pieceFrom, ...(latestAt && { latestAt }) });
    }
  }

  async verify(
    passing: (line: GoodLine) => void = () => {},
    from: ChainEnd = chainStart,
  ): Promise<AuditVerification> {
    const { scan, isBegun } = await this.#scan(passing, from);
    return isBegun ? scan.verification() : { ...notBegun };
  }

  async end(): Promise<ChainEnd> {
    const head = await this.#heads.findReadable(headKey);
    if (head === undefined && (await this.#firstLines()).length === 0) return chainStart;
    const { end, damage } = await this.#end(head, await this.#lastPieces(head));
    if (damage) throw new AuditLogDamaged('audit log: its end is not as it was written');
    return end;
  }

  async *lines(): AsyncGenerator<AuditLine> {
    const scan = new LogScan(undefined);
    for await (const { piece, nextFirstLine } of this.#piecesOf(await this.#firstLines()))
      for (const { line, entry } of scan.take(piece, nextFirstLine)) yield { line, entry };
  }

  async lastInstant(): Promise<string | undefined> {
    const head = await this.#heads.findReadable(headKey);
    return this.#latest(head, await this.#lastPieces(head));
  }

  /** Of the whole log where its head does not tell, or an instant was set aside since it was written. */
  async #latest(head: Head | undefined, since: readonly Piece[]): Promise<string | undefined> {
    const instants = new LatestInstant();
    for (const piece of since) instants.take(piece);
    if (head?.latestAt !== undefined && !instants.setsAside) return later(head.latestAt, instants.latest);
    const all = new LatestInstant();
    for await (const { piece } of this.#piecesOf(await this.#firstLines())) all.take(piece);
    return all.latest;
  }

  /** The head, written where there is no log yet; undefined where it cannot be read, or is missing. */
  async #begin(): Promise<Head | undefined> {
    const text = await this.#objects.get(headKey);
    if (text === undefined && (await this.#firstLines()).length === 0)
      await this.#heads.keep(headKey, chainStart);
    return this.#heads.findReadable(headKey);
  }

  /** The pieces from the one on that the head calls the last; none where it does not say. */
  async #lastPieces(head: Head | undefined): Promise<Piece[]> {
    if (head?.pieceFrom === undefined) return [];
    const firstLines = await this.#firstLines(head.pieceFrom - 1);
    return Promise.all(firstLines.map((firstLine) => this.#read(firstLine)));
  }

  /**
   * Where to go on: the log’s end from its last pieces alone, or, where they are damaged, from the whole log. The
   * head is read before them, as another writer may be going on.
   */
  async #end(head: Head | undefined, last: readonly Piece[]): Promise<ReturnType<LogScan['end']>> {
    const first = last[0] && readLine(lineBytes(last[0].content).lines[0]!)?.line.previous;
    if (typeof first === 'string') {
      const scan = new LogScan(head, { lines: last[0]!.firstLine - 1, hash: first });
      for (const [place, piece] of last.entries()) scan.take(piece, last[place + 1]?.firstLine);
      const end = scan.end();
      if (!end.damage) return end;
    }
    return (await this.#scan()).scan.end();
  }

  async #scan(
    passing: (line: GoodLine) => void = () => {},
    from: ChainEnd = chainStart,
  ): Promise<{ scan: LogScan; isBegun: boolean }> {
    const head = await this.#heads.findReadable(headKey);
    const isHeadThere = head !== undefined || (await this.#objects.get(headKey)) !== undefined;
    const scan = new LogScan(head, from);
    const firstLines = await this.#firstLines(from.lines);
    for await (const { piece, nextFirstLine } of this.#piecesOf(firstLines))
      for (const line of scan.take(piece, nextFirstLine)) passing(line);
    return { scan, isBegun: isHeadThere || firstLines.length > 0 };
  }

  /** Some pieces in their order, and the first line of the one behind each; those that come next are on their way. */
  async *#piecesOf(firstLines: readonly number[]): AsyncGenerator<{ piece: Piece; nextFirstLine?: number }> {
    for (let start = 0; start < firstLines.length; start += piecesAtOnce) {
      const some = firstLines.slice(start, start + piecesAtOnce + 1);
      const pieces = await Promise.all(some.slice(0, piecesAtOnce).map((firstLine) => this.#read(firstLine)));
      for (const [at, piece] of pieces.entries()) {
        const nextFirstLine = some[at + 1];
        yield { piece, ...(nextFirstLine !== undefined && { nextFirstLine }) };
      }
    }
  }

  async #read(firstLine: number): Promise<Piece> {
    const piece = await this.#objects.get(pieceName(firstLine));
    if (!piece) throw new AuditLogDamaged('audit log: a piece has gone while it was read');
    return { firstLine, content: piece.content };
  }

  /** The first lines of all pieces, or of those that begin behind a line. */
  async #firstLines(behind = 0): Promise<number[]> {
    const firstLines: number[] = [];
    for await (const key of this.#objects.list('', behind > 0 ? pieceName(behind) : undefined)) {
      const name = /^(\d{12})\.jsonl$/.exec(key);
      if (name) firstLines.push(Number(name[1]));
    }
    return firstLines;
  }
}

const notBegun: AuditVerification = {
  lines: 0,
  headHash: chainStart.hash,
  damage: undefined,
  faults: [],
};

/** When what is appended happened: as of another instant only where all of it is. */
function occasionOf(entries: readonly AuditEntry[]): { at: string; isAsOf?: true } {
  const live = entries.find((entry) => !('isAsOf' in entry && entry.isAsOf));
  return live ? { at: live.at } : { at: entries[0]!.at, isAsOf: true };
}

const pieceName = (firstLine: number) => `${String(firstLine).padStart(12, '0')}.jsonl`;

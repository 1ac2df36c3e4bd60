import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
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
} from '../../core/ports/audit-log.ts';
import { createOnce, writeDraft } from './create-once.ts';

/**
 * The audit log as a folder of pieces: each append is one file of JSON lines, named after its first line's
 * number, that comes into being whole or not at all and is never written again. The piece's name settles who
 * was first when two append at once. `head.json`, written before the first piece and after every one, says how
 * far the log had come, so that pieces taken from the end are missed.
 */
export class FolderAuditLog implements AuditLog {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async append(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#begin();
    for (;;) {
      const written = chainLines(await this.#end(), entries);
      const name = pieceName(written.end.lines - entries.length + 1);
      if (await createOnce(join(this.#folder, name), written.text)) return this.#writeHead(written.end);
    }
  }

  async verify(): Promise<AuditVerification> {
    const head = await this.#head();
    const pieces = await this.#pieces();
    if (head === undefined && pieces.length > 0) return verification(chainStart, 'head-unreadable');
    let end = chainStart;
    let isHeadMet = head === undefined || head.lines === 0;
    for (const name of pieces) {
      if (name !== pieceName(end.lines + 1)) return verification(end, 'out-of-order');
      const followed = followChain(end, await this.#read(name));
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

  async lastInstant(): Promise<string | undefined> {
    for (const name of (await this.#pieces()).reverse()) {
      const texts = (await this.#read(name)).toString().trimEnd().split('\n').reverse();
      const entries = texts.map((text) => (JSON.parse(text) as { entry: AuditEntry }).entry);
      const live = entries.find((entry) => !('isAsOf' in entry && entry.isAsOf));
      if (live) return live.at;
    }
    return undefined;
  }

  #read(name: string): Promise<Buffer> {
    return readFile(join(this.#folder, name));
  }

  async #begin(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    if ((await this.#pieces()).length === 0 && (await this.#head()) === undefined)
      await this.#writeHead(chainStart);
  }

  /** The log's end from its last piece alone. The head is read first, as another writer may be going on. */
  async #end(): Promise<ChainEnd> {
    const head = await this.#head();
    const last = (await this.#pieces()).at(-1);
    const end = last === undefined ? chainStart : endOfPiece(await this.#read(last));
    if (end === undefined) throw new AuditLogDamaged('audit log: its last piece is not as it was written');
    if (head === undefined) throw new AuditLogDamaged('audit log: its head cannot be read');
    if (head.lines > end.lines) throw new AuditLogDamaged('audit log: its end is missing');
    return end;
  }

  async #pieces(): Promise<string[]> {
    const names = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names.filter((name) => name.endsWith('.jsonl')).sort();
  }

  /** How far the log had come; undefined when that is nowhere to be read. */
  async #head(): Promise<ChainEnd | undefined> {
    try {
      return JSON.parse(await readFile(join(this.#folder, 'head.json'), 'utf8'));
    } catch {
      return undefined;
    }
  }

  /** A crash between a piece and its head leaves a head that is behind, which is no damage. */
  async #writeHead(end: ChainEnd): Promise<void> {
    const draft = await writeDraft(this.#folder, `${JSON.stringify(end)}\n`);
    await rename(draft, join(this.#folder, 'head.json'));
  }
}

const pieceName = (firstLine: number) => `${String(firstLine).padStart(12, '0')}.jsonl`;

const verification = (
  end: ChainEnd,
  code: NonNullable<AuditVerification['damage']>['code'] | undefined,
): AuditVerification => ({
  lines: end.lines,
  headHash: end.hash,
  damage: code && { code, line: end.lines + 1 },
});

import { createHash } from 'node:crypto';
import { mkdir, open, readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type AuditAnchor, RememberedAnchors } from '../../../data-contracts/schemas/audit-anchor.ts';
import { anchorHash, anchorText } from '../../core/audit/anchor.ts';
import type { AnchorStore, HomeMemory, PublishedAnchors } from '../../core/ports/anchor-store.ts';
import { syncFolder } from './create-once.ts';
import { inTurn } from './in-turn.ts';
import { nothingWhereGone } from './nothing-where-gone.ts';
import { writeWhole } from './write-whole.ts';

/**
 * The audit log's anchors as lines of a file beside the home, `<home>.anchors.jsonl`, which is opened for
 * appending alone: it may be made append-only by the system (`chattr +a`), or be a link to another disk. The home
 * remembers how far they had come in `audit/anchored.json`.
 */
export class FolderAnchors implements AnchorStore {
  readonly #home: string;

  constructor(home: string) {
    this.#home = resolve(home);
  }

  async list(): Promise<PublishedAnchors> {
    const file = await this.#file();
    const texts = linesOf(await readIfThere(file));
    return { texts, next: texts.length + 1, remembered: await this.#remembered(file) };
  }

  publish(next: number, anchor: AuditAnchor): Promise<boolean> {
    return inTurn(this.#memory(), async () => {
      const file = await this.#file();
      const before = await readIfThere(file);
      if (linesOf(before).length + 1 !== next) return false;
      // what a writing that was cut off left behind stays a line of its own
      const begin = before === '' || before.endsWith('\n') ? '' : '\n';
      await appendDurably(file, `${begin}${anchorText(anchor)}\n`);
      await this.#remember(file, anchor);
      return true;
    });
  }

  /** Beside the folder itself, by whatever name it is reached. */
  async #file(): Promise<string> {
    return `${await realpath(this.#home).catch(() => this.#home)}.anchors.jsonl`;
  }

  #memory(): string {
    return join(this.#home, 'audit', 'anchored.json');
  }

  async #remember(file: string, anchor: AuditAnchor): Promise<void> {
    const memory: RememberedAnchors = {
      number: anchor.number,
      hash: anchorHash(anchor),
      home: anchor.home,
      place: placeOf(file),
    };
    await mkdir(dirname(this.#memory()), { recursive: true });
    await writeWhole(this.#memory(), Buffer.from(`${JSON.stringify(RememberedAnchors.parse(memory))}\n`));
  }

  /** A memory that cannot be read is none. */
  async #remembered(file: string): Promise<HomeMemory | undefined> {
    try {
      const read = JSON.parse(await readFile(this.#memory(), 'utf8'));
      const { place, ...memory } = RememberedAnchors.parse(read);
      return { ...memory, isHere: place === placeOf(file) };
    } catch {
      return undefined;
    }
  }
}

const placeOf = (file: string) => createHash('sha256').update(file).digest('hex');

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

const readIfThere = async (file: string) => (await readFile(file, 'utf8').catch(nothingWhereGone)) ?? '';

async function appendDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
}

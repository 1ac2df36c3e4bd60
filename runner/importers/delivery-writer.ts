import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Delivery } from '../../data-contracts/schemas/delivery.ts';

const bufferedCharacters = 1 << 16;
const mustBeQuoted = /[",\r\n]/;
const field = (text: string | undefined) =>
  text === undefined ? '' : mustBeQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One CSV file, written in pieces as rows come. */
class CsvFile {
  private buffered: string;
  private readonly handle: FileHandle;
  private readonly columns: readonly string[];

  constructor(handle: FileHandle, columns: readonly string[]) {
    this.handle = handle;
    this.columns = columns;
    this.buffered = `${columns.join(',')}\n`;
  }

  async write(row: Readonly<Record<string, string | undefined>>): Promise<void> {
    this.buffered += `${this.columns.map((column) => field(row[column])).join(',')}\n`;
    if (this.buffered.length >= bufferedCharacters) await this.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    const piece = this.buffered;
    this.buffered = '';
    await this.handle.write(piece);
  }
}

/**
 * Writes one delivery folder so that `landing/` sees the whole of it or nothing: files are made in a
 * folder beside it, `landing.part/`, and moved as one at the end. Made again from the same input, the same bytes.
 */
export class DeliveryWriter<Table extends string> {
  private readonly folder: string;
  private readonly apart: string;
  private readonly unfinished: string;
  private readonly files = new Map<Table, CsvFile>();

  constructor(landingFolder: string, name: string) {
    this.folder = join(landingFolder, name);
    this.apart = `${landingFolder}.part`;
    this.unfinished = join(this.apart, name);
  }

  async open(columnsByTable: Readonly<Record<Table, readonly string[]>>): Promise<void> {
    await rm(this.apart, { recursive: true, force: true });
    await mkdir(this.unfinished, { recursive: true });
    for (const [table, columns] of Object.entries(columnsByTable) as [Table, readonly string[]][]) {
      this.files.set(table, new CsvFile(await open(join(this.unfinished, `${table}.csv`), 'w'), columns));
    }
  }

  write(table: Table, row: Readonly<Record<string, string | undefined>>): Promise<void> {
    return this.files.get(table)!.write(row);
  }

  async publish(delivery: Delivery): Promise<void> {
    await this.closeFiles();
    await writeFile(join(this.unfinished, 'delivery.json'), `${JSON.stringify(delivery, null, 2)}\n`);
    await mkdir(dirname(this.folder), { recursive: true });
    await rm(this.folder, { recursive: true, force: true });
    await rename(this.unfinished, this.folder);
    await rm(this.apart, { recursive: true, force: true });
  }

  async abandon(): Promise<void> {
    await this.closeFiles();
    await rm(this.apart, { recursive: true, force: true });
  }

  private async closeFiles(): Promise<void> {
    for (const file of this.files.values()) await file.close();
    this.files.clear();
  }
}

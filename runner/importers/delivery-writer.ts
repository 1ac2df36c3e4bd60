import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
 * Writes one delivery folder so that `landing/` sees the whole of it or nothing: files are made in a hidden
 * folder beside, which takes the delivery's name at the end. Made again from the same input, the same bytes.
 */
export class DeliveryWriter<Table extends string> {
  private readonly folder: string;
  private readonly hidden: string;
  private readonly files = new Map<Table, CsvFile>();

  constructor(landingFolder: string, name: string) {
    this.folder = join(landingFolder, name);
    this.hidden = join(landingFolder, `.${name}.part`);
  }

  async open(columnsByTable: Readonly<Record<Table, readonly string[]>>): Promise<void> {
    await rm(this.hidden, { recursive: true, force: true });
    await mkdir(this.hidden, { recursive: true });
    for (const [table, columns] of Object.entries(columnsByTable) as [Table, readonly string[]][]) {
      this.files.set(table, new CsvFile(await open(join(this.hidden, `${table}.csv`), 'w'), columns));
    }
  }

  write(table: Table, row: Readonly<Record<string, string | undefined>>): Promise<void> {
    return this.files.get(table)!.write(row);
  }

  async publish(delivery: Delivery): Promise<void> {
    await this.closeFiles();
    await writeFile(join(this.hidden, 'delivery.json'), `${JSON.stringify(delivery, null, 2)}\n`);
    await rm(this.folder, { recursive: true, force: true });
    await rename(this.hidden, this.folder);
  }

  async abandon(): Promise<void> {
    await this.closeFiles();
    await rm(this.hidden, { recursive: true, force: true });
  }

  private async closeFiles(): Promise<void> {
    for (const file of this.files.values()) await file.close();
    this.files.clear();
  }
}

import type { HeldFile } from '../../../data-contracts/schemas/held-file.ts';
import type { LandedDelivery } from '../../../data-contracts/schemas/landed-delivery.ts';
import type { Retention } from '../../../data-contracts/schemas/retention.ts';
import type { JoinedPeople } from '../identity/joined-people.ts';
import { withoutIdentityCodes } from '../identity/personal-identity-code.ts';
import { Pseudonymiser } from '../identity/pseudonym.ts';
import type { LakeFileRecord } from '../ingest/lake-manifest.ts';
import { keptUntil } from '../ingest/landing-retention.ts';
import { ownNames } from '../ingest/landing-survey.ts';
import type { Keys } from '../ports/keys.ts';
import type { LandedDeliveries } from '../ports/landed-deliveries.ts';
import { type ParquetRows, UnreadableParquet } from '../ports/parquet-rows.ts';
import type { PersonFiles } from '../ports/person-files.ts';
import type { QuarantineStore } from '../ports/quarantine-store.ts';
import type { UnclearedFiles } from '../ports/uncleared-files.ts';
import { isNaming, linesNaming } from './lines-naming.ts';
import { MappedLines, type MappedLinesPorts } from './mapped-lines.ts';
import { type PersonNames, personNames } from './person-names.ts';

export interface ListedFilesPorts {
  readonly files: UnclearedFiles;
  readonly landed: LandedDeliveries;
  readonly retention: () => Promise<Retention>;
}

export interface SearchedFilesPorts extends ListedFilesPorts {
  readonly parquet: ParquetRows;
  readonly keys: Pick<Keys, 'pseudonymKey'>;
  readonly quarantine: Pick<QuarantineStore, 'linesOf'>;
  readonly deliveries: MappedLinesPorts['deliveries'];
  readonly people: () => Promise<JoinedPeople>;
  /** What the lake says of the files taken in. */
  readonly takenIn: () => Promise<readonly LakeFileRecord[]>;
}

/** Reads every file through, and tells of those that name a person and of those that cannot be looked into. */
export class SearchedFiles implements PersonFiles {
  readonly #ports: SearchedFilesPorts;

  constructor(ports: SearchedFilesPorts) {
    this.#ports = ports;
  }

  async naming(client: string): Promise<readonly HeldFile[]> {
    try {
      return await this.#readThrough(client);
    } finally {
      await this.#ports.parquet.close();
    }
  }

  async #readThrough(client: string): Promise<readonly HeldFile[]> {
    const { files, keys, quarantine } = this.#ports;
    const pseudonymiser = new Pseudonymiser(await keys.pseudonymKey());
    const person = personNames(client, pseudonymiser, await this.#ports.people());
    const mapped = new MappedLines(this.#ports);
    const times = new FileTimes(this.#ports);
    const takenIn = await this.#ports.takenIn();
    const held: HeldFile[] = [];
    for (const path of await files.paths()) {
      const lines = await this.#linesIn(path, person, mapped);
      if (lines?.size === 0) continue;
      const { fileId, keptUntil: until } = await times.of(path);
      const away = new Set<number>();
      for (const one of lines ? fileIdsOf(path, fileId, takenIn) : [])
        for (const line of await quarantine.linesOf(one)) away.add(line);
      held.push({
        file: withoutIdentityCodes(path),
        rows: lines?.size ?? null,
        turnedAway: [...(lines ?? [])].filter((line) => away.has(line)).length,
        keptUntil: until,
      });
    }
    return held;
  }

  /** Undefined: the file cannot be looked into. */
  async #linesIn(path: string, person: PersonNames, mapped: MappedLines) {
    const { files, parquet } = this.#ports;
    if (await isPacked(files.read(path))) return undefined;
    try {
      const lines = path.endsWith('.parquet')
        ? await rowsNaming(parquet, await files.location(path), person)
        : await linesNaming(files.read(path), person);
      const [delivery, name] = placeInLanding(path) ?? [];
      if (delivery === undefined || name === undefined || ownNames.includes(name)) return lines;
      const read = await mapped.naming(delivery, name, person);
      // by its words alone, of a file that nobody can read any more
      if (!read) return lines.size > 0 ? lines : undefined;
      return new Set([...lines, ...read].sort((one, other) => one - other));
    } catch (error) {
      if (error instanceof UnreadableParquet) return undefined;
      throw error;
    }
  }
}

/** Where files are too many to be read while somebody waits: all of them, as not searched. */
export class ListedFiles implements PersonFiles {
  readonly #ports: ListedFilesPorts;

  constructor(ports: ListedFilesPorts) {
    this.#ports = ports;
  }

  async naming(_client: string): Promise<readonly HeldFile[]> {
    const times = new FileTimes(this.#ports);
    const held: HeldFile[] = [];
    for (const path of await this.#ports.files.paths()) {
      if (path.endsWith('/delivery.json')) continue;
      const { keptUntil: until } = await times.of(path);
      held.push({ file: withoutIdentityCodes(path), rows: null, turnedAway: 0, keptUntil: until });
    }
    return held;
  }
}

/** Reads through what can be read while somebody waits; where there is more, lists it all as not searched. */
export class SearchedWhereFew implements PersonFiles {
  readonly #ports: SearchedFilesPorts;

  constructor(ports: SearchedFilesPorts) {
    this.#ports = ports;
  }

  async naming(client: string): Promise<readonly HeldFile[]> {
    const isFew = await isWithin(mostBytesWhileWaiting, this.#ports.files);
    return new (isFew ? SearchedFiles : ListedFiles)(this.#ports).naming(client);
  }
}

/** About three seconds of a processor, where they are Parquet. */
const mostBytesWhileWaiting = 4_000_000;

async function isWithin(most: number, files: UnclearedFiles): Promise<boolean> {
  let bytes = 0;
  for (const path of await files.paths())
    for await (const chunk of files.read(path)) {
      bytes += chunk.byteLength;
      if (bytes > most) return false;
    }
  return true;
}

/** Which content each delivered file has, and how long it is kept. */
class FileTimes {
  readonly #ports: ListedFilesPorts;
  readonly #landed = new Map<string, LandedDelivery | undefined>();

  constructor(ports: ListedFilesPorts) {
    this.#ports = ports;
  }

  async of(path: string): Promise<{ fileId: string | undefined; keptUntil: string | null }> {
    const [delivery, name] = placeInLanding(path) ?? [];
    if (delivery === undefined) return { fileId: undefined, keptUntil: null };
    if (!this.#landed.has(delivery))
      this.#landed.set(delivery, await this.#ports.landed.find(delivery).catch(() => undefined));
    const entry = this.#landed.get(delivery)?.files.find((file) => file.name === name);
    return { fileId: entry?.fileId, keptUntil: keptUntil(entry, await this.#ports.retention()) };
  }
}

/** A native file has been taken in once for each table that it fills, each time under an id of its own. */
function fileIdsOf(path: string, fileId: string | undefined, takenIn: readonly LakeFileRecord[]): string[] {
  if (fileId === undefined) return [];
  const [delivery, name] = placeInLanding(path) ?? [];
  const own = takenIn.filter((file) => file.delivery === delivery && file.name === name);
  return own.some((file) => file.fileId === fileId) ? own.map((file) => file.fileId) : [fileId];
}

const placeInLanding = (path: string) => /^landing\/([^/]+)\/([^/]+)$/.exec(path)?.slice(1);

async function rowsNaming(
  parquet: ParquetRows,
  location: string,
  person: PersonNames,
): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  let row = 0;
  const names = (text: string) => isNaming(text, person);
  for await (const rows of parquet.read(location, await parquet.columnNames(location))) {
    const texts = rows.map((values) => values.join('\n'));
    // nearly no batch names anybody, and one long text is searched faster than many short ones
    if (names(texts.join('\n')))
      for (const [place, text] of texts.entries()) if (names(text)) found.add(row + place + 1);
    row += rows.length;
  }
  return found;
}

/** How packed files begin: gzip, zip and what is one inside, zstd, bzip2, xz, 7z. */
const packings = ['1f8b', '504b0304', '28b52ffd', '425a68', 'fd377a58', '377abcaf'];

async function isPacked(content: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const chunk of content) {
    const start = Buffer.from(chunk.subarray(0, 8)).toString('hex');
    return packings.some((packing) => start.startsWith(packing));
  }
  return false;
}

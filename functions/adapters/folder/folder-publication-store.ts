import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type Publication,
  PublicationConflict,
  type PublicationStore,
  type PublishedFile,
} from '../../core/ports/publication-store.ts';
import { syncToDisk, writeWhole } from './write-whole.ts';

/** Publications under a folder: `<home>/<station>/<run>/<file>`, and `<home>/<station>/current.json`. */
export class FolderPublicationStore implements PublicationStore {
  readonly #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  async current(station: string): Promise<Publication | undefined> {
    const content = await readIfThere(join(this.#home, station, 'current.json'));
    return content && JSON.parse(content.toString('utf8'));
  }

  async location(station: string, run: string, name: string): Promise<string> {
    const path = join(this.#home, station, run, name);
    await mkdir(dirname(path), { recursive: true });
    return path;
  }

  async write(station: string, run: string, name: string, content: Uint8Array): Promise<void> {
    await writeWhole(await this.location(station, run, name), content);
  }

  readUnpublished(station: string, run: string, name: string): Promise<Uint8Array | undefined> {
    return readIfThere(join(this.#home, station, run, name));
  }

  read(publication: Publication, name: string): Promise<Uint8Array> {
    return readFile(join(this.#home, publication.station, publication.run, name));
  }

  async publish(
    { fileNames, ...draft }: Omit<Publication, 'files'> & { readonly fileNames: readonly string[] },
    expected: Publication | undefined,
  ): Promise<Publication> {
    const folder = join(this.#home, draft.station, draft.run);
    const known = expected?.run === draft.run ? expected.files : [];
    const files: PublishedFile[] = [];
    for (const name of [...fileNames].sort()) {
      files.push(known.find((file) => file.name === name) ?? (await describeFile(folder, name)));
    }
    const publication: Publication = { ...draft, files };
    const current = await this.current(draft.station);
    if (current?.fingerprint !== expected?.fingerprint) {
      throw new PublicationConflict(`${draft.station}: another run was published meanwhile`);
    }
    const text = `${JSON.stringify(publication, null, 2)}\n`;
    await writeWhole(join(this.#home, draft.station, 'current.json'), Buffer.from(text));
    await this.#removeUnnamed(publication);
    return publication;
  }

  /** Removes earlier runs of the station, and files of this run that an interrupted attempt left. */
  async #removeUnnamed({ station, run, files }: Publication): Promise<void> {
    const folder = join(this.#home, station);
    const named = new Set(files.map((file) => file.name));
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name !== run) await rm(join(folder, entry.name), { recursive: true });
    }
    const runFolder = join(folder, run);
    for (const entry of await listFiles(runFolder)) {
      if (!named.has(entry)) await rm(join(runFolder, entry));
    }
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Nothing is published that a power cut could still take away. */
async function describeFile(folder: string, name: string): Promise<PublishedFile> {
  const path = join(folder, name);
  await syncToDisk(path);
  await syncToDisk(dirname(path));
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { name, sha256: hash.digest('hex'), bytes: (await stat(path)).size };
}

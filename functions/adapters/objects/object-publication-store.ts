import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import {
  type Publication,
  PublicationConflict,
  type PublicationStore,
  type PublishedFile,
} from '../../core/ports/publication-store.ts';
import { joined, keysUnder, type ObjectStore, type StoredObject } from './object-store.ts';
import { jsonOf, ReadableObjects } from './readable-objects.ts';

/** Publications as objects: `<station>/<run>/<file>`, and `<station>/current.json`. */
export class ObjectPublicationStore implements PublicationStore {
  readonly #objects: ObjectStore;
  readonly #publications: ReadableObjects<Publication>;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
    this.#publications = new ReadableObjects(objects, jsonOf(publicationForm, 2));
  }

  async current(station: string): Promise<Publication | undefined> {
    return publicationIn(await this.#objects.get(currentKey(station)));
  }

  location(station: string, run: string, name: string): Promise<string> {
    return this.#objects.location(`${station}/${run}/${name}`);
  }

  write(station: string, run: string, name: string, content: Uint8Array): Promise<void> {
    return this.#objects.put(`${station}/${run}/${name}`, content);
  }

  settle(station: string, run: string, name: string): Promise<void> {
    return this.#objects.settle(`${station}/${run}/${name}`);
  }

  async readUnpublished(station: string, run: string, name: string): Promise<Uint8Array | undefined> {
    return (await this.#objects.get(`${station}/${run}/${name}`))?.content;
  }

  read({ station, run }: Publication, name: string): Promise<Uint8Array> {
    return joined(this.#objects.read(`${station}/${run}/${name}`));
  }

  async publish(
    { fileNames, ...draft }: Omit<Publication, 'files'> & { readonly fileNames: readonly string[] },
    expected: Publication | undefined,
  ): Promise<Publication> {
    const { station, run } = draft;
    const known = expected?.run === run ? expected.files : [];
    const files: PublishedFile[] = [];
    for (const name of [...fileNames].sort()) {
      files.push(known.find((file) => file.name === name) ?? (await this.#describe(station, run, name)));
    }
    const publication: Publication = { ...draft, files };
    if (!(await this.#makeCurrent(publication, expected)))
      throw new PublicationConflict(`${station}: another run was published meanwhile`);
    await this.removeUnnamed(publication);
    return publication;
  }

  async removeUnnamed({ station, run, files }: Publication): Promise<void> {
    const named = new Set(files.map(({ name }) => `${station}/${run}/${name}`));
    for (const { name } of await this.#objects.entries(`${station}/`)) {
      if (!name.endsWith('/') && !name.endsWith('.part')) continue;
      const keys = await keysUnder(this.#objects, `${station}/${name}`);
      await this.#objects.remove(keys.filter((key) => !named.has(key)));
    }
  }

  async #makeCurrent(publication: Publication, expected: Publication | undefined): Promise<boolean> {
    const key = currentKey(publication.station);
    const found = await this.#objects.get(key);
    if (publicationIn(found)?.fingerprint !== expected?.fingerprint) return false;
    return found
      ? this.#publications.keepIfMatch(key, publication, found.version)
      : this.#publications.keepOnce(key, publication);
  }

  /** Nothing is published that a power cut could still take away. */
  async #describe(station: string, run: string, name: string): Promise<PublishedFile> {
    const key = `${station}/${run}/${name}`;
    await this.#objects.settle(key);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of this.#objects.read(key)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { name, sha256: hash.digest('hex'), bytes };
  }
}

/** What stands around a publication's summary, which is its station's to read. */
const publicationForm = z.looseObject({
  station: z.string(),
  run: z.string(),
  fingerprint: z.string(),
  origin: DataOrigin,
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number() })),
  summary: z.record(z.string(), z.unknown()),
});

const currentKey = (station: string) => `${station}/current.json`;

const publicationIn = (found: StoredObject | undefined): Publication | undefined =>
  found && JSON.parse(new TextDecoder().decode(found.content));

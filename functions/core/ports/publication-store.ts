import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';

/** A file of a publication, by its name inside the run. */
export interface PublishedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What a station has published: the files of one run, and what they were made from. */
export interface Publication {
  /** For example `tables` or `client-months/older-people`. */
  readonly station: string;
  /** The run's folder. */
  readonly run: string;
  /** SHA-256 over everything that decides the content: inputs, parameters, the station's version. */
  readonly fingerprint: string;
  readonly origin: DataOrigin;
  readonly files: readonly PublishedFile[];
  /** Small facts for people and for later stations: counts, dates, figures. */
  readonly summary: Readonly<Record<string, unknown>>;
}

/**
 * Where stations publish. A run is invisible until `publish` makes it current by one conditional write;
 * stopped before that, nothing has changed, and the same run can be made again.
 */
export interface PublicationStore {
  /** The current publication of a station, if there is one. */
  current(station: string): Promise<Publication | undefined>;
  /** Where a file of a run is, published or about to be, in the form the query engine and SDKs take. */
  location(station: string, run: string, name: string): Promise<string>;
  write(station: string, run: string, name: string, content: Uint8Array): Promise<void>;
  /** Makes durable what a query engine has written at the location of a file of a run that is not published yet. */
  settle(station: string, run: string, name: string): Promise<void>;
  /** A file of a run that is not published yet, as an interrupted attempt left it; undefined: there is none. */
  readUnpublished(station: string, run: string, name: string): Promise<Uint8Array | undefined>;
  read(publication: Publication, name: string): Promise<Uint8Array>;
  /**
   * Makes a run current: hashes the named files, writes the publication if `expectedRun` is still current
   * (undefined: none is), and removes files and runs that nothing names any more.
   * @throws PublicationConflict when another writer was first
   */
  publish(
    draft: Omit<Publication, 'files'> & { readonly fileNames: readonly string[] },
    expected: Publication | undefined,
  ): Promise<Publication>;
  /** Removes what a station's current publication does not name, as one that was cut off in its last step leaves. */
  removeUnnamed(current: Publication): Promise<void>;
}

/** Another writer published first. */
export class PublicationConflict extends Error {
  readonly code = 'publication-conflict';
}

/** Files of a home that the service keeps as they came, or that somebody else has put there: an erasure changes none. */
export interface UnclearedFiles {
  /** Paths from the top of the home, sorted. */
  paths(): Promise<readonly string[]>;
  /** A file's bytes, in pieces that fit in memory. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** Where a file is, in the form the query engine takes. */
  location(path: string): Promise<string>;
}

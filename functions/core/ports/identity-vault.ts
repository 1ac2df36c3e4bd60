/** One client's identity, readable only with the vault's key. */
export interface SealedIdentity {
  /** Line of the delivered file it came from. */
  readonly line: number;
  readonly pseudonym: string;
  /** Base64; see `sealIdentity`. */
  readonly sealed: string;
}

/** The vault's file of one delivered file, being written; invisible until `keep`. */
export interface VaultFile {
  add(identities: readonly SealedIdentity[]): Promise<void>;
  /** Makes the file visible, whole, without the identities of the given lines. */
  keep(exceptLines: ReadonlySet<number>): Promise<void>;
  discard(): Promise<void>;
}

/** Where identities live, apart from everything else and under a key of their own. The vault holds no key. */
export interface IdentityVault {
  /** Begins the file of a delivered file anew, whatever an interrupted attempt left. */
  begin(fileId: string): VaultFile;
  /** Removes the file of a delivered file that another is in the place of; one that is not there is none to remove. */
  remove(fileId: string): Promise<void>;
  /** Sealed identities of the given people: files in the order of their deliveries, lines as delivered. */
  find(pseudonyms: ReadonlySet<string>): AsyncIterable<SealedIdentity>;
  /**
   * Puts in each identity's place what `change` makes of it; undefined: nothing. A file changes as a whole or not
   * at all, and stays as it is where nothing changes. Returns how many identities changed or went.
   */
  rewrite(change: (identity: SealedIdentity, fileId: string) => SealedIdentity | undefined): Promise<number>;
}

/** Everything in the vault, for those who watch over it. */
export interface VaultContents {
  /** Sealed identities by the file they were delivered in, as many at a time as fit in memory. */
  each(): AsyncIterable<{ readonly fileId: string; readonly identities: readonly SealedIdentity[] }>;
}

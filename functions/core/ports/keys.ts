/** The secrets of a home, 32 bytes each. They are in no publication, report, message or log. */
export interface Keys {
  /** Whether everybody knows them, as those of people who are made up; absent: they are secret. */
  readonly arePublished?: boolean;
  /** Turns person identifiers into pseudonyms; whoever holds it can test a guess. It is never changed. */
  pseudonymKey(): Promise<Uint8Array>;
  /**
   * Turns the lake's pseudonyms into those that a unit is told, and back; whoever holds it can link what units were
   * told. Another makes every pseudonym that was ever told one of nobody.
   */
  answersKey(): Promise<Uint8Array>;
  /** Keys of the identity vault: the first seals and opens, the others are retired and open only. */
  vaultKeys(): Promise<VaultKeys>;
}

/** At least one. */
export type VaultKeys = readonly [sealing: Uint8Array, ...retired: Uint8Array[]];

/** Keys of which the vault's can be changed for another. */
export interface RotatingKeys extends Keys {
  /** Whether a rotation can be carried out here; absent: it can. Not where keys are published, or changed by somebody else. */
  readonly isRotatedHere?: boolean;
  /**
   * Retires the vault key that seals and makes another, at random, that seals from now on. Cut off and told again,
   * one key is retired and one made.
   * @throws where the key is given from outside, and so changed there
   */
  renewVaultKey(): Promise<void>;
  /** Destroys retired keys, for good; keys given from outside stay where they are. */
  destroyVaultKeys(retired: readonly Uint8Array[]): Promise<void>;
}

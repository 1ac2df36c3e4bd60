/** The secrets of a home, 32 bytes each. They are in no publication, report, message or log. */
export interface Keys {
  /** Turns person identifiers into pseudonyms; whoever holds it can test a guess. */
  pseudonymKey(): Promise<Uint8Array>;
  /** Opens the identity vault. */
  vaultKey(): Promise<Uint8Array>;
}

/** Where finished parts of a long job are kept, so that a stopped one goes on where it was. By name, whole or not at all. */
export interface KeptParts {
  read(part: string): Promise<Uint8Array | undefined>;
  write(part: string, content: Uint8Array): Promise<void>;
}

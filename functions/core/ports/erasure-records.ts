import type { Erasure } from '../../../data-contracts/schemas/erasure.ts';

/** Who has been erased: a record a person, kept for good. */
export interface ErasureRecords {
  /** Pseudonyms of everyone erased. */
  clients(): Promise<ReadonlySet<string>>;
  /** The record of a person; undefined where there is none. @throws NotAsWritten where it cannot be read */
  find(client: string): Promise<Erasure | undefined>;
  /** Keeps a record, durably, unless the person has one; gives the one that is kept. */
  record(erasure: Erasure): Promise<Erasure>;
}

import type { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import type { ErasureRecords } from '../../../functions/core/ports/erasure-records.ts';

/** Who has been erased, in memory, for tests of what stands on it. */
export class MemoryErasureRecords implements ErasureRecords {
  readonly #kept = new Map<string, Erasure>();

  async clients() {
    return new Set(this.#kept.keys());
  }

  async find(client: string) {
    return this.#kept.get(client);
  }

  async record(erasure: Erasure) {
    const kept = this.#kept.get(erasure.client) ?? erasure;
    this.#kept.set(erasure.client, kept);
    return kept;
  }
}

import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { later } from '../../../functions/core/audit/log-instants.ts';
import type { AuditLog } from '../../../functions/core/ports/audit-log.ts';

/** An audit log in memory, without a chain, for tests of what is written to it. */
export class MemoryAuditLog implements AuditLog {
  readonly entries: AuditEntry[] = [];

  async append(entries: readonly AuditEntry[]) {
    this.entries.push(...entries);
  }

  async *lines() {
    for (const [place, entry] of this.entries.entries()) yield { line: place + 1, entry };
  }

  async lastInstant() {
    const live = this.entries.filter((entry) => !('isAsOf' in entry && entry.isAsOf));
    return live.map(({ at }) => at).reduce<string | undefined>(later, undefined);
  }

  async end() {
    return { lines: this.entries.length, hash: '' };
  }

  async verify() {
    return { lines: this.entries.length, headHash: '', damage: undefined, faults: [] };
  }
}

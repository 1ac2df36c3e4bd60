import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';

/** Something in the log that is not as it was written. `line` counts from 1 over the whole log. */
export interface AuditDamage {
  readonly code: 'not-a-line' | 'changed' | 'out-of-order' | 'chain-broken' | 'shortened' | 'head-unreadable';
  readonly line: number;
}

export interface AuditVerification {
  /** Lines found good, up to the end or to the damage. */
  readonly lines: number;
  /** Hash of the last of them: kept elsewhere, it proves later that nothing before it was changed. */
  readonly headHash: string;
  /** The first damage found; nothing after it can be trusted. */
  readonly damage: AuditDamage | undefined;
}

/** A line of the log; lines count from 1. */
export interface AuditLine {
  readonly line: number;
  readonly entry: AuditEntry;
}

/** A line that was found good, with its hash in the chain. */
export interface GoodLine extends AuditLine {
  readonly hash: string;
}

/** Who asked what of whom: append-only and hash-chained. */
export interface AuditLog {
  /**
   * Writes the entries, in order and all or none, durably: once it returns they survive a crash. Writers may
   * append at the same time; each append stays in one piece.
   * @throws AuditLogDamaged when the log's end is not as an earlier append left it
   */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /**
   * Every line, in order, with the chain recomputed on the way.
   * @throws AuditLogDamaged where a line is not as it was written
   */
  lines(): AsyncIterable<AuditLine>;
  /** The instant of the last line, questions as of another instant left aside; undefined in a log without one. */
  lastInstant(): Promise<string | undefined>;
  /** Reads the whole log and recomputes the chain; every line found good passes by, in order. */
  verify(passing?: (line: GoodLine) => void): Promise<AuditVerification>;
  /**
   * How many lines the log has, and the hash of the last, looking at its end alone.
   * @throws AuditLogDamaged when the log's end is not as an earlier append left it
   */
  end(): Promise<{ readonly lines: number; readonly hash: string }>;
}

/** The log is not as it was left; nothing is released until someone has looked. */
export class AuditLogDamaged extends Error {
  readonly code = 'audit-log-damaged';
}

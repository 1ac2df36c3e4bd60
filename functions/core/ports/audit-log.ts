import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';

/** Something in the log that is not as it was written. `line` counts from 1 over the whole log. */
export interface AuditDamage {
  readonly code:
    | 'not-a-line'
    | 'changed'
    | 'out-of-order'
    | 'chain-broken'
    | 'shortened'
    | 'head-unreadable'
    /** Whole and in its place, and yet nothing that the log's contract knows. */
    | 'unreadable-entry'
    /** Once found damaged, as a later line says, and now another than was found. */
    | 'not-as-found';
  readonly line: number;
}

/** Who has set something aside, and in which line that is said. */
export interface SetAsideBy {
  readonly line: number;
  readonly at: string;
  readonly by: string;
}

/** A damage by the name that sets exactly it aside: other bytes there, or more missing, have another. */
export interface AuditFault extends AuditDamage {
  readonly id: string;
  /** The last line it reaches; before `line` where no line is missing. */
  readonly through: number;
  readonly setAside?: SetAsideBy | undefined;
}

export interface AuditVerification {
  /** Lines found good, or set aside, up to the end or to the damage. */
  readonly lines: number;
  /** Hash of the last of them: kept elsewhere, it proves later that nothing before it was changed. */
  readonly headHash: string;
  /** The first damage that nobody has set aside; nothing after it can be trusted. */
  readonly damage: AuditDamage | undefined;
  /** Everything that is not as it was written, also what has been set aside. */
  readonly faults: readonly AuditFault[];
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

/** How many lines a log has, and the hash of the last. */
export interface LogEnd {
  readonly lines: number;
  readonly hash: string;
}

/** Who asked what of whom: append-only and hash-chained. */
export interface AuditLog {
  /**
   * Writes the entries, in order and all or none, durably: once it returns they survive a crash. Writers may
   * append at the same time; each append stays in one piece. Where the log's end is not as an earlier append left
   * it, the log goes on behind it, and says first what was found.
   */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** Every line that is as it was written, in order; `verify` tells of the others. */
  lines(): AsyncIterable<AuditLine>;
  /**
   * The latest instant in the log, questions as of another instant and instants that were set aside left out;
   * undefined in a log without one.
   */
  lastInstant(): Promise<string | undefined>;
  /**
   * Reads the log and recomputes the chain; every line found good passes by, in order.
   * @param from where the log once ended: what is before is not read; absent: the whole log is
   */
  verify(passing?: (line: GoodLine) => void, from?: LogEnd): Promise<AuditVerification>;
  /**
   * Where the log ends, looking at its end alone.
   * @throws AuditLogDamaged when the log's end is not as an earlier append left it
   */
  end(): Promise<LogEnd>;
}

/** The log is not as it was left; nothing is released until someone has looked. */
export class AuditLogDamaged extends Error {
  readonly code = 'audit-log-damaged';
}

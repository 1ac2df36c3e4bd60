/** That a unit has a client or care relationship with a person, first and last day included. */
export interface UnitRelationship {
  readonly unit: string;
  readonly startedOn: string;
  /** Absent: it goes on. */
  readonly endedOn?: string;
  /** The day the county came to know it. */
  readonly recordedOn: string;
}

/** Which units have a relationship with whom, read by pseudonym. */
export interface RelationshipRegister {
  /** Every relationship of the asked people; someone missing from the answer is unknown, and the gate refuses. */
  relationshipsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly UnitRelationship[]>>;
}

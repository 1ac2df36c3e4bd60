/** The time, passed in so that a run can be repeated. */
export interface Clock {
  /** Now, ISO 8601 UTC. */
  now(): string;
}

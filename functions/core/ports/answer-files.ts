/** Answers that planners were given, as files in the home: cohorts and plans, by pseudonym. */
export interface AnswerFiles {
  /** Removes every file that names one of the people; it can be asked for anew. Returns how many. */
  removeNaming(clients: ReadonlySet<string>): Promise<number>;
}

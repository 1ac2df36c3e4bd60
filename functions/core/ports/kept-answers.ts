/** What has been answered under an id: each is kept once, for good, and never changed. */
export interface KeptAnswers {
  /** @param id 64 hexadecimal digits */
  find(id: string): Promise<string | undefined>;
  /** Keeps an answer, durably, unless the id has one: then false, and nothing is kept. */
  keep(id: string, answer: string): Promise<boolean>;
}

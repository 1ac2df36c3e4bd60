/** How many questions somebody has asked in a day. */
export interface AskedToday {
  readonly all: number;
  /** Of the distinct ones, the most that differ from one another in one thing alone. */
  readonly alike: number;
}

/** Counts the questions of each requester, day by day. */
export interface QuestionMeter {
  /**
   * Counts one more, durably, and tells how many there are with it. Asked by several at once, each is counted.
   * @param day of Finland, ISO 8601
   * @param question what was asked, by the name of each part; the same again is not another
   */
  count(day: string, requester: string, question: Readonly<Record<string, unknown>>): Promise<AskedToday>;
}

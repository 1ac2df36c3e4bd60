/** Which units have clients at all; nothing of whom, nor of how many. */
export interface UnitRegister {
  /**
   * Units with a client or care relationship that is in force on a day and known by then, as the release gate
   * counts them; sorted by id, each once.
   * @param day ISO 8601
   */
  unitsOn(day: string): Promise<readonly string[]>;
}

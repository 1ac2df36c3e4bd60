/** How a long job tells how far it is. Carries counts only, never anything about a person. */
export interface Progress {
  /**
   * Starts a named step of `total` units (undefined: not known beforehand). `step` is a key of the texts vocabulary.
   * @param place of a step among several of its kind
   */
  begin(step: string, total?: number, place?: PlaceOfStep): void;
  advance(units: number): void;
  end(): void;
}

/** Such as the third of five, from 1. */
export interface PlaceOfStep {
  readonly number: number;
  readonly of: number;
}

/** Progress that nobody watches. */
export const silentProgress: Progress = { begin() {}, advance() {}, end() {} };

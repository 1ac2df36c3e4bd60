/** How a long job tells how far it is. Carries counts only, never anything about a person. */
export interface Progress {
  /** Starts a named step of `total` units (undefined: not known beforehand). `step` is a key of the texts vocabulary. */
  begin(step: string, total?: number): void;
  advance(units: number): void;
  end(): void;
}

/** Progress that nobody watches. */
export const silentProgress: Progress = { begin() {}, advance() {}, end() {} };

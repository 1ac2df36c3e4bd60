/** What is kept somewhere is not of the form in which it was kept. Carries nothing of it. */
export class NotAsWritten extends Error {
  readonly code = 'not-as-written';
}

/** Something else in the place of what cannot be read; any other failure stays one. */
export const whereUnreadable =
  <Instead>(instead: Instead) =>
  (error: unknown): Instead => {
    if (error instanceof NotAsWritten) return instead;
    throw error;
  };

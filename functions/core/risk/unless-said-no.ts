/** Somebody has said no since the gate was asked about them. */
export class SaidNoMeanwhile extends Error {
  readonly code = 'said-no-meanwhile';
}

/** Makes something anew, from the start, as often as somebody says no while it is made. */
export async function againWhereSaidNo<Made>(make: () => Promise<Made>): Promise<Made> {
  for (;;) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof SaidNoMeanwhile)) throw error;
    }
  }
}

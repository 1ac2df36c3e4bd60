import type { HeldFile } from '../../../data-contracts/schemas/held-file.ts';

/** In which of the files that are kept as they came a person is named. */
export interface PersonFiles {
  /** Those that name the person, and those that could not be searched. */
  naming(client: string): Promise<readonly HeldFile[]>;
}

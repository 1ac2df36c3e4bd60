import { programmeById, programmes } from '../../data-contracts/programmes/index.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';

/** No programme has the asked id. */
export class UnknownProgramme extends Error {
  readonly code = 'unknown-programme';
}

/** The programme of an id. @throws UnknownProgramme naming those there are */
export function requireProgramme(id: string): Programme {
  const programme = programmeById(id);
  if (programme) return programme;
  throw new UnknownProgramme(`programme: expected one of ${Object.keys(programmes).join(', ')}`);
}

import type { JoinedPeople } from '../identity/joined-people.ts';
import type { Pseudonymiser } from '../identity/pseudonym.ts';

/** By what a person may be named in files: every pseudonym that they have had, and whatever identifier makes one. */
export interface PersonNames {
  readonly pseudonyms: readonly string[];
  isTheirs(identifier: string): boolean;
}

export function personNames(client: string, pseudonymiser: Pseudonymiser, people: JoinedPeople): PersonNames {
  const pseudonyms = people.pseudonymsOf(client);
  return { pseudonyms, isTheirs: (identifier) => pseudonyms.includes(pseudonymiser.pseudonymOf(identifier)) };
}

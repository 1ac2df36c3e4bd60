import type { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { PersonIdentifier } from '../../../data-contracts/schemas/person-identifier.ts';
import { checkPersonalIdentityCode } from './personal-identity-code.ts';
import { Pseudonymiser } from './pseudonym.ts';

/** What was given is no person's identifier. Names the rule, never what was given. */
export class NotAPersonIdentifier extends Error {
  readonly code = 'not-a-person-identifier';
}

/**
 * The pseudonym of a person named from outside: the same that ingest gives the same identifier.
 * @throws NotAPersonIdentifier with the rule it breaks
 */
export function pseudonymOfPerson(identifier: string, pseudonymKey: Uint8Array): Pseudonym {
  const parsed = PersonIdentifier.safeParse(identifier);
  if (!parsed.success) throw new NotAPersonIdentifier('person identifier: not-a-person-identifier');
  if (!parsed.data.startsWith('local:')) {
    const checked = checkPersonalIdentityCode(parsed.data);
    if ('fault' in checked) throw new NotAPersonIdentifier(`person identifier: ${checked.fault}`);
  }
  return new Pseudonymiser(pseudonymKey).pseudonymOf(parsed.data);
}

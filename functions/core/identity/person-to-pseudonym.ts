import type { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { PersonIdentifier } from '../../../data-contracts/schemas/person-identifier.ts';
import type { Keys } from '../ports/keys.ts';
import { checkPersonalIdentityCode, holdsRealIdentityCode } from './personal-identity-code.ts';
import { Pseudonymiser } from './pseudonym.ts';

/** What was given is no person's identifier. Names the rule, never what was given. */
export class NotAPersonIdentifier extends Error {
  readonly code = 'not-a-person-identifier';
}

/**
 * The pseudonym of a person named from outside: the same that ingest gives the same identifier. Under keys that
 * everybody knows, whoever is given a pseudonym can find whose it is: there only people who are made up have one.
 * @throws NotAPersonIdentifier with the rule it breaks
 */
export function pseudonymOfPerson(
  identifier: string,
  pseudonymKey: Uint8Array,
  { arePublished = false }: Pick<Keys, 'arePublished'> = {},
): Pseudonym {
  const parsed = PersonIdentifier.safeParse(identifier);
  if (!parsed.success) throw new NotAPersonIdentifier('person identifier: not-a-person-identifier');
  if (!parsed.data.startsWith('local:')) {
    const checked = checkPersonalIdentityCode(parsed.data);
    if ('fault' in checked) throw new NotAPersonIdentifier(`person identifier: ${checked.fault}`);
  }
  if (arePublished && holdsRealIdentityCode(parsed.data))
    throw new NotAPersonIdentifier('person identifier: not-a-simulated-code');
  return new Pseudonymiser(pseudonymKey).pseudonymOf(parsed.data);
}

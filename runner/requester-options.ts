import { type Command, InvalidArgumentError, Option } from 'commander';
import { Pseudonym } from '../data-contracts/schemas/fields.ts';
import { type Requester, Role } from '../data-contracts/schemas/requester.ts';

export interface RequesterOptions {
  readonly requester: string;
  readonly role: Role;
  readonly unit: string;
  readonly represents?: string;
}

/** Adds the words by which a local command says who asks. */
export const withAsker = (command: Command, usually: RequesterOptions) =>
  command
    .option('--requester <id>', 'who asks: an identifier, never a name', usually.requester)
    .addOption(new Option('--role <role>', 'in which role').choices(Role.options).default(usually.role))
    .option('--unit <id>', 'for which unit', usually.unit);

/** Likewise, and for whom, where a client’s representative may ask. */
export const withRequester = (command: Command, usually: RequesterOptions) =>
  withAsker(command, usually).option(
    '--represents <pseudonym>',
    'whom a client’s representative stands for',
    pseudonym,
  );

/** Who plans, unless told otherwise. */
export const usualPlanner = {
  requester: 'local-planner',
  role: 'planner',
  unit: 'elderly-services',
} as const;

/** Who answers for data protection, unless told otherwise. */
export const usualOfficer = {
  requester: 'local-officer',
  role: 'data-protection-officer',
  unit: 'data-protection',
} as const;

/** Who asks, for nobody else. */
export const requesterOf = ({ requester, role, unit }: RequesterOptions): Requester => ({
  id: requester,
  role,
  unit,
});

/** A pseudonym in a command's words; an identity code is not repeated. */
export function pseudonym(given: string): string {
  if (Pseudonym.safeParse(given).success) return given;
  throw new InvalidArgumentError('expected a pseudonym, 32 hexadecimal digits.');
}

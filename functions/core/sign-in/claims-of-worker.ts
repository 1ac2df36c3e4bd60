import { Pseudonym, ThingId } from '../../../data-contracts/schemas/fields.ts';
import { type ClaimNames, userPoolAttributes } from '../../../data-contracts/vocabularies/sign-in-claims.ts';

/**
 * What an access token is to say of somebody besides their role, from the attributes that an administrator gave
 * them. What is missing or not of its form is not said, and the API then takes the token for no sign-in.
 */
export function claimsOfWorker(
  attributes: Readonly<Record<string, unknown>>,
  names: Pick<ClaimNames, 'unit' | 'represents'>,
): Record<string, string> {
  const unit = ThingId.safeParse(attributes[userPoolAttributes.unit]);
  const represents = Pseudonym.safeParse(attributes[userPoolAttributes.represents]);
  return {
    ...(unit.success && { [names.unit]: unit.data }),
    ...(represents.success && { [names.represents]: represents.data }),
  };
}

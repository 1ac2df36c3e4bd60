import { Requester } from '../../../data-contracts/schemas/requester.ts';
import { TokenRefused, type VerifiedClaims } from '../ports/token-verifier.ts';
import { refuseIdentityCodeAsRequester } from '../release/no-identity-codes.ts';

/** Under which names the issuer's tokens say what somebody is to the service. */
export interface ClaimNames {
  readonly role: string;
  readonly unit: string;
  readonly represents: string;
}

/** As the development sign-in names them, and as an issuer may be told to. */
export const usualClaimNames: ClaimNames = {
  role: 'ennakko_role',
  unit: 'ennakko_unit',
  represents: 'ennakko_represents',
};

/**
 * Who asks, as the token says: the only place that a requester of the API comes from. One role and one unit; a
 * list of them, or none, is no sign-in.
 * @throws TokenRefused, IdentityCodeAsRequester
 */
export function requesterOfClaims({ subject, claims }: VerifiedClaims, names: ClaimNames): Requester {
  const own = (name: string) => (Object.hasOwn(claims, name) ? claims[name] : undefined);
  const parsed = Requester.safeParse({
    id: subject,
    role: own(names.role),
    unit: own(names.unit),
    represents: own(names.represents),
  });
  if (!parsed.success) throw new TokenRefused('claims');
  const { represents, ...requester } = parsed.data;
  refuseIdentityCodeAsRequester(requester);
  return represents === undefined ? requester : { ...requester, represents };
}

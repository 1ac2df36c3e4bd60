import { Requester, Role } from '../../../data-contracts/schemas/requester.ts';
import { type ClaimNames, usualClaimNames } from '../../../data-contracts/vocabularies/sign-in-claims.ts';
import { TokenRefused, type VerifiedClaims } from '../ports/token-verifier.ts';
import { refuseIdentityCodeAsRequester } from '../release/no-identity-codes.ts';

export { type ClaimNames, usualClaimNames };

/**
 * Who asks, as the token says: the only place that a requester of the API comes from. One role and one unit; two
 * of them, or none, is no sign-in.
 * @throws TokenRefused, IdentityCodeAsRequester
 */
export function requesterOfClaims({ subject, claims }: VerifiedClaims, names: ClaimNames): Requester {
  const own = (name: string) => (Object.hasOwn(claims, name) ? claims[name] : undefined);
  const parsed = Requester.safeParse({
    id: subject,
    role: roleAmong(own(names.role)),
    unit: own(names.unit),
    represents: own(names.represents),
  });
  if (!parsed.success) throw new TokenRefused('claims');
  const { represents, ...requester } = parsed.data;
  refuseIdentityCodeAsRequester(requester);
  return represents === undefined ? requester : { ...requester, represents };
}

/**
 * Issuers say roles as groups, in a list in which other groups may be. Exactly one entry is a role of the
 * service's: with two nobody knows in which of them somebody asks.
 */
function roleAmong(claim: unknown): unknown {
  if (!Array.isArray(claim)) return claim;
  const roles = claim.filter((one) => Role.safeParse(one).success);
  return roles.length === 1 ? roles[0] : undefined;
}

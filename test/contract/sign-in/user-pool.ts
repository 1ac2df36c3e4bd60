import { randomBytes, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { Role } from '../../../data-contracts/schemas/requester.ts';
import { userPoolClaimNames } from '../../../data-contracts/vocabularies/sign-in-claims.ts';
import { tokenClaimsHandler } from '../../../functions/token-claims/handler.ts';

/** A user as an administrator has made them: in which groups, and with which attributes of the pool's own. */
export interface PoolUser {
  readonly groups: readonly (Role | string)[];
  readonly attributes: Readonly<Record<string, string>>;
}

const region = 'eu-north-1';
const poolId = `${region}_Ab1Cd2Ef3`;
const clientId = '5f8h3k2m9q0r1s4t6u7v8w9x0y';

/**
 * A user pool that issues tokens of the very form that Amazon Cognito issues, its trigger called in between.
 * @source Amazon Cognito developer guide, "Understanding the access token", "Understanding the identity (ID) token", "Pre token generation Lambda trigger"
 */
export async function userPool(now: number) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = randomBytes(32).toString('base64');
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${poolId}`;
  const sign = (payload: JWTPayload) =>
    new SignJWT(payload).setProtectedHeader({ kid, alg: 'RS256' }).sign(privateKey);
  const shared = ({ groups }: PoolUser) => ({
    sub: randomUUID(),
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    iss: issuer,
    origin_jti: randomUUID(),
    event_id: randomUUID(),
    auth_time: now - 10,
    exp: now + 3_590,
    iat: now - 10,
    jti: randomUUID(),
  });
  return {
    expected: { issuer, audience: clientId },
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] },
    accessClaims: async (user: PoolUser): Promise<JWTPayload> => ({
      ...shared(user),
      version: 2,
      client_id: clientId,
      token_use: 'access',
      scope: 'openid',
      username: 'worker-17',
      ...(await addedByTrigger(user)),
    }),
    idClaims: async (user: PoolUser): Promise<JWTPayload> => ({
      ...shared(user),
      aud: clientId,
      token_use: 'id',
      email_verified: true,
      'cognito:username': 'worker-17',
      at_hash: 'f2tYkTUVLkVkP3vYh0sCeg',
      ...user.attributes,
      ...(await addedByTrigger(user)),
    }),
    sign,
  };
}

/** What the trigger adds to an access token, told by the event that the pool sends it. */
async function addedByTrigger({ groups, attributes }: PoolUser): Promise<Record<string, string>> {
  const event = {
    version: '2',
    triggerSource: 'TokenGeneration_HostedAuth' as const,
    region,
    userPoolId: poolId,
    userName: 'worker-17',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
    request: {
      userAttributes: { sub: randomUUID(), 'cognito:user_status': 'CONFIRMED', ...attributes },
      groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
      scopes: ['openid'],
    },
    response: { claimsAndScopeOverrideDetails: null },
  };
  const answer = await tokenClaimsHandler({ claimNames: userPoolClaimNames })(event as never, {} as never);
  return answer.response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride;
}

/** What the gateway's JWT authoriser hands on of a token it has checked: every claim as text, lists in brackets. */
export const authoriserOf = (claims: JWTPayload) => ({
  jwt: {
    claims: Object.fromEntries(
      Object.entries(claims).map(([name, value]) => [
        name,
        Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
      ]),
    ),
    scopes: null,
  },
});

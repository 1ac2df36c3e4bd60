import type { Context } from 'aws-lambda';
import type { JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { type ApiName, apiRoutes } from '../../../data-contracts/api/index.ts';
import { type Requester, Role } from '../../../data-contracts/schemas/requester.ts';
import {
  userPoolAttributes,
  userPoolClaimNames,
  usualClaimNames,
} from '../../../data-contracts/vocabularies/sign-in-claims.ts';
import { JoseTokenVerifier } from '../../../functions/adapters/jose/jose-token-verifier.ts';
import { requesterOfClaims } from '../../../functions/core/sign-in/requester-of-claims.ts';
import { tokenClaimsHandler } from '../../../functions/token-claims/handler.ts';
import { apiEvent, exampleRequest } from '../../unit/api/api-event.ts';
import { smallApis } from '../../unit/api/small-apis.ts';
import { clientOf } from '../../unit/cohort/small-county.ts';
import { authoriserOf, type PoolUser, userPool } from './user-pool.ts';

const at = (await smallApis()).ports.clock.now();
const pool = await userPool(Date.parse(at) / 1_000);
const verifier = JoseTokenVerifier.withKeys(pool.expected, pool.keys, { now: () => at });

const client = clientOf(0);
const userOf = (role: string, unit = 'unit-4'): PoolUser => ({
  groups: [role],
  attributes: {
    [userPoolAttributes.unit]: unit,
    ...(role === 'client-representative' && { [userPoolAttributes.represents]: client }),
  },
});

/** What somebody of each role asks of the service. */
const asks: Readonly<Record<Role, string>> = {
  planner: 'readStatistics',
  'prevention-worker': 'openOutreachList',
  'knowledge-manager': 'readModelMonitoring',
  'data-protection-officer': 'verifyAuditLog',
  'client-representative': 'readHeldData',
};

function requestOf(role: Role) {
  const { api, operation } = apiRoutes.find(({ operation: { id } }) => id === asks[role])!;
  const { path, ...request } = exampleRequest(operation);
  const body = role === 'client-representative' ? { body: { client } } : {};
  return { api: api as ApiName, request: { ...request, path, ...body } };
}

/** Asks as the gateway does: with the token, and with what its authoriser has read in it. */
async function statusOf(role: Role, claims: JWTPayload, isSent = true) {
  const apis = await smallApis(undefined, () => ({ verifier, claimNames: userPoolClaimNames }));
  const { api, request } = requestOf(role);
  const event = apiEvent({ ...request, ...(isSent && { token: await pool.sign(claims) }) });
  const context = { ...event.requestContext, authorizer: authoriserOf(claims) };
  const { statusCode } = await apis.handlers[api]({ ...event, requestContext: context }, {} as Context);
  return statusCode;
}

async function statusByDevelopmentSignIn(role: Role, requester: Requester) {
  const { api, request } = requestOf(role);
  return (await (await smallApis()).ask(api, request, requester)).status;
}

const requesterOf = async (claims: JWTPayload) =>
  requesterOfClaims(await verifier.verify(await pool.sign(claims)), userPoolClaimNames);
const faultOf = (claims: JWTPayload) =>
  requesterOf(claims).then(
    () => 'signed in',
    ({ fault, code }) => fault ?? code,
  );

describe('an access token as Cognito issues it', () => {
  it.each(Role.options)('signs in a %s with their unit, and reaches the handler', async (role) => {
    const claims = await pool.accessClaims(userOf(role));
    const requester = await requesterOf(claims);
    const represents = role === 'client-representative' ? { represents: client } : {};
    expect(requester).toEqual({ id: claims.sub, role, unit: 'unit-4', ...represents });
    const status = await statusOf(role, claims);
    expect([401, 403]).not.toContain(status);
    expect(status).toBe(await statusByDevelopmentSignIn(role, requester));
  });

  it('does for each role what that role may, and no more', async () => {
    const status = async (role: Role) => statusOf('planner', await pool.accessClaims(userOf(role)));
    expect(await status('knowledge-manager')).toBe(200);
    expect(await status('client-representative')).toBe(403);
  });

  it('signs in somebody who is also in groups that are no roles', async () => {
    const user = { ...userOf('planner'), groups: ['eu-north-1_Ab1Cd2Ef3_County', 'planner', 'Planners'] };
    expect(await requesterOf(await pool.accessClaims(user))).toMatchObject({ role: 'planner' });
  });

  it.each<[string, PoolUser]>([
    ['in no group', { ...userOf('planner'), groups: [] }],
    ['in groups that are no roles alone', { ...userOf('planner'), groups: ['administrators', 'Planner'] }],
    ['in the groups of two roles', { ...userOf('planner'), groups: ['planner', 'data-protection-officer'] }],
    ['without a unit', { groups: ['planner'], attributes: {} }],
    ['whose unit is empty', userOf('planner', '')],
    ['whose unit is not of its form', userOf('planner', '../unit-5')],
    ['whose unit is two', userOf('planner', 'unit-4,unit-5')],
  ])('of somebody %s is refused', async (_, user) => {
    const claims = await pool.accessClaims(user);
    expect(await faultOf(claims)).toBe('claims');
    expect(await statusOf('planner', claims)).toBe(401);
  });

  it.each<[string, object, string]>([
    ['of another client', { client_id: 'another' }, 'audience'],
    ['of another pool', { iss: 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_Other' }, 'issuer'],
    ['that has expired', { exp: Date.parse(at) / 1_000 - 6 }, 'expired'],
    ['that is a refresh token by its own word', { token_use: 'refresh' }, 'claims'],
    ['whose use is a list', { token_use: ['access', 'id'] }, 'claims'],
    ['whose groups are one text', { 'cognito:groups': '[planner]' }, 'claims'],
    ['whose groups say one twice', { 'cognito:groups': ['planner', 'planner'] }, 'claims'],
    ['with the unit as a list', { ennakko_unit: ['unit-4'] }, 'claims'],
    ['of a machine, without a user', { 'cognito:groups': undefined, username: undefined }, 'claims'],
  ])('%s is refused', async (_, changes, fault) => {
    const claims = { ...(await pool.accessClaims(userOf('planner'))), ...changes };
    expect(await faultOf(claims)).toBe(fault);
    expect(await statusOf('planner', claims)).toBe(401);
  });

  it('is asked for itself: what the gateway says of one signs nobody in', async () => {
    expect(await statusOf('planner', await pool.accessClaims(userOf('planner')), false)).toBe(401);
  });

  it('has no role by a claim that another issuer would use', async () => {
    const claims = { ...(await pool.accessClaims(userOf('none'))), [usualClaimNames.role]: 'planner' };
    expect(await faultOf(claims)).toBe('claims');
  });
});

describe('an ID token of the same pool, client and person', () => {
  it.each(Role.options)('signs no %s in', async (role) => {
    const claims = await pool.idClaims(userOf(role));
    expect(await faultOf(claims)).toBe('claims');
    expect(await statusOf(role, claims)).toBe(401);
  });
});

describe('the trigger of the user pool', () => {
  it('leaves the ID token, scopes and groups as they are', async () => {
    const handler = tokenClaimsHandler({ claimNames: userPoolClaimNames });
    const event = {
      triggerSource: 'TokenGeneration_RefreshTokens',
      userName: 'worker-17',
      request: { userAttributes: { 'custom:unit': 'unit-4', email: 'somebody@county.example' } },
    };
    expect(await handler(event as never, {} as never)).toEqual({
      ...event,
      response: {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: { claimsToAddOrOverride: { ennakko_unit: 'unit-4' } },
        },
      },
    });
  });

  it('answers nothing but what a user pool asks before it signs tokens', async () => {
    const handler = tokenClaimsHandler({ claimNames: userPoolClaimNames });
    for (const event of [{}, { triggerSource: 'PreSignUp_SignUp', request: { userAttributes: {} } }])
      await expect(handler(event as never, {} as never)).rejects.toMatchObject({ code: 'invalid-job' });
  });
});

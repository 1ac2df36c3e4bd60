import type { MiddlewareObj } from '@middy/core';
import { TokenRefused, type TokenVerifier } from '../core/ports/token-verifier.ts';
import { type ClaimNames, requesterOfClaims } from '../core/sign-in/requester-of-claims.ts';
import type { ApiEvent, ApiResult } from './api-event.ts';

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i;

/** Middleware: a request without a token that holds goes no further; with one, the token says who asks. */
export const signedIn = (verifier: TokenVerifier, names: ClaimNames): MiddlewareObj<ApiEvent, ApiResult> => ({
  before: async ({ event }) => {
    const token = bearer.exec(event.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new TokenRefused('missing');
    event.claims = await verifier.verify(token);
    event.requester = requesterOfClaims(event.claims, names);
  },
});

import middy from '@middy/core';
import { z } from 'zod';
import { claimsOfWorker } from '../core/sign-in/claims-of-worker.ts';
import { validJob } from '../valid-job.ts';
import type { tokenClaimsContainer } from './container.ts';

/** What the user pool sends before it signs tokens (pre token generation, version 2), as far as it is read here. */
const SigningIn = z.looseObject({
  triggerSource: z.string().startsWith('TokenGeneration_'),
  request: z.looseObject({ userAttributes: z.record(z.string(), z.unknown()) }),
});
type SigningIn = z.infer<typeof SigningIn>;

/** Adds to the access token what an administrator has said of the worker; the pool adds the groups by itself. */
export const tokenClaimsHandler = ({ claimNames }: ReturnType<typeof tokenClaimsContainer>) =>
  middy()
    .use(validJob<SigningIn>(SigningIn))
    .handler(async (event: SigningIn) => ({
      ...event,
      response: {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: {
            claimsToAddOrOverride: claimsOfWorker(event.request.userAttributes, claimNames),
          },
        },
      },
    }));

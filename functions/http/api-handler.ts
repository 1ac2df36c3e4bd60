import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { AnswerPseudonyms } from '../core/identity/unit-pseudonyms.ts';
import type { AuditLog } from '../core/ports/audit-log.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Journal } from '../core/ports/journal.ts';
import type { TokenVerifier } from '../core/ports/token-verifier.ts';
import type { ClaimNames } from '../core/sign-in/requester-of-claims.ts';
import type { ApiEvent, ApiResult } from './api-event.ts';
import { correlated } from './correlated.ts';
import { notThere } from './not-there.ts';
import { ownPseudonyms, requireNoPseudonyms } from './own-pseudonyms.ts';
import { problemAnswers } from './problem-answers.ts';
import { refuseRole } from './role-permitted.ts';
import type { Route } from './route.ts';
import { signedIn } from './signed-in.ts';
import { withinTime } from './within-time.ts';

/** What a request stands on until it is known who may have it answered. */
export interface DoorContainer {
  readonly verifier: TokenVerifier;
  readonly claimNames: ClaimNames;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly journal: Journal;
}

/** What every API stands on. */
export interface ApiContainer extends DoorContainer {
  /** Where it is written that a role was refused. */
  readonly audit: AuditLog;
  /** Of those APIs alone that speak of people by pseudonym. */
  readonly answerPseudonyms?: () => Promise<AnswerPseudonyms>;
}

export type ApiHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<ApiResult>;

/** A Lambda that answers operations: signs in, asks whether the role may, checks, asks, answers. */
export function apiHandler(container: ApiContainer, routes: readonly Route[]): ApiHandler {
  if (!container.answerPseudonyms) requireNoPseudonyms(routes);
  return doorTo(
    container,
    routes.map(({ operation, answer }) => ({
      operation,
      answer: async (event, context = {}) => {
        await refuseRole(container, event, operation);
        return withinTime(context, () => answer(event));
      },
    })),
    ownPseudonyms(container.answerPseudonyms, container.newId),
  );
}

/**
 * Signs in and finds the route; errors become problems.
 * @param within what is done for whoever has signed in before anything is answered
 */
export function doorTo(
  { verifier, claimNames, newId, journal }: DoorContainer,
  routes: readonly Route[],
  ...within: middy.MiddlewareObj<ApiEvent, ApiResult>[]
): ApiHandler {
  return middy<ApiEvent, ApiResult>()
    .use(journalled(journal))
    .use(correlated(newId))
    .use(problemAnswers(journal))
    .use(signedIn(verifier, claimNames))
    .use(within)
    .handler(
      httpRouter({
        routes: routes.map(({ operation, answer }) => ({
          method: operation.method,
          path: operation.path,
          handler: answer as never,
        })),
        notFoundResponse: (asked) => {
          throw notThere(asked);
        },
      }) as unknown as (event: ApiEvent) => Promise<ApiResult>,
    ) as unknown as ApiHandler;
}

/** Middleware: one line in the journal for each request, of its route, its end and who asked in which role. */
function journalled(journal: Journal): middy.MiddlewareObj<ApiEvent, ApiResult> {
  const note = ({ event, response }: { event: ApiEvent; response: ApiResult | null }) => {
    journal.count('requests');
    journal.note('request answered', {
      correlationId: event.correlationId,
      method: event.requestContext.http.method,
      status: response?.statusCode ?? 0,
      ...(event.requester && { role: event.requester.role }),
    });
    journal.flush();
  };
  return { after: note, onError: note };
}

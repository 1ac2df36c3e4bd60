import type { MiddlewareObj } from '@middy/core';
import { hasPseudonyms } from '../core/identity/told.ts';
import type { AnswerPseudonyms } from '../core/identity/unit-pseudonyms.ts';
import type { ApiEvent, ApiResult } from './api-event.ts';
import type { Route } from './route.ts';

/**
 * Middleware: from here on the service and the requester speak of people by pseudonyms made for the requester.
 * Whom a representative stands for is told by one of those too; where an API has none, they stand for nobody.
 */
export const ownPseudonyms = (
  open: (() => Promise<AnswerPseudonyms>) | undefined,
  newId: () => string,
): MiddlewareObj<ApiEvent, ApiResult> => ({
  before: async ({ event }) => {
    const { represents, ...requester } = event.requester;
    event.requester = requester;
    if (!open) return;
    const made = await open();
    const own = made.for(requester);
    event.pseudonyms = { ...own, ofThisAnswer: made.ofOneAnswer(newId()) };
    if (represents !== undefined) event.requester = { ...requester, represents: own.inside(represents) };
  },
});

/** @throws RangeError where an operation speaks of people by pseudonym, and would by the lake's own */
export function requireNoPseudonyms(routes: readonly Route[]): void {
  const found = routes.find(({ operation: { parameters, query, body, answer } }) =>
    [parameters, query, body, answer].some((contract) => contract && hasPseudonyms(contract)),
  );
  if (found) throw new RangeError(`${found.operation.id}: expected pseudonyms made for who asks, got none`);
}

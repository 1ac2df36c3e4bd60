import type { MiddlewareObj } from '@middy/core';
import { holdsIdentityCode } from '../core/identity/personal-identity-code.ts';
import type { ApiEvent, ApiResult } from './api-event.ts';
import { readerLanguage } from './reader-language.ts';

const idForm = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,63}$/;

/**
 * Middleware: a request keeps the correlation id that its sender gave it, or gets one; it is in the answer, in the
 * journal, and in the audit log as the request's id. Every answer says its language and is not stored anywhere.
 */
export const correlated = (newId: () => string): MiddlewareObj<ApiEvent, ApiResult> => ({
  before: ({ event }) => {
    event.headers ??= {};
    const given = event.headers['x-correlation-id'] ?? '';
    event.correlationId = idForm.test(given) && !holdsIdentityCode(given) ? given : newId();
    event.language = readerLanguage(event.headers['accept-language']);
  },
  after: (request) => complete(request),
  onError: (request) => complete(request),
});

function complete({ event, response }: { event: ApiEvent; response: ApiResult | null }): void {
  if (response === null) return;
  response.headers = {
    'x-correlation-id': event.correlationId,
    'content-language': event.language,
    vary: 'accept-language, authorization',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...response.headers,
  };
}

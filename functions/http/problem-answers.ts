import type { MiddlewareObj } from '@middy/core';
import { type ProblemCode, problems } from '../../data-contracts/vocabularies/problems.ts';
import type { Journal } from '../core/ports/journal.ts';
import { TokenRefused } from '../core/ports/token-verifier.ts';
import type { ApiEvent, ApiResult } from './api-event.ts';
import { MethodNotAllowed } from './not-there.ts';
import { problemDocument, problemOf } from './problem.ts';

/** Middleware: an error becomes a problem document (RFC 9457) in the reader's language, and the journal has it. */
export const problemAnswers = (journal: Journal): MiddlewareObj<ApiEvent, ApiResult> => ({
  onError: (request) => {
    const { event, error } = request;
    const problem = problemOf(error);
    const { status } = problems[problem.code];
    const details = { correlationId: event.correlationId, problem: problem.code, status };
    if (error instanceof TokenRefused) {
      journal.count('sign-ins-refused');
      journal.note('sign-in refused', { ...details, fault: error.fault });
    } else if (problem.code === 'gate-refused') journal.count('gate-refusals');
    else if (problem.code === 'too-many-questions') journal.count('questions-stopped');
    if (problem.code === 'busy') journal.note('too busy', details);
    else if (status >= 500) {
      journal.count('failures');
      journal.fault('request failed', error, details);
    }
    request.response = {
      statusCode: status,
      headers: {
        'content-type': 'application/problem+json',
        ...(status === 401 && { 'www-authenticate': 'Bearer error="invalid_token"' }),
        ...(error instanceof MethodNotAllowed && { allow: error.allow }),
        ...([429, 503].includes(status) && { 'retry-after': retryAfterSeconds(problem.code) }),
      },
      body: JSON.stringify(problemDocument(problem, event.language, event.correlationId)),
    };
  },
});

/** A place in a queue is free again in a few answers' time. */
export const retryAfterSeconds = (code: ProblemCode) =>
  code === 'busy' ? '5' : code === 'too-many-questions' ? '3600' : '30';

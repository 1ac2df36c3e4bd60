import type { Context } from 'aws-lambda';
import type { z } from 'zod';
import type { Operation } from '../../data-contracts/api/operation.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { Requester } from '../../data-contracts/schemas/requester.ts';
import type { VerifiedClaims } from '../core/ports/token-verifier.ts';
import type { ApiEvent, ApiResult } from './api-event.ts';
import { faultsOfForm } from './faults-of-form.ts';
import { idempotentId } from './idempotency.ts';
import { Problem } from './problem.ts';
import { requestBody } from './request-body.ts';

/** A request that is of its operation's form, and who asks, as the token says. */
export interface Asked<Parameters, Query, Body> {
  readonly parameters: Parameters;
  readonly query: Query;
  readonly body: Body;
  readonly requester: Requester;
  readonly claims: VerifiedClaims;
  readonly language: Language;
  /** The correlation id: the audit log knows the request by it. */
  readonly requestId: string;
  /** Of an idempotent operation: the id under which this is done once, 64 hexadecimal digits; else empty. */
  readonly idempotentId: string;
}

export interface Route {
  readonly operation: Operation;
  readonly answer: (event: ApiEvent, context?: Partial<Context>) => Promise<ApiResult>;
}

/** More than Lambda hands over in one answer. */
const largestAnswerBytes = 5_500_000;

/** Binds an operation to what answers it: what is asked is checked by its contract, and so is what is answered. */
export const route = <Parameters, Query, Body, Answer>(
  operation: Operation<Parameters, Query, Body, Answer>,
  answer: (asked: Asked<Parameters, Query, Body>) => Promise<unknown>,
): Route => ({
  operation: operation as Operation,
  answer: async (event) => {
    const { requester, claims, language, correlationId: requestId } = event;
    const id = operation.isIdempotent
      ? idempotentId(event.headers['idempotency-key'], requester, operation.id)
      : '';
    const asked = {
      parameters: checked(operation.parameters, event.pathParameters ?? {}, ''),
      query: checked(operation.query, event.queryStringParameters ?? {}, 'query.'),
      body: operation.body ? checked(operation.body, requestBody(event, operation), '') : (undefined as Body),
      requester,
      claims,
      language,
      requestId,
      idempotentId: id,
    };
    return written(operation as Operation, await answer(asked));
  },
});

/** @throws Problem naming each place and rule, never a value */
export function checked<Content>(contract: z.ZodType<Content>, given: unknown, place: string): Content {
  const parsed = contract.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid-request', { errors: faultsOfForm(parsed.error, place) });
}

/** @throws Problem; ZodError when the answer is not what its contract says, and nothing of it is given out */
function written({ answer, mediaType, status }: Operation, content: unknown): ApiResult {
  const told = answer.parse(content);
  const body = mediaType ? String(told) : JSON.stringify(told);
  if (Buffer.byteLength(body) > largestAnswerBytes) throw new Problem('answer-too-large');
  return {
    statusCode: status,
    headers: { 'content-type': mediaType ? `${mediaType}; charset=utf-8` : 'application/json' },
    body,
  };
}

import type { Context } from 'aws-lambda';
import type { z } from 'zod';
import type { Operation } from '../../data-contracts/api/operation.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { Requester } from '../../data-contracts/schemas/requester.ts';
import { meant, told, toldToWhoHasTheCode } from '../core/identity/told.ts';
import type { AskerPseudonyms, UnitPseudonyms } from '../core/identity/unit-pseudonyms.ts';
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
  /** Those by which the requester speaks of people; what is in `body` is the lake's already. */
  readonly pseudonyms: UnitPseudonyms | undefined;
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
    const { pseudonyms } = event;
    const body = operation.body
      ? checked(operation.body, requestBody(event, operation), '')
      : (undefined as Body);
    const asked = {
      parameters: checked(operation.parameters, event.pathParameters ?? {}, ''),
      query: checked(operation.query, event.queryStringParameters ?? {}, 'query.'),
      body: operation.body && pseudonyms ? meant(operation.body, body, pseudonyms) : body,
      requester,
      claims,
      language,
      requestId,
      idempotentId: id,
      pseudonyms,
    };
    const content = operation.answer.parse(await answer(asked));
    return written(
      operation as Operation,
      pseudonyms ? toldTo(operation, content, body, pseudonyms) : content,
    );
  },
});

/** @throws Problem naming each place and rule, never a value */
export function checked<Content>(contract: z.ZodType<Content>, given: unknown, place: string): Content {
  const parsed = contract.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid-request', { errors: faultsOfForm(parsed.error, place) });
}

/** The answer by the asker's own pseudonyms, or by none to who named a person by an identity code. */
function toldTo<Answer>(
  { answer }: Pick<Operation<unknown, unknown, unknown, Answer>, 'answer'>,
  content: Answer,
  body: unknown,
  pseudonyms: AskerPseudonyms,
): unknown {
  const isNamedByCode = (body as { identifier?: unknown } | undefined)?.identifier !== undefined;
  if (isNamedByCode) return toldToWhoHasTheCode(answer, content, pseudonyms.ofThisAnswer);
  return told(answer, content, pseudonyms);
}

/** @throws Problem when the answer is larger than can be handed over */
function written({ mediaType, status }: Operation, content: unknown): ApiResult {
  const body = mediaType ? String(content) : JSON.stringify(content);
  if (Buffer.byteLength(body) > largestAnswerBytes) throw new Problem('answer-too-large');
  return {
    statusCode: status,
    headers: { 'content-type': mediaType ? `${mediaType}; charset=utf-8` : 'application/json' },
    body,
  };
}

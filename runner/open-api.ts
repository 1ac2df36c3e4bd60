import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { apiRoutes } from '../data-contracts/api/index.ts';
import { IdempotencyKey, type Operation, ProblemDocument } from '../data-contracts/api/operation.ts';
import { OutreachListHead, SafeTable } from '../data-contracts/api/planner.ts';
import { AuditEntry } from '../data-contracts/schemas/audit-entry.ts';
import { Cohort, CohortReason } from '../data-contracts/schemas/cohort.ts';
import { ModelReport } from '../data-contracts/schemas/evaluation-report.ts';
import { Texts } from '../data-contracts/schemas/fields.ts';
import { ModelCard } from '../data-contracts/schemas/model-card.ts';
import { Plan } from '../data-contracts/schemas/plan.ts';
import { RecordedConsent } from '../data-contracts/schemas/recorded-consent.ts';
import { Requester } from '../data-contracts/schemas/requester.ts';
import { MunicipalityCode } from '../data-contracts/vocabularies/municipalities.ts';
import { problems } from '../data-contracts/vocabularies/problems.ts';

const examples = join(import.meta.dirname, '..', 'data-contracts', 'api', 'examples');

/** Statuses that an operation may answer with besides its own, by their meaning. */
const refusals: Readonly<Record<number, string>> = {
  400: 'The request is not as its contract says',
  401: 'There is no sign-in, or it does not hold',
  403: 'The role may not do this, or the release gate lets nobody out',
  404: 'There is no such thing for this role and unit',
  409: 'The data are not there yet, or are otherwise already',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'The question cannot be answered like this',
  500: 'Something went wrong in the service',
  503: 'Too many questions, not in time, not now, or nothing is released until the service has been looked at',
};

/** What is described once and pointed to. */
const named = {
  AuditEntry,
  Cohort,
  CohortReason,
  MunicipalityCode,
  ModelCard,
  ModelReport,
  OutreachListHead,
  Plan,
  ProblemDocument,
  RecordedConsent,
  Requester,
  SafeTable,
  Texts,
};

/** The HTTP API as OpenAPI 3.1, made from the contracts; its examples are what the handlers answer. */
export function openApi() {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Ennakko',
      version: '1',
      description:
        'Foresight for wellbeing services counties. Who asks is the token’s to say; every question goes through the release gate, and every answer is in the audit log. Errors are problem documents (RFC 9457) in the language of Accept-Language: fi, sv or en.',
    },
    security: [{ token: [] }],
    components: {
      schemas: named,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    paths: Object.fromEntries(
      [...new Set(apiRoutes.map(({ operation }) => operation.path))].map((path) => [
        path,
        Object.fromEntries(
          apiRoutes
            .filter(({ operation }) => operation.path === path)
            .map(({ api, operation }) => [operation.method.toLowerCase(), described(operation, api)]),
        ),
      ]),
    ),
  });
}

function described(operation: Operation, api: string): ZodOpenApiOperationObject {
  const { id, summary, parameters, query, body, isIdempotent, example } = operation;
  return {
    operationId: id,
    summary,
    tags: [api],
    requestParams: {
      path: parameters as z.ZodObject,
      query: query as z.ZodObject,
      ...(isIdempotent && { header: headerOf(IdempotencyKey) }),
    },
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: body, ...(example.body !== undefined && { example: example.body }) },
        },
      },
    }),
    responses: { [operation.status]: answerOf(operation), ...refusalsOf(operation) },
  } as ZodOpenApiOperationObject;
}

const headerOf = (key: typeof IdempotencyKey) => z.object({ 'Idempotency-Key': key });

function answerOf({ id, answer, ...operation }: Operation) {
  const mediaType = operation.mediaType ?? 'application/json';
  const file = join(examples, `${id}.${mediaType === 'text/csv' ? 'csv' : 'json'}`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const example = text && (mediaType === 'text/csv' ? text : JSON.parse(text));
  return {
    description: 'Answered',
    content: { [mediaType]: { schema: answer, ...(example && { example }) } },
  };
}

const retryAfter = {
  description: 'Seconds after which to ask again',
  schema: { type: 'integer', minimum: 1 },
} as const;

function refusalsOf({ body, path }: Operation) {
  const statuses = Object.keys(refusals)
    .map(Number)
    .filter(
      (status) => (body || ![413, 415].includes(status)) && (path.includes('{') || status !== 404 || body),
    );
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: refusals[status]!,
        content: { 'application/problem+json': { schema: ProblemDocument } },
        ...(status === 503 && { headers: { 'Retry-After': retryAfter } }),
      },
    ]),
  );
}

/** Every status of a problem is described. */
export const undescribed = Object.values(problems)
  .map(({ status }) => status)
  .filter((status) => !(status in refusals));

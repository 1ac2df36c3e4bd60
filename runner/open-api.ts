import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { apiRoutes } from '../data-contracts/api/index.ts';
import { IdempotencyKey, type Operation, ProblemDocument } from '../data-contracts/api/operation.ts';
import { OutreachListHead } from '../data-contracts/api/planner.ts';
import { AuditEntry } from '../data-contracts/schemas/audit-entry.ts';
import { Cohort, CohortReason, SafeTable } from '../data-contracts/schemas/cohort.ts';
import { DataOrigin } from '../data-contracts/schemas/delivery.ts';
import { ModelReport } from '../data-contracts/schemas/evaluation-report.ts';
import { Texts } from '../data-contracts/schemas/fields.ts';
import { ModelCard } from '../data-contracts/schemas/model-card.ts';
import { Plan } from '../data-contracts/schemas/plan.ts';
import { RecordedConsent } from '../data-contracts/schemas/recorded-consent.ts';
import { Requester } from '../data-contracts/schemas/requester.ts';
import { MunicipalityCode } from '../data-contracts/vocabularies/municipalities.ts';
import { everyHeader, GatewayMessage, refusalsOf } from './open-api-refusals.ts';

const examples = join(import.meta.dirname, '..', 'data-contracts', 'api', 'examples');

/** What is described once and pointed to. */
const named = {
  AuditEntry,
  Cohort,
  CohortReason,
  DataOrigin,
  GatewayMessage,
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
        'Foresight for wellbeing services counties. Who asks is the token’s to say; every question goes through the release gate, and every answer is in the audit log. Errors are problem documents (RFC 9457) in the language of Accept-Language: fi, sv or en. A field or a parameter that an operation does not have is refused by its name. An address that there is not answers 404, and a method that an address does not take answers 405, to whoever is signed in.',
    },
    security: [{ token: [] }],
    components: {
      schemas: { ...named, ...formsOfOperations() },
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

/** Bodies and answers that have no name of their own, named after their operation. */
function formsOfOperations(): Record<string, z.ZodType> {
  const names = new Map<z.ZodType, string>(Object.entries(named).map(([name, form]) => [form, name]));
  for (const { operation } of apiRoutes) {
    const { id, body, answer, mediaType } = operation;
    const name = `${id[0]!.toUpperCase()}${id.slice(1)}`;
    if (body && !names.has(body)) names.set(body, `${name}Question`);
    if (!mediaType && !names.has(answer)) names.set(answer, `${name}Answer`);
  }
  return Object.fromEntries([...names].map(([form, name]) => [name, form]));
}

function described(operation: Operation, api: string): ZodOpenApiOperationObject {
  const { id, summary, parameters, query, body, isIdempotent, example, takesLines } = operation;
  return {
    operationId: id,
    summary,
    tags: [api],
    requestParams: {
      path: withExamples(parameters as z.ZodObject, example.parameters),
      query: withExamples(query as z.ZodObject, example.query),
      ...(isIdempotent && {
        header: withExamples(headerOf(IdempotencyKey), { 'Idempotency-Key': 'example-0001' }),
      }),
    },
    ...(body && {
      requestBody: {
        required: true,
        content: {
          ...Object.fromEntries(
            (takesLines ? ['application/json', 'application/fhir+json'] : ['application/json']).map(
              (mediaType) => [
                mediaType,
                { schema: body, ...(example.body !== undefined && { example: example.body }) },
              ],
            ),
          ),
          ...(takesLines && {
            'application/fhir+ndjson': { schema: z.string().meta({ description: 'A resource a line.' }) },
          }),
        },
      },
    }),
    responses: { [operation.status]: answerOf(operation), ...refusalsOf(operation) },
  } as ZodOpenApiOperationObject;
}

/** What a body may be told to be: JSON, and FHIR's own name for it where it is FHIR. */
const headerOf = (key: typeof IdempotencyKey) => z.object({ 'Idempotency-Key': key });

/** Each parameter with its example; a number in an address is written as text, and is a number here. */
const withExamples = ({ shape }: z.ZodObject, examples: Readonly<Record<string, string>> = {}) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(shape as Record<string, z.ZodType>).map(([name, form]) => [
        name,
        name in examples ? form.meta({ param: { example: form.parse(examples[name]) } }) : form,
      ]),
    ),
  );

function answerOf({ id, answer, ...operation }: Operation) {
  const mediaType = operation.mediaType ?? 'application/json';
  const file = join(examples, `${id}.${mediaType === 'text/csv' ? 'csv' : 'json'}`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const example = text && (mediaType === 'text/csv' ? text : JSON.parse(text));
  return {
    description: 'Answered',
    headers: z.object(everyHeader),
    content: { [mediaType]: { schema: answer, ...(example && { example }) } },
  };
}

import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { type Operation, ProblemDocument } from '../data-contracts/api/operation.ts';
import { Language } from '../data-contracts/schemas/fields.ts';
import { problems } from '../data-contracts/vocabularies/problems.ts';

/** API Gateway's own refusals, which come before the service is asked and are no problem documents. */
const ofGateway: Readonly<Record<number, string>> = {
  401: 'There is no sign-in, or it does not hold',
  413: 'The body is larger than API Gateway takes',
  429: 'Too many requests',
  500: 'The service could not be asked',
  503: 'The service gave no answer in the time that there is',
};

/** What API Gateway says in its own words. */
export const GatewayMessage = z.object({ message: z.string() });

/** Statuses that only some operations can end in. */
const onlyWhere: Readonly<Record<number, (operation: Operation) => boolean>> = {
  404: ({ body, path }) => body !== undefined || path.includes('{'),
  415: ({ body }) => body !== undefined,
};

/** Said in every answer of the service, of whatever kind. */
export const everyHeader = {
  'x-correlation-id': z.string().meta({ description: 'The request as the service’s logs know it' }),
  'content-language': Language,
  'cache-control': z.literal('no-store'),
};

const headersOfStatus: Readonly<Record<number, z.ZodRawShape>> = {
  401: { 'www-authenticate': z.string() },
  405: { allow: z.string().meta({ description: 'The methods that the address takes, by commas' }) },
  429: { 'retry-after': z.string().regex(/^\d+$/).optional().meta({ description: 'Seconds' }) },
  503: { 'retry-after': z.string().regex(/^\d+$/).optional().meta({ description: 'Seconds' }) },
};

const statuses = [...new Set([...Object.values(problems).map(({ status }) => status), ...keysOf(ofGateway)])];

/** Every refusal there is in the vocabulary, by its status; described once and pointed to. */
const refusals = new Map<number, ZodOpenApiResponseObject>(
  statuses.sort((a, b) => a - b).map((status) => [status, refusalOf(status)]),
);

/** How an operation may end besides with its answer, by status: whatever the vocabulary of problems has. */
export const refusalsOf = (operation: Operation) =>
  Object.fromEntries([...refusals].filter(([status]) => onlyWhere[status]?.(operation) ?? true));

function refusalOf(status: number): ZodOpenApiResponseObject {
  const kinds = Object.entries(problems).filter(([, problem]) => problem.status === status);
  const told = kinds.map(([code, { en }]) => `${en} (/problems/${code})`);
  const bare = ofGateway[status];
  return {
    id: `Status${status}`,
    description: [...told, ...(bare ? [`API Gateway: ${bare}`] : [])].join('. '),
    headers: z.object({
      ...(bare ? z.object(everyHeader).partial().shape : everyHeader),
      ...headersOfStatus[status],
    }),
    content: {
      ...(told.length > 0 && { 'application/problem+json': { schema: ProblemDocument } }),
      ...(bare && { 'application/json': { schema: GatewayMessage } }),
    },
  };
}

function keysOf(byStatus: Readonly<Record<number, unknown>>): number[] {
  return Object.keys(byStatus).map(Number);
}

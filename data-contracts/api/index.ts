import type { LambdaName } from '../vocabularies/lambdas.ts';
import { knowledgeOperations } from './knowledge.ts';
import type { Operation } from './operation.ts';
import { plannerOperations } from './planner.ts';
import { preventionOperations } from './prevention.ts';
import { rightsOperations } from './rights.ts';

/** Everything that can be asked over HTTP, by the Lambda that answers. */
export const operations = {
  'planner-api': plannerOperations,
  'prevention-api': preventionOperations,
  'knowledge-api': knowledgeOperations,
  'rights-api': rightsOperations,
} as const satisfies Partial<Record<LambdaName, Record<string, Operation>>>;

export type ApiName = keyof typeof operations;
export const apiNames = Object.keys(operations) as ApiName[];

/** A route of the HTTP API, as API Gateway names it: `POST /cohorts`. */
export interface ApiRoute {
  readonly api: ApiName;
  readonly operation: Operation;
}

export const apiRoutes: readonly ApiRoute[] = apiNames.flatMap((api) =>
  Object.values(operations[api]).map((operation) => ({ api, operation: operation as Operation })),
);

import { knowledgeOperations } from '../../data-contracts/api/knowledge.ts';
import type { TrainJob } from '../core/jobs.ts';
import { outreachResults } from '../core/outreach/outreach-results.ts';
import type { JobRequests } from '../core/ports/job-requests.ts';
import type { OutreachStore } from '../core/ports/outreach-store.ts';
import { readModelCard } from '../core/risk/read-model-card.ts';
import { type MonitoringPorts, readModelMonitoring } from '../core/risk/read-model-monitoring.ts';
import { requestRetraining } from '../core/risk/request-retraining.ts';
import { type ApiContainer, apiHandler } from '../http/api-handler.ts';
import { route } from '../http/route.ts';

export interface KnowledgeContainer extends ApiContainer, MonitoringPorts {
  readonly store: OutreachStore;
  readonly retraining: JobRequests<TrainJob>;
}

/** Answers those who answer for the model: how good it is, what came of outreach, and a new one. */
export const knowledgeHandler = (container: KnowledgeContainer) =>
  apiHandler(container, [
    route(knowledgeOperations.readModelCard, ({ parameters, requester }) =>
      readModelCard(container, { ...parameters, requester }),
    ),
    route(knowledgeOperations.readModelEvaluation, ({ parameters, requester }) =>
      readModelCard(container, { ...parameters, requester }),
    ),
    route(knowledgeOperations.readModelMonitoring, ({ parameters, requester }) =>
      readModelMonitoring(container, { ...parameters, requester }),
    ),
    route(knowledgeOperations.readOutreachResults, async ({ requester }) => ({
      results: await outreachResults(container, requester),
    })),
    route(knowledgeOperations.requestRetraining, ({ body, requester, idempotentId }) =>
      requestRetraining(container, { ...body, requester }, `api-${idempotentId.slice(0, 32)}`),
    ),
  ]);

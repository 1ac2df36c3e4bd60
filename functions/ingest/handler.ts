import middy from '@middy/core';
import { type IngestPorts, ingestDeliveries } from '../core/ingest/ingest-deliveries.ts';
import { IngestJob } from '../core/jobs.ts';
import type { Progress } from '../core/ports/progress.ts';
import { validJob } from '../valid-job.ts';

/** Takes in every delivery that has not been taken in before. */
export const ingestHandler = (ports: IngestPorts & { readonly progress: Progress }) =>
  middy()
    .use(validJob(IngestJob))
    .handler(() => ingestDeliveries(ports, ports));

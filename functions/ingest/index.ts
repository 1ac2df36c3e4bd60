import type { IngestReport } from '../core/ingest/ingest-deliveries.ts';
import { jobLambda } from '../job-lambda.ts';
import { readConfig } from './config.ts';
import { ingestContainer } from './container.ts';
import { ingestHandler } from './handler.ts';

const container = await ingestContainer(readConfig(process.env));

export const handler = jobLambda<IngestReport>({
  name: 'ingest',
  journal: container.journal,
  job: ingestHandler(container),
  receiptOf: ({ files, unknownFiles, publication }) => ({
    takenIn: files.filter(({ state }) => state === 'taken-in').length,
    seenBefore: files.filter(({ state }) => state === 'seen-before').length,
    unknownFiles: unknownFiles.length,
    fingerprint: publication?.fingerprint,
  }),
});

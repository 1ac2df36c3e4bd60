import type { ModelMonitoring } from '../../data-contracts/schemas/model-monitoring.ts';
import { monitoringMeasures } from '../core/risk/model-monitoring.ts';
import { jobLambda } from '../job-lambda.ts';
import { publicationReceipt } from '../publication-receipt.ts';
import { readConfig } from './config.ts';
import { publishContainer } from './container.ts';
import { publishHandler } from './handler.ts';

const container = await publishContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'publish',
  journal: container.journal,
  job: publishHandler(container),
  receiptOf: publicationReceipt,
  measuresOf: ({ publication }) => monitoringMeasures(publication.summary.monitoring as ModelMonitoring),
});

import { jobLambda } from '../job-lambda.ts';
import { readConfig } from './config.ts';
import { anchorContainer } from './container.ts';
import { anchorHandler } from './handler.ts';

const container = await anchorContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'anchor',
  journal: container.journal,
  job: anchorHandler(container),
  receiptOf: (anchored) => ({ ...anchored }),
});

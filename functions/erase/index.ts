import { jobLambda } from '../job-lambda.ts';
import { readConfig } from './config.ts';
import { eraseContainer } from './container.ts';
import { eraseHandler } from './handler.ts';

const container = await eraseContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'erase',
  journal: container.journal,
  job: eraseHandler(container),
  receiptOf: ({ at }) => ({ at }),
});

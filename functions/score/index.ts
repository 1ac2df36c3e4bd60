import { jobLambda } from '../job-lambda.ts';
import { readConfig } from './config.ts';
import { scoreContainer } from './container.ts';
import { scoreShardHandler } from './handler.ts';

const container = await scoreContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'score',
  journal: container.journal,
  job: scoreShardHandler(container),
  receiptOf: (done) => ({ ...done }),
});

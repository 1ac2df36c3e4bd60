import { jobLambda } from '../job-lambda.ts';
import { readConfig } from './config.ts';
import { scoreContainer } from './container.ts';
import { scoreShardHandler } from './handler.ts';

const { journal, ports } = await scoreContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'score',
  journal,
  job: async (event, context) => scoreShardHandler(await ports())(event, context),
  receiptOf: (done) => ({ ...done }),
});

import { jobLambda } from '../job-lambda.ts';
import { publicationReceipt } from '../publication-receipt.ts';
import { readConfig } from './config.ts';
import { findHiddenDemandContainer } from './container.ts';
import { findHiddenDemandHandler } from './handler.ts';

const { journal, ports } = await findHiddenDemandContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'find-hidden-demand',
  journal,
  job: async (event, context) => findHiddenDemandHandler(await ports())(event, context),
  receiptOf: (outcome) =>
    outcome.status === 'found' ? { status: outcome.status, ...publicationReceipt(outcome) } : { ...outcome },
});

import { jobLambda } from '../job-lambda.ts';
import { publicationReceipt } from '../publication-receipt.ts';
import { readConfig } from './config.ts';
import { clientMonthsContainer } from './container.ts';
import { clientMonthsHandler } from './handler.ts';

const container = await clientMonthsContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'client-months',
  journal: container.journal,
  job: clientMonthsHandler(container),
  receiptOf: publicationReceipt,
});

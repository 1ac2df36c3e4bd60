import { jobLambda } from '../job-lambda.ts';
import { publicationReceipt } from '../publication-receipt.ts';
import { readConfig } from './config.ts';
import { trainContainer } from './container.ts';
import { trainHandler } from './handler.ts';

const { journal, ports } = await trainContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'train',
  journal,
  job: async (event, context) => trainHandler(await ports())(event, context),
  receiptOf: publicationReceipt,
});

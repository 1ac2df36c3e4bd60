import { jobLambda } from '../job-lambda.ts';
import { readConfig } from './config.ts';
import { rotateKeysContainer } from './container.ts';
import { rotateKeysHandler } from './handler.ts';

const container = await rotateKeysContainer(readConfig(process.env));

export const handler = jobLambda({
  name: 'rotate-keys',
  journal: container.journal,
  job: rotateKeysHandler(container),
  receiptOf: (rotation) => ({ ...rotation }),
});

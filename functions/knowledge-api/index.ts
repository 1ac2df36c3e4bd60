import { readConfig } from './config.ts';
import { knowledgeContainer } from './container.ts';
import { knowledgeHandler } from './handler.ts';

export const handler = knowledgeHandler(await knowledgeContainer(readConfig(process.env)));

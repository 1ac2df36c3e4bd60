import { readConfig } from './config.ts';
import { rightsContainer } from './container.ts';
import { rightsHandler } from './handler.ts';

export const handler = rightsHandler(await rightsContainer(readConfig(process.env)));

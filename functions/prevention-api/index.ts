import { readConfig } from './config.ts';
import { preventionContainer } from './container.ts';
import { preventionHandler } from './handler.ts';

export const handler = preventionHandler(await preventionContainer(readConfig(process.env)));

import { readConfig } from './config.ts';
import { plannerContainer } from './container.ts';
import { plannerHandler } from './handler.ts';

export const handler = plannerHandler(await plannerContainer(readConfig(process.env)));

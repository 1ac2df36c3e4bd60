import { readConfig } from './config.ts';
import { tokenClaimsContainer } from './container.ts';
import { tokenClaimsHandler } from './handler.ts';

export const handler = tokenClaimsHandler(tokenClaimsContainer(readConfig(process.env)));

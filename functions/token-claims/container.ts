import type { Config } from './config.ts';

/** It stands on nothing: no store, no key and no other service. */
export const tokenClaimsContainer = ({ claimNames }: Config) => ({ claimNames });

import { claimSettings, type Environment } from '../homes/environment.ts';

/** Read once, at the cold start; nothing else reads the environment. @throws BadEnvironment */
export const readConfig = (environment: Environment) => ({ claimNames: claimSettings(environment) });

export type Config = ReturnType<typeof readConfig>;

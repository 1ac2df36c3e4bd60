import { type Environment, homeSettings, tokenSettings } from '../homes/environment.ts';

/** Read once, at the cold start; nothing else reads the environment. @throws BadEnvironment */
export const readConfig = (environment: Environment) => ({
  home: homeSettings('prevention-api', environment),
  tokens: tokenSettings(environment),
});

export type Config = ReturnType<typeof readConfig>;

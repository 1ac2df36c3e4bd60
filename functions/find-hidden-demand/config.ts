import { type Environment, homeSettings } from '../homes/environment.ts';

/** Read once, at the cold start; nothing else reads the environment. @throws BadEnvironment */
export const readConfig = (environment: Environment) => ({
  home: homeSettings('find-hidden-demand', environment),
});

export type Config = ReturnType<typeof readConfig>;

import { type LambdaName, lambdaNames, lambdas } from '../../data-contracts/vocabularies/lambdas.ts';
import type { CountySettings } from '../settings.ts';

/** AWS lets nobody reserve the last of an account's. */
const unreserved = 100;

/**
 * How many of a Lambda run at once: what is reserved is kept free for it, and is all that it gets. Jobs so take
 * nothing from APIs, nor APIs from each other. A job that writes one publication runs by itself: a second of it
 * waits for the first instead of losing to it.
 */
const ofJobs: Readonly<Partial<Record<LambdaName, number>>> = { 'client-months': 2, train: 2 };

export function reservedFor(name: LambdaName, { concurrency, scoringConcurrency }: CountySettings): number {
  const { kind } = lambdas[name];
  if (kind === 'api') return concurrency.ofEachApi;
  if (kind === 'trigger') return 10;
  return name === 'score' ? scoringConcurrency : (ofJobs[name] ?? 1);
}

/** What all Lambdas reserve, and what must be left of the account's besides. */
export const concurrencyOf = (settings: CountySettings) => ({
  reserved: lambdaNames.reduce((sum, name) => sum + reservedFor(name, settings), 0),
  unreserved,
});

import { z } from 'zod';

/**
 * What data about a person may be asked for. The gate knows no other purposes. `profiling` is that a person's own
 * situation is analysed and the estimate kept, whoever is shown it later. `hidden-demand` is that it is inferred of
 * somebody that they may be ill and nobody knows, or go without what they need.
 */
export const Purpose = z.enum([
  'planning',
  'outreach',
  'model-development',
  'statistics',
  'profiling',
  'hidden-demand',
]);
export type Purpose = z.infer<typeof Purpose>;

/** For these nothing is done about anybody, invented people neither, until the controller has confirmed a legal basis. */
export const offUntilConfirmed: ReadonlySet<Purpose> = new Set(['hidden-demand']);

/**
 * Those that there have always been. What was asked purpose by purpose for all of these was asked for everything, as of
 * a purpose that came later nobody could have said so; no purpose is ever added here.
 */
export const firstPurposes = [
  'planning',
  'outreach',
  'model-development',
  'statistics',
  'profiling',
] as const satisfies readonly Purpose[];

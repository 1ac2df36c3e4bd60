import { z } from 'zod';

/**
 * What data about a person may be asked for. The gate knows no other purposes. `profiling` is that a person's own
 * situation is analysed and the estimate kept, whoever is shown it later.
 */
export const Purpose = z.enum(['planning', 'outreach', 'model-development', 'statistics', 'profiling']);
export type Purpose = z.infer<typeof Purpose>;

import { z } from 'zod';

/** What data about a person may be asked for. The gate knows no other purposes. */
export const Purpose = z.enum(['planning', 'outreach', 'model-development', 'statistics']);
export type Purpose = z.infer<typeof Purpose>;

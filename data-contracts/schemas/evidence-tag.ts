import { z } from 'zod';

/**
 * How far a value may be trusted: read in its named source, computed by a reference program, from memory and
 * to be checked by whoever deploys, our inference, or only for demonstration.
 */
export const EvidenceTag = z.enum(['verified', 'computed', 'from-memory', 'inferred', 'demonstration']);
export type EvidenceTag = z.infer<typeof EvidenceTag>;

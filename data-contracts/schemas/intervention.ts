import { z } from 'zod';
import { EvidenceTag } from './evidence-tag.ts';
import { Texts, ThingId, WholeNumber } from './fields.ts';

/**
 * A ratio with its 95 % confidence interval; above 1 means more of the endpoint. `evidence` is the tag of the
 * weakest part of it, and `source` says which part is whose.
 */
export const RatioEffect = z
  .object({
    endpoint: z.enum(['heavy-services', 'hospital', 'death', 'falls', 'total-cost']),
    ratio: z.number().positive(),
    lower95: z.number().positive(),
    upper95: z.number().positive(),
    /** Months after which the effect has halved on the log scale; absent: not known to wane. */
    halvesInMonths: z.number().positive().optional(),
    source: z.string().min(1),
    evidence: EvidenceTag,
  })
  .refine((effect) => effect.lower95 <= effect.ratio && effect.ratio <= effect.upper95, {
    path: ['ratio'],
    error: 'outside its interval',
  });

/** A preventive intervention (ennaltaehkäisevä toimenpide) that a county can offer. */
export const Intervention = z.object({
  id: ThingId,
  name: Texts,
  effects: z.array(RatioEffect).min(1),
  costPerClientCents: z.object({
    mean: WholeNumber(0, 100_000_000),
    lower95: WholeNumber(0, 100_000_000),
    upper95: WholeNumber(0, 100_000_000),
    source: z.string().min(1),
    evidence: EvidenceTag,
  }),
  /** Share of those offered it who take it up. */
  uptakeShare: z.number().min(0).max(1),
  uptakeSource: z.string().min(1),
  uptakeEvidence: EvidenceTag,
  evidenceGrade: z.enum(['high', 'moderate', 'low', 'very-low']),
});
export type Intervention = z.infer<typeof Intervention>;

import { z } from 'zod';
import { FeatureId } from '../vocabularies/features.ts';
import { EvidenceTag } from './evidence-tag.ts';
import { Texts, ThingId, WholeNumber } from './fields.ts';

interface Interval {
  readonly lower95: number;
  readonly upper95: number;
}

const isUpright = ({ lower95, upper95 }: Interval) => lower95 <= upper95;
const upright = { path: ['lower95'], error: 'interval upside down' };
const holds = ({ lower95, upper95 }: Interval, estimate: number) =>
  lower95 <= estimate && estimate <= upper95;

/** What an effect may be on. `heavy-services` and `hospital` act on a programme's outcome where it is that. */
export const Endpoint = z.enum(['heavy-services', 'hospital', 'death', 'falls', 'total-cost']);
export type Endpoint = z.infer<typeof Endpoint>;

/**
 * A ratio with its 95 % confidence interval; above 1 means more of the endpoint. `evidence` is the tag of the
 * weakest part of it, and `source` says which part is whose.
 */
export const RatioEffect = z
  .object({
    endpoint: Endpoint,
    ratio: z.number().positive(),
    lower95: z.number().positive(),
    upper95: z.number().positive(),
    /** Months after which the effect has halved on the log scale; absent: not known to wane. */
    halvesInMonths: z.number().positive().optional(),
    source: z.string().min(1),
    evidence: EvidenceTag,
    /** Present where places drawn by lot have updated the ratio: how many lots, people in them and outcomes. */
    updated: z
      .object({
        lots: WholeNumber(1, 1_000_000),
        people: WholeNumber(1, 10_000_000),
        outcomes: WholeNumber(1, 10_000_000),
      })
      .optional(),
  })
  .refine(isUpright, upright)
  .refine((effect) => !isUpright(effect) || holds(effect, effect.ratio), {
    path: ['ratio'],
    error: 'outside its interval',
  });
export type RatioEffect = z.infer<typeof RatioEffect>;

const centsPerClient = {
  mean: WholeNumber(0, 100_000_000),
  lower95: WholeNumber(0, 100_000_000),
  upper95: WholeNumber(0, 100_000_000),
  source: z.string().min(1),
  evidence: EvidenceTag,
};

const withinInterval = {
  path: ['mean'],
  error: 'outside its interval',
};

/** A cost with its 95 % interval, in hundredths of the currency, for each client who takes the intervention up. */
const EstimatedCents = z
  .object(centsPerClient)
  .refine(isUpright, upright)
  .refine((cost) => !isUpright(cost) || holds(cost, cost.mean), withinInterval);

/** A value of the client at the landmark that lies within bounds; a value that is missing fits no rule. */
export const EligibilityCondition = z
  .object({ feature: FeatureId, atLeast: z.number().optional(), atMost: z.number().optional() })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, {
    path: ['atLeast'],
    error: 'give atLeast, atMost or both',
  })
  .refine(({ atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }) => atLeast <= atMost, {
    path: ['atMost'],
    error: 'below atLeast',
  });
export type EligibilityCondition = z.infer<typeof EligibilityCondition>;

/** A preventive intervention (ennaltaehkäisevä toimenpide) that a county can offer. */
export const Intervention = z.object({
  id: ThingId,
  name: Texts,
  /** Whom it fits: all conditions must hold. A professional decides; this only says who is considered. */
  eligibility: z.object({
    all: z.array(EligibilityCondition),
    source: z.string().min(1),
    evidence: EvidenceTag,
  }),
  /** At most one an endpoint. None: no effect is claimed, and nobody can plan what it saves. */
  effects: z
    .array(RatioEffect)
    .refine((effects) => new Set(effects.map(({ endpoint }) => endpoint)).size === effects.length, {
      error: 'an endpoint twice',
    }),
  cost: z.object({
    /** ISO 4217. A catalogue has one. */
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** The year whose prices these are; the price index carries them to another. */
    priceYear: WholeNumber(1990, 2100),
    /** Once. */
    fixedCents: EstimatedCents,
    /** For each month at home, for so many months at most. */
    monthlyCents: z
      .object({ ...centsPerClient, months: WholeNumber(1, 120) })
      .refine(isUpright, upright)
      .refine((cost) => !isUpright(cost) || holds(cost, cost.mean), withinInterval)
      .optional(),
  }),
  /** Share of those offered it who take it up. */
  uptake: z
    .object({
      share: z.number().min(0).max(1),
      lower95: z.number().min(0).max(1),
      upper95: z.number().min(0).max(1),
      source: z.string().min(1),
      evidence: EvidenceTag,
    })
    .refine(isUpright, upright)
    .refine((uptake) => !isUpright(uptake) || holds(uptake, uptake.share), {
      path: ['share'],
      error: 'outside its interval',
    }),
  /** Clients it can be offered to in one plan; absent: as many as the budget allows. */
  capacity: z
    .object({ clients: WholeNumber(0, 10_000_000), source: z.string().min(1), evidence: EvidenceTag })
    .optional(),
  evidenceGrade: z.enum(['high', 'moderate', 'low', 'very-low']),
});
export type Intervention = z.infer<typeof Intervention>;

/** The one currency in which everything is counted. */
export const currency = 'EUR';

/** What a county can offer: each intervention once, all in one currency. */
export const InterventionCatalogue = z.array(Intervention).superRefine((entries, context) => {
  const seen = new Set<string>();
  entries.forEach(({ id, cost }, at) => {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [at, 'id'], message: 'an id twice' });
    seen.add(id);
    if (cost.currency !== currency) {
      const message = `${cost.currency} among ${currency}: one currency in a catalogue`;
      context.addIssue({ code: 'custom', path: [at, 'cost', 'currency'], message });
    }
  });
});

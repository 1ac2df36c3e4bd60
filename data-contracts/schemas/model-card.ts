import { z } from 'zod';
import { tripodAnswers } from '../vocabularies/tripod-ai-items.ts';
import { SafeCount } from './cohort.ts';
import { DataOrigin } from './delivery.ts';
import { MissingnessReport, ModelReport, PairedComparison } from './evaluation-report.ts';
import { IsoDay, Texts, ThingId } from './fields.ts';
import { ModelView } from './model-view.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Rows of one side of the split, by how they ended within the follow-up that was looked at. */
const SplitSide = z.object({
  rows: z.number().int(),
  people: z.number().int(),
  outcomes: SafeCount,
  competing: SafeCount,
  censored: SafeCount,
});

const Statement = z.object({ id: ThingId, text: Texts });

/** What a model is, what it was made from, how good it is and what it is not for: `model-card.json`. */
export const ModelCard = z.object({
  format: z.literal('ennakko-model-card/2'),
  /** Whether the people are real; shown wherever a figure is. */
  origin: DataOrigin,
  modelVersion: ThingId,
  programme: z.object({
    id: ThingId,
    title: Texts,
    outcomeName: Texts,
    outcomeServiceAreas: z.array(z.string()),
    competingEvent: z.string(),
    horizonsMonths: z.tuple([z.number().int(), z.number().int()]),
    eligibility: z.record(z.string(), z.union([z.number(), z.boolean()])),
    predictors: z.array(z.string()),
  }),
  /** How it was trained, and what was chosen on the way. */
  training: z.object({
    numerics: z.string(),
    seed: z.number().int(),
    members: z.array(z.object({ kind: z.string(), share: z.number() })),
    details: z.record(z.string(), z.unknown()),
  }),
  data: z.object({
    /** Over everything that decides the client-months: deliveries, programme, SQL. */
    fingerprint: Sha256,
    files: z.array(z.object({ name: z.string(), sha256: Sha256, bytes: z.number().int() })),
    coversFrom: IsoDay,
    coversTo: IsoDay,
    /** `person-and-time`: other people and later months; `person`: other people only. */
    split: z.enum(['person-and-time', 'person']),
    trainingLandmarks: z.array(IsoDay),
    testLandmark: IsoDay,
    training: SplitSide,
    test: SplitSide,
  }),
  evaluation: z.object({
    /** By `network` and the baselines' names. */
    models: z.record(z.string(), ModelReport),
    networkAgainst: z.record(z.string(), z.array(PairedComparison)),
    missingness: z.array(MissingnessReport),
  }),
  wholeModel: ModelView,
  limits: z.array(Statement),
  intendedUse: z.array(Statement),
  misuse: z.array(Statement),
  /** Items of TRIPOD+AI (Collins et al. 2024, BMJ 385:e078378), each paraphrased. */
  tripodAi: z.array(
    z.object({
      item: z.string(),
      topic: Texts,
      answer: z.enum(Object.keys(tripodAnswers) as [keyof typeof tripodAnswers]),
      where: z.string(),
    }),
  ),
});
export type ModelCard = z.infer<typeof ModelCard>;

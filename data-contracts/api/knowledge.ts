import { z } from 'zod';
import { SafeTable } from '../schemas/cohort.ts';
import { ThingId, WholeNumber } from '../schemas/fields.ts';
import { ModelCard } from '../schemas/model-card.ts';
import { WordedMonitoring } from '../schemas/model-monitoring.ts';
import { operation } from './operation.ts';

const OneProgramme = z.strictObject({ programme: ThingId });
const example = { parameters: { programme: 'older-people' } };

/** Asks for a new model from the data as they are. */
export const RetrainingQuestion = z.strictObject({
  programme: ThingId,
  /** The same data and seed give the same model. */
  seed: WholeNumber(0, 2 ** 31 - 1).default(1),
  /** Client-months trained on at most. */
  maximumRows: WholeNumber(1_000, 10_000_000).default(200_000),
});

/** What those who answer for the model may ask. */
export const knowledgeOperations = {
  readModelCard: operation({
    id: 'readModelCard',
    method: 'GET',
    path: '/models/{programme}/card',
    summary: 'The current model’s card: data, figures, groups, limits, intended use, TRIPOD+AI',
    parameters: OneProgramme,
    answer: ModelCard,
    example,
  }),
  readModelEvaluation: operation({
    id: 'readModelEvaluation',
    method: 'GET',
    path: '/models/{programme}/evaluation',
    summary: 'How good the current model is, beside its baselines and by group',
    parameters: OneProgramme,
    answer: ModelCard.pick({ origin: true, modelVersion: true, evaluation: true }),
    example,
  }),
  readModelMonitoring: operation({
    id: 'readModelMonitoring',
    method: 'GET',
    path: '/models/{programme}/monitoring',
    summary: 'Whether the model behind the current scores is stale, and how far those scored have drifted',
    parameters: OneProgramme,
    answer: WordedMonitoring,
    example,
  }),
  readOutreachResults: operation({
    id: 'readOutreachResults',
    method: 'GET',
    path: '/outreach-results',
    summary: 'What came of closed lists, by intervention; small counts are not shown',
    answer: z.object({
      results: z.array(z.object({ intervention: ThingId.nullable(), table: SafeTable })),
    }),
    example: {},
  }),
  requestRetraining: operation({
    id: 'requestRetraining',
    method: 'POST',
    path: '/retraining-requests',
    summary: 'A new model is trained, judged and, where it is published, used for scores',
    body: RetrainingQuestion,
    status: 202,
    isIdempotent: true,
    answer: z.object({ requestId: ThingId, wasKnown: z.boolean() }),
    example: { body: { programme: 'older-people' } },
  }),
} as const;

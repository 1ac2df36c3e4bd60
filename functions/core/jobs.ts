import { z } from 'zod';
import { ThingId, WholeNumber } from '../../data-contracts/schemas/fields.ts';

/** What each job may be asked; a Lambda's event and a command's words become one of these. */
export const IngestJob = z.object({});

export const ClientMonthsJob = z.object({ programme: ThingId });

export const TrainJob = z.object({
  programme: ThingId,
  seed: WholeNumber(0, 2 ** 31 - 1),
  /** Study groups kept for the test; absent: a share of people by pseudonym. */
  testGroups: z.array(ThingId).min(1).optional(),
  /** At most so many client-months are trained on, and tested. */
  maximumRows: WholeNumber(1_000, 10_000_000),
});

export const ScoreJob = z.object({ programme: ThingId });

import { z } from 'zod';
import { DataSource } from '../../data-contracts/schemas/data-source.ts';
import { Pseudonym, ThingId, WholeNumber } from '../../data-contracts/schemas/fields.ts';
import { Requester } from '../../data-contracts/schemas/requester.ts';

/** What each job may be asked; a Lambda's event and a command's words become one of these. */
export const IngestJob = z.object({});

export const ClientMonthsJob = z.object({
  programme: ThingId,
  /** Sources of which nothing is used: client-months, and so models and scores, as if they delivered nothing. */
  withoutSources: z.array(DataSource).default([]),
});
export type ClientMonthsJob = z.infer<typeof ClientMonthsJob>;

export const TrainJob = z.object({
  programme: ThingId,
  seed: WholeNumber(0, 2 ** 31 - 1),
  /** Study groups kept for the test; absent: a share of people by pseudonym. */
  testGroups: z.array(ThingId).min(1).optional(),
  /** At most so many client-months are trained on, and tested. */
  maximumRows: WholeNumber(1_000, 10_000_000),
  /** Who asks for people's data to be trained on; unless told, the service itself, as it retrains by schedule. */
  requester: Requester.default({
    id: 'scheduled-training',
    role: 'knowledge-manager',
    unit: 'knowledge-management',
  }),
});
export type TrainJob = z.infer<typeof TrainJob>;

/** At most so many shards of one programme's clients. */
const mostShards = 1_024;

/** Everybody at once. */
export const ScoreJob = z.object({ programme: ThingId });

/** Who is worth a check-up, of everybody without service. */
export const FindJob = z.object({ programme: ThingId });

/** One of so many shards of a programme's clients, numbered from 0. */
export const ShardJob = z
  .object({
    programme: ThingId,
    shard: WholeNumber(0, mostShards - 1),
    shards: WholeNumber(1, mostShards),
  })
  .refine(({ shard, shards }) => shard < shards, { path: ['shard'], error: 'not below shards' });
export type ShardJob = z.infer<typeof ShardJob>;

export const PublishJob = z.object({ programme: ThingId, shards: WholeNumber(1, mostShards) });
export type PublishJob = z.infer<typeof PublishJob>;

/** A person's request for erasure is carried out. */
export const ErasureJob = z.object({ client: Pseudonym, requester: Requester });
export type ErasureJob = z.infer<typeof ErasureJob>;

/** The vault gets another key. */
export const RotationJob = z.object({ requester: Requester });
export type RotationJob = z.infer<typeof RotationJob>;

/** How far the audit log has come is signed and published. */
export const AnchorJob = z.object({});

/** What each machine that is started over HTTP is given. */
export const startedJobs = { retraining: TrainJob, erasure: ErasureJob, 'key-rotation': RotationJob };

export type StartedJobs = { [Name in keyof typeof startedJobs]: z.infer<(typeof startedJobs)[Name]> };

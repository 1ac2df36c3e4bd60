import middy from '@middy/core';
import { PublishJob } from '../core/jobs.ts';
import type { PublicationStore } from '../core/ports/publication-store.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { publishShards } from '../core/risk/score-shards.ts';
import { validJob } from '../valid-job.ts';

/** Makes all scored shards of a programme its current scores. */
export const publishHandler = ({ publications }: { readonly publications: PublicationStore }) =>
  middy()
    .use(validJob<PublishJob>(PublishJob))
    .handler(({ programme, shards }) => publishShards(publications, requireProgramme(programme), shards));

import middy from '@middy/core';
import { ScoreJob, ShardJob } from '../core/jobs.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { type ScorePorts, scoreClients } from '../core/risk/score-clients.ts';
import { scoreShard } from '../core/risk/score-shards.ts';
import { validJob } from '../valid-job.ts';

/** Scores and explains every client of the latest landmark month. */
export const scoreHandler = (ports: ScorePorts) =>
  middy()
    .use(validJob(ScoreJob))
    .handler(({ programme }) => scoreClients(ports, requireProgramme(programme)));

/** Scores and explains one shard of them, to be published with the others. */
export const scoreShardHandler = (ports: ScorePorts) =>
  middy()
    .use(validJob<ShardJob>(ShardJob))
    .handler(({ programme, ...shard }) => scoreShard(ports, requireProgramme(programme), shard));

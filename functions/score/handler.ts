import middy from '@middy/core';
import { ScoreJob } from '../core/jobs.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { type ScorePorts, scoreClients } from '../core/risk/score-clients.ts';
import { validJob } from '../valid-job.ts';

/** Scores and explains every client of the latest landmark month. */
export const scoreHandler = (ports: ScorePorts) =>
  middy()
    .use(validJob(ScoreJob))
    .handler(({ programme }) => scoreClients(ports, requireProgramme(programme)));

import middy from '@middy/core';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import {
  readStatistics,
  StatisticsAsked,
  type StatisticsPorts,
} from '../../functions/core/statistics/read-statistics.ts';
import { validJob } from '../../functions/valid-job.ts';

/** Counts of a programme's people and what is expected of them, that give nobody away. */
export const statisticsHandler = (portsOf: (programme: Programme) => Promise<StatisticsPorts>) =>
  middy()
    .use(validJob(StatisticsAsked))
    .handler(async (asked) => readStatistics(await portsOf(requireProgramme(asked.programme)), asked));

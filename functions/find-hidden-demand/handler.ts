import middy from '@middy/core';
import { type FindPorts, findHiddenDemand } from '../core/hidden-demand/find-hidden-demand.ts';
import { FindJob } from '../core/jobs.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { validJob } from '../valid-job.ts';

/** Looks for hidden demand of a programme, where the county lets it be looked for. */
export const findHiddenDemandHandler = (ports: FindPorts) =>
  middy()
    .use(validJob(FindJob))
    .handler(({ programme }) => findHiddenDemand(ports, requireProgramme(programme)));

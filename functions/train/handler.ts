import middy from '@middy/core';
import { TrainJob } from '../core/jobs.ts';
import type { Clock } from '../core/ports/clock.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { type TrainPorts, trainRiskModel } from '../core/risk/train-risk-model.ts';
import { validJob } from '../valid-job.ts';

/** Trains a programme's model and judges it beside its baselines. */
export const trainHandler = (ports: TrainPorts & { readonly clock: Clock }) =>
  middy()
    .use(validJob(TrainJob))
    .handler(({ programme: id, seed, testGroups, maximumRows, requester }) => {
      const programme = requireProgramme(id);
      const people = testGroups
        ? { by: 'study-group' as const, testGroups }
        : { by: 'share' as const, testShare: programme.testPeopleShare };
      const occasion = { requester, at: ports.clock.now() };
      return trainRiskModel(ports, { programme, seed, people, maximumRows }, occasion);
    });

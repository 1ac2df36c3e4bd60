import middy from '@middy/core';
import { ErasureJob } from '../core/jobs.ts';
import { type ErasurePorts, erasePerson } from '../core/rights/erase-person.ts';
import { validJob } from '../valid-job.ts';

/** A person's request for erasure is carried out. */
export const eraseHandler = (ports: ErasurePorts) =>
  middy()
    .use(validJob(ErasureJob))
    .handler((job) => erasePerson(ports, job));

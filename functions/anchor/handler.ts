import middy from '@middy/core';
import { type AnchorAndVerifyPorts, anchorAndVerify } from '../core/audit/anchor-and-verify.ts';
import { AnchorJob } from '../core/jobs.ts';
import { validJob } from '../valid-job.ts';

/** The audit log's end is signed and published, and the log held against every anchor before. */
export const anchorHandler = (ports: AnchorAndVerifyPorts) =>
  middy()
    .use(validJob(AnchorJob))
    .handler(() => anchorAndVerify(ports));

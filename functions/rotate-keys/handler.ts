import middy from '@middy/core';
import { RotationJob } from '../core/jobs.ts';
import { type RotationPorts, rotateVaultKey } from '../core/keys/rotate-vault-key.ts';
import { validJob } from '../valid-job.ts';

/** Changes the identity vault's key for another. */
export const rotateKeysHandler = (ports: RotationPorts) =>
  middy()
    .use(validJob(RotationJob))
    .handler((job) => rotateVaultKey(ports, job));

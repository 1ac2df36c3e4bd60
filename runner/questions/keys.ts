import middy from '@middy/core';
import {
  RotationAsked,
  type RotationPorts,
  rotateVaultKey,
} from '../../functions/core/keys/rotate-vault-key.ts';
import { validJob } from '../../functions/valid-job.ts';

/** Changes the identity vault's key for another. */
export const keyRotationHandler = (ports: RotationPorts) =>
  middy()
    .use(validJob(RotationAsked))
    .handler((asked) => rotateVaultKey(ports, asked));

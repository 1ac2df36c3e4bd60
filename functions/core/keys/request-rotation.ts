import type { RotationJob } from '../jobs.ts';
import type { JobRequests } from '../ports/job-requests.ts';
import type { RotatingKeys } from '../ports/keys.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';

/** The vault's key cannot be changed from here: everybody knows it, or somebody else gives it. */
export class KeysFromOutside extends Error {
  readonly code = 'keys-from-outside';
}

/**
 * Asks that the vault get another key. Asked again under the same id, it is asked for once.
 * @throws AccessRefused, JobIdTaken, KeysFromOutside
 */
export async function requestRotation(
  ports: AccessPorts & {
    readonly rotations: JobRequests<RotationJob>;
    readonly keys: () => Promise<Pick<RotatingKeys, 'isRotatedHere'>>;
  },
  job: RotationJob,
  id: string,
): Promise<{ readonly requestId: string; readonly wasKnown: boolean }> {
  await accessInLog(ports, job.requester, 'rotate-keys');
  if ((await ports.keys()).isRotatedHere === false)
    throw new KeysFromOutside(
      'keys: the vault’s key is published or given from outside, and is not changed here',
    );
  return { requestId: id, wasKnown: !(await ports.rotations.request(id, job)) };
}

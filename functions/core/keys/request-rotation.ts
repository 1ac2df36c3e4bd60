import type { RotationJob } from '../jobs.ts';
import type { JobRequests } from '../ports/job-requests.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';

/**
 * Asks that the vault get another key. Asked again under the same id, it is asked for once.
 * @throws AccessRefused, JobIdTaken
 */
export async function requestRotation(
  ports: AccessPorts & { readonly rotations: JobRequests<RotationJob> },
  job: RotationJob,
  id: string,
): Promise<{ readonly requestId: string; readonly wasKnown: boolean }> {
  await accessInLog(ports, job.requester, 'rotate-keys');
  return { requestId: id, wasKnown: !(await ports.rotations.request(id, job)) };
}

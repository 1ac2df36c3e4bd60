import type { TrainJob } from '../jobs.ts';
import type { JobRequests } from '../ports/job-requests.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { requireProgramme } from '../require-programme.ts';

/**
 * Asks for a new model of a programme. Asked again under the same id, it is asked for once.
 * @throws AccessRefused, UnknownProgramme, JobIdTaken
 */
export async function requestRetraining(
  ports: AccessPorts & { readonly retraining: JobRequests<TrainJob> },
  job: TrainJob,
  id: string,
): Promise<{ readonly requestId: string; readonly wasKnown: boolean }> {
  requireProgramme(job.programme);
  await accessInLog(ports, job.requester, 'train-model');
  return { requestId: id, wasKnown: !(await ports.retraining.request(id, job)) };
}

import type { ErasureJob } from '../jobs.ts';
import type { ConsentLedger } from '../ports/consent-ledger.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import type { JobRequests } from '../ports/job-requests.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { eventsRequesting } from './erase-person.ts';

export interface RequestErasurePorts extends AccessPorts {
  readonly erasures: Pick<ErasureRecords, 'find'>;
  readonly consentLedger: ConsentLedger;
  readonly erasing: JobRequests<ErasureJob>;
}

/**
 * Asks that a person's request for erasure be carried out, which must be in force; for somebody erased, that what is
 * left, as after a restoring, be taken out too. Asked again under the same id, it is asked for once.
 * @throws AccessRefused, NoErasureRequest, JobIdTaken
 */
export async function requestErasure(
  ports: RequestErasurePorts,
  { client, requester }: ErasureJob,
  id: string,
): Promise<{ readonly requestId: string; readonly wasKnown: boolean }> {
  await accessInLog(ports, requester, 'erase-person', { client });
  if (!(await ports.erasures.find(client)))
    await eventsRequesting(ports.consentLedger, client, ports.clock.now());
  return { requestId: id, wasKnown: !(await ports.erasing.request(id, { client, requester })) };
}

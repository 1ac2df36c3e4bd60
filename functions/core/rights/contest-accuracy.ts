import { z } from 'zod';
import { ConsentEvent } from '../../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { Pseudonym, ThingId } from '../../../data-contracts/schemas/fields.ts';
import type { RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import { recordInLog } from '../consent/log-first.ts';
import type { ConsentRecords } from '../ports/consent-records.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { refuseIdentityCodes } from '../release/no-identity-codes.ts';

/** That a person says what is held from a source is not right. */
export const AccuracyContested = z.object({
  client: Pseudonym,
  requester: Requester,
  source: z.union([DataSource, z.literal('all')]),
  channel: ConsentEvent.shape.channel,
  /** Told twice under one id, it was said once. */
  eventId: ThingId,
});
export type AccuracyContested = z.infer<typeof AccuracyContested>;

/**
 * Takes a request for rectification: until the source has put its data right and somebody lifts it, nothing
 * that stands on the source is used for any purpose. The data themselves are mended where they come from, and
 * reach the service with the next delivery.
 * @throws AccessRefused
 * @source GDPR, articles 16 and 18(1)(a)
 */
export async function contestAccuracy(
  ports: AccessPorts & { readonly records: ConsentRecords },
  { client, requester, source, channel, eventId }: AccuracyContested,
): Promise<RecordedConsent> {
  refuseIdentityCodes({ eventId });
  await accessInLog(ports, requester, 'request-rectification', { client });
  const notice = {
    client,
    consentEventId: eventId,
    kind: 'restriction',
    purpose: 'all',
    coveredSource: source,
    channel,
    awaits: 'rectification',
  } as const;
  return recordInLog(ports, requester, notice, ports.clock.now());
}

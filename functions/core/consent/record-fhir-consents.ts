import type { RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { ConsentRecords } from '../ports/consent-records.ts';
import { type FhirNotice, type FhirTold, noticesOfFhir } from './fhir-consent.ts';
import {
  type ConsentPorts,
  type ConsentRecording,
  recordConsents,
  refuseWhoNeverRecords,
} from './record-consent.ts';

export interface FhirRecording extends Pick<FhirTold, 'channel'> {
  readonly requester: Requester;
  /** Parsed JSON. */
  readonly content: unknown;
  /** Asked for only where the requester's role may record. */
  readonly pseudonymiser: () => Promise<FhirTold['pseudonymOf']>;
  /** Throws where there is more to record than whoever asks can wait for. */
  readonly refuseTooMany?: (notices: readonly unknown[]) => void;
}

/**
 * Records what FHIR R4 consents say, all or none; nothing of them is read for a role that records nothing.
 * @throws UnusableFhirConsent, and whatever `recordConsents` throws
 */
export async function recordFhirConsents(
  ports: ConsentPorts,
  { requester, content, channel, pseudonymiser, refuseTooMany }: FhirRecording,
  at: string,
): Promise<readonly RecordedConsent[]> {
  await refuseWhoNeverRecords(ports.audit, requester, at);
  const told = { channel, pseudonymOf: await pseudonymiser(), now: at };
  const notices = await withoutUntold(ports.records, noticesOfFhir(content, told));
  refuseTooMany?.(notices);
  return recordConsents(ports, { requester, notices }, at);
}

/** Leaves out what takes back a document that has never been told. */
async function withoutUntold(
  records: ConsentRecords,
  notices: readonly FhirNotice[],
): Promise<ConsentRecording['notices']> {
  const asked = notices.filter(({ isOnlyIfTold }) => isOnlyIfTold).map(({ client }) => client);
  const kept = await records.eventsOf([...new Set(asked)]);
  const isTold = ({ client, document }: FhirNotice) =>
    (kept.get(client) ?? []).some((event) => event.document?.id === document?.id);
  return notices
    .filter((notice) => !notice.isOnlyIfTold || isTold(notice))
    .map(({ isOnlyIfTold: _, ...notice }) => notice);
}

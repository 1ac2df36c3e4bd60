import type { RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { type FhirTold, noticesOfFhir } from './fhir-consent.ts';
import { type ConsentPorts, recordConsents, refuseWhoNeverRecords } from './record-consent.ts';

export interface FhirRecording extends Pick<FhirTold, 'channel'> {
  readonly requester: Requester;
  /** Parsed JSON. */
  readonly content: unknown;
  /** Asked for only where the requester's role may record. */
  readonly pseudonymiser: () => Promise<FhirTold['pseudonymOf']>;
}

/**
 * Records what FHIR R4 consents say, all or none; nothing of them is read for a role that records nothing.
 * @throws UnusableFhirConsent, and whatever `recordConsents` throws
 */
export async function recordFhirConsents(
  ports: ConsentPorts,
  { requester, content, channel, pseudonymiser }: FhirRecording,
  at: string,
): Promise<readonly RecordedConsent[]> {
  await refuseWhoNeverRecords(ports.audit, requester, at);
  const told = { channel, pseudonymOf: await pseudonymiser(), now: at };
  return recordConsents(ports, { requester, notices: noticesOfFhir(content, told) }, at);
}

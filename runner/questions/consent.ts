import middy from '@middy/core';
import {
  type ConsentPorts,
  ConsentRecording,
  recordConsents,
} from '../../functions/core/consent/record-consent.ts';
import { type FhirRecording, recordFhirConsents } from '../../functions/core/consent/record-fhir-consents.ts';
import type { Clock } from '../../functions/core/ports/clock.ts';
import { validJob } from '../../functions/valid-job.ts';

/** Records what people have said about the use of their data. */
export const consentHandler = ({ clock, ...ports }: ConsentPorts & { readonly clock: Clock }) =>
  middy()
    .use(validJob(ConsentRecording))
    .handler((recording) => recordConsents(ports, recording, clock.now()));

/** Records what FHIR consents say; they are read after the requester's role is looked at. */
export const fhirConsentHandler =
  ({ clock, ...ports }: ConsentPorts & { readonly clock: Clock }) =>
  (recording: FhirRecording) =>
    recordFhirConsents(ports, recording, clock.now());

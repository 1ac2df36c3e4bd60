import middy from '@middy/core';
import {
  type ConsentPorts,
  ConsentRecording,
  recordConsents,
} from '../../functions/core/consent/record-consent.ts';
import type { Clock } from '../../functions/core/ports/clock.ts';
import { validJob } from '../../functions/valid-job.ts';

/** Records what people have said about the use of their data. */
export const consentHandler = ({ clock, ...ports }: ConsentPorts & { readonly clock: Clock }) =>
  middy()
    .use(validJob(ConsentRecording))
    .handler((recording) => recordConsents(ports, recording, clock.now()));

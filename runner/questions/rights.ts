import middy from '@middy/core';
import type { ConsentRecords } from '../../functions/core/ports/consent-records.ts';
import type { AccessPorts } from '../../functions/core/release/access-in-log.ts';
import {
  type AccessDocumentPorts,
  accessDocument,
  HeldDataAsked,
} from '../../functions/core/rights/access-document.ts';
import { AccuracyContested, contestAccuracy } from '../../functions/core/rights/contest-accuracy.ts';
import { validJob } from '../../functions/valid-job.ts';

/** What is held of a person, for the person. */
export const heldDataHandler = (ports: AccessDocumentPorts) =>
  middy()
    .use(validJob(HeldDataAsked))
    .handler((asked) => accessDocument(ports, asked));

/** A person says that something is not right. */
export const rectificationHandler = (ports: AccessPorts & { readonly records: ConsentRecords }) =>
  middy()
    .use(validJob(AccuracyContested))
    .handler((contested) => contestAccuracy(ports, contested));

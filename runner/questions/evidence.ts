import middy from '@middy/core';
import {
  EvidenceAsked,
  type EvidencePorts,
  gatherEvidence,
} from '../../functions/core/evidence/gather-evidence.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { validJob } from '../../functions/valid-job.ts';

/** What places drawn by lot have shown of effects. */
export const evidenceHandler = (ports: EvidencePorts) =>
  middy()
    .use(validJob(EvidenceAsked))
    .handler(({ programme, requester }) => gatherEvidence(ports, requireProgramme(programme), requester));

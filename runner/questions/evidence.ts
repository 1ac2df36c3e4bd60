import middy from '@middy/core';
import {
  EvidenceAsked,
  type EvidencePorts,
  gatherEvidence,
} from '../../functions/core/evidence/gather-evidence.ts';
import { ReleaseRefused } from '../../functions/core/release/gate-question.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { validJob } from '../../functions/valid-job.ts';

/** What places drawn by lot have shown of effects. */
export const evidenceHandler = (ports: EvidencePorts) =>
  middy()
    .use(validJob(EvidenceAsked))
    .handler(async ({ programme, requester }) => {
      const outcome = await gatherEvidence(ports, requireProgramme(programme), requester);
      if (outcome.status === 'refused') throw new ReleaseRefused(outcome);
      return outcome.evidence;
    });

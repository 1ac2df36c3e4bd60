import type { z } from 'zod';
import type { AuditSearch } from '../functions/core/audit/search-audit-log.ts';
import type { ConsentRecording } from '../functions/core/consent/record-consent.ts';
import { pseudonymOfPerson } from '../functions/core/identity/person-to-pseudonym.ts';
import type { RotationJob } from '../functions/core/jobs.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { rotateKeysHandler } from '../functions/rotate-keys/handler.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import { outreachService } from './outreach-service.ts';
import { auditSearchHandler } from './questions/audit.ts';
import { consentHandler } from './questions/consent.ts';
import { rightsService } from './rights-service.ts';

/** The part of the service that guards people's data and hands it out. */
export function gateService(parts: LocalParts) {
  const { home, keys, gate, alone } = parts;
  return {
    /** Gives the pseudonym of a person's identifier, under the home's key. */
    pseudonymiser: async () => {
      const held = await keys();
      const key = await held.pseudonymKey();
      return (identifier: string) => pseudonymOfPerson(identifier, key, held);
    },
    ...outreachService(parts),
    ...rightsService(parts),
    rotateVaultKey: async (asked: RotationJob) =>
      alone('keys rotate', async () =>
        invoke(rotateKeysHandler({ ...gate, keys: await keys(), vault: vaultOf(home) }), asked),
      ),
    verifyAuditLog: () => gate.audit.verify(),
    searchAuditLog: (search: AuditSearch) => invoke(auditSearchHandler(gate), search),
    recordConsents: (recording: z.input<typeof ConsentRecording>) => invoke(consentHandler(gate), recording),
  };
}

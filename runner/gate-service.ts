import type { z } from 'zod';
import type { AuditSearch } from '../functions/core/audit/search-audit-log.ts';
import type { ConsentRecording } from '../functions/core/consent/record-consent.ts';
import { pseudonymOfPerson } from '../functions/core/identity/person-to-pseudonym.ts';
import type { RotationJob } from '../functions/core/jobs.ts';
import type { FaultToSetAside } from '../functions/core/verify/set-aside-fault.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { rotateKeysHandler } from '../functions/rotate-keys/handler.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import { outreachService } from './outreach-service.ts';
import { auditSearchHandler, setAsideHandler } from './questions/audit.ts';
import { consentHandler } from './questions/consent.ts';
import { rightsService } from './rights-service.ts';

/** The part of the service that guards people's data and hands it out. */
export function gateService(parts: LocalParts) {
  const { home, keys, gate } = parts;
  return {
    /** Gives the pseudonym of a person's identifier, under the home's key. */
    pseudonymiser: async () => {
      const key = await (await keys()).pseudonymKey();
      return (identifier: string) => pseudonymOfPerson(identifier, key);
    },
    ...outreachService(parts),
    ...rightsService(parts),
    rotateVaultKey: async (asked: RotationJob) =>
      invoke(rotateKeysHandler({ ...gate, keys: await keys(), vault: vaultOf(home) }), asked),
    verifyAuditLog: () => gate.audit.verify(),
    setAsideFault: (asked: FaultToSetAside) => invoke(setAsideHandler(gate), asked),
    searchAuditLog: (search: AuditSearch) => invoke(auditSearchHandler(gate), search),
    recordConsents: (recording: z.input<typeof ConsentRecording>) => invoke(consentHandler(gate), recording),
  };
}

import type { z } from 'zod';
import type { AuditSearch } from '../functions/core/audit/search-audit-log.ts';
import type { ConsentRecording } from '../functions/core/consent/record-consent.ts';
import type { FhirRecording } from '../functions/core/consent/record-fhir-consents.ts';
import { pseudonymOfPerson } from '../functions/core/identity/person-to-pseudonym.ts';
import type { RotationJob } from '../functions/core/jobs.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { rotateKeysHandler } from '../functions/rotate-keys/handler.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import { outreachService } from './outreach-service.ts';
import { auditSearchHandler } from './questions/audit.ts';
import { consentHandler, fhirConsentHandler } from './questions/consent.ts';
import { rightsService } from './rights-service.ts';

/** The part of the service that guards people's data and hands it out. */
export function gateService(parts: LocalParts) {
  const { home, keys, gate } = parts;
  const pseudonymiser = async () => {
    const key = await (await keys()).pseudonymKey();
    return (identifier: string) => pseudonymOfPerson(identifier, key);
  };
  return {
    /** Gives the pseudonym of a person's identifier, under the home's key. */
    pseudonymiser,
    ...outreachService(parts),
    ...rightsService(parts),
    rotateVaultKey: async (asked: RotationJob) =>
      invoke(rotateKeysHandler({ ...gate, keys: await keys(), vault: vaultOf(home) }), asked),
    verifyAuditLog: () => gate.audit.verify(),
    searchAuditLog: (search: AuditSearch) => invoke(auditSearchHandler(gate), search),
    recordConsents: (recording: z.input<typeof ConsentRecording>) => invoke(consentHandler(gate), recording),
    recordFhirConsents: (recording: Omit<FhirRecording, 'pseudonymiser'>) =>
      fhirConsentHandler(gate)({ ...recording, pseudonymiser }),
  };
}

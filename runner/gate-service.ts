import type { z } from 'zod';
import { verifyAgainstAnchors } from '../functions/core/audit/anchor-check.ts';
import type { AuditSearch } from '../functions/core/audit/search-audit-log.ts';
import type { ConsentRecording } from '../functions/core/consent/record-consent.ts';
import type { FhirRecording } from '../functions/core/consent/record-fhir-consents.ts';
import { pseudonymOfPerson } from '../functions/core/identity/person-to-pseudonym.ts';
import type { RotationJob } from '../functions/core/jobs.ts';
import type { FaultToSetAside } from '../functions/core/verify/set-aside-fault.ts';
import { vaultOf } from '../functions/homes/vault.ts';
import { rotateKeysHandler } from '../functions/rotate-keys/handler.ts';
import { anchorHome, keptAnchors } from './anchoring.ts';
import { invoke } from './invoke.ts';
import type { LocalParts } from './local-parts.ts';
import { outreachService } from './outreach-service.ts';
import { auditSearchHandler, setAsideHandler } from './questions/audit.ts';
import { consentHandler, fhirConsentHandler } from './questions/consent.ts';
import { rightsService } from './rights-service.ts';

/** The part of the service that guards people's data and hands it out. */
export function gateService(parts: LocalParts) {
  const { folder, home, keys, gate, alone, pseudonymsOf, pseudonymsOfOneAnswer } = parts;
  const pseudonymiser = async () => {
    const held = await keys();
    const key = await held.pseudonymKey();
    const people = await gate.people();
    return (identifier: string) => people.personOf(pseudonymOfPerson(identifier, key, held));
  };
  return {
    /** Gives the pseudonym of a person's identifier, under the home's key. */
    pseudonymiser,
    pseudonymsOf,
    pseudonymsOfOneAnswer,
    ...outreachService(parts),
    ...rightsService(parts),
    rotateVaultKey: async (asked: RotationJob) =>
      alone('keys rotate', async () =>
        invoke(rotateKeysHandler({ ...gate, keys: await keys(), vault: vaultOf(home) }), asked),
      ),
    /** @param kept a file of anchors to hold the log against instead of those beside the home */
    verifyAuditLog: (kept?: string) =>
      verifyAgainstAnchors(gate.audit, kept === undefined ? gate.anchors : keptAnchors(kept)),
    anchorAuditLog: () => anchorHome(folder, gate.clock),
    /** What this process has written to the log is anchored before it ends. */
    anchorWhatWasWritten: async () => {
      if (gate.audit.isWritten) await anchorHome(folder, gate.clock);
    },
    setAsideFault: (asked: FaultToSetAside) => invoke(setAsideHandler(gate), asked),
    searchAuditLog: (search: AuditSearch) => invoke(auditSearchHandler(gate), search),
    recordConsents: (recording: z.input<typeof ConsentRecording>) => invoke(consentHandler(gate), recording),
    recordFhirConsents: (recording: Omit<FhirRecording, 'pseudonymiser'>) =>
      fhirConsentHandler(gate)({ ...recording, pseudonymiser }),
  };
}

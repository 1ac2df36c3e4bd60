import { join } from 'node:path';
import type { z } from 'zod';
import { FolderObjects } from '../functions/adapters/folder/folder-objects.ts';
import { ObjectIdentityVault } from '../functions/adapters/objects/object-identity-vault.ts';
import type { AuditSearch } from '../functions/core/audit/search-audit-log.ts';
import type { ConsentRecording } from '../functions/core/consent/record-consent.ts';
import { pseudonymOfPerson } from '../functions/core/ingest/person-to-pseudonym.ts';
import type { RotationJob } from '../functions/core/jobs.ts';
import {
  auditOf,
  erasuresOf,
  type GateHome,
  type GateSecrets,
  recordsOf,
} from '../functions/homes/folder-gate.ts';
import { rotateKeysHandler } from '../functions/rotate-keys/handler.ts';
import { invoke } from './invoke.ts';
import { newId } from './new-id.ts';
import { outreachService } from './outreach-service.ts';
import { auditSearchHandler } from './questions/audit.ts';
import { consentHandler } from './questions/consent.ts';
import { rightsService } from './rights-service.ts';

/** The part of the service that guards people's data and hands it out. */
export function gateService(gate: GateHome & GateSecrets) {
  const audit = auditOf(gate);
  return {
    /** Gives the pseudonym of a person's identifier, under the home's key. */
    pseudonymiser: async () => {
      const key = await (await gate.keys()).pseudonymKey();
      return (identifier: string) => pseudonymOfPerson(identifier, key);
    },
    ...outreachService(gate),
    ...rightsService(gate),
    rotateVaultKey: async (asked: RotationJob) =>
      invoke(
        rotateKeysHandler({
          audit,
          clock: gate.clock,
          newId,
          keys: await gate.keys(),
          vault: new ObjectIdentityVault(new FolderObjects(join(gate.home, 'vault'))),
        }),
        asked,
      ),
    verifyAuditLog: () => audit.verify(),
    searchAuditLog: (search: AuditSearch) =>
      invoke(auditSearchHandler({ audit, clock: gate.clock, newId }), search),
    recordConsents: (recording: z.input<typeof ConsentRecording>) =>
      invoke(
        consentHandler({
          records: recordsOf(gate),
          erasures: erasuresOf(gate),
          audit,
          clock: gate.clock,
        }),
        recording,
      ),
  };
}

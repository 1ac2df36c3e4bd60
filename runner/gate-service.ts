import { join } from 'node:path';
import type { z } from 'zod';
import type { EngineLimits } from '../functions/adapters/duckdb/client-month-engine.ts';
import { DuckDbConsentLedger } from '../functions/adapters/duckdb/duckdb-consent-ledger.ts';
import { DuckDbRelationshipRegister } from '../functions/adapters/duckdb/duckdb-relationship-register.ts';
import { FolderAuditLog } from '../functions/adapters/folder/folder-audit-log.ts';
import { FolderConsentRecords } from '../functions/adapters/folder/folder-consent-records.ts';
import { consentHandler } from '../functions/consent/handler.ts';
import type { ConsentRecording } from '../functions/core/consent/record-consent.ts';
import { pseudonymOfPerson } from '../functions/core/ingest/person-to-pseudonym.ts';
import type { Clock } from '../functions/core/ports/clock.ts';
import type { Keys } from '../functions/core/ports/keys.ts';
import type { PublicationStore } from '../functions/core/ports/publication-store.ts';
import { UnitedConsentLedger } from '../functions/core/release/united-consent-ledger.ts';
import { invoke } from './invoke.ts';

/** Where one machine keeps what the release gate stands on. */
export interface GateHome {
  readonly home: string;
  readonly limits: EngineLimits;
  readonly publications: PublicationStore;
  readonly clock: Clock;
}

const recordsOf = ({ home }: GateHome) => new FolderConsentRecords(join(home, 'consents'));

const auditOf = ({ home }: GateHome) => new FolderAuditLog(join(home, 'audit'));

/** What the gate knows of people, and where it writes what it decides. */
export const standingOf = (gate: GateHome) => ({
  /** What was delivered and what was told to the service itself, as one ledger. */
  consentLedger: new UnitedConsentLedger(
    new DuckDbConsentLedger(gate.publications, gate.limits),
    recordsOf(gate),
  ),
  relationships: new DuckDbRelationshipRegister(gate.publications, gate.limits),
  audit: auditOf(gate),
});

/** The part of the service that guards people's data and hands it out. */
export function gateService(gate: GateHome & { readonly keys: () => Promise<Keys> }) {
  const audit = auditOf(gate);
  return {
    /** Gives the pseudonym of a person's identifier, under the home's key. */
    pseudonymiser: async () => {
      const key = await (await gate.keys()).pseudonymKey();
      return (identifier: string) => pseudonymOfPerson(identifier, key);
    },
    recordConsents: (recording: z.input<typeof ConsentRecording>) =>
      invoke(consentHandler({ records: recordsOf(gate), audit, clock: gate.clock }), recording),
  };
}

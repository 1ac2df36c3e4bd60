import { join } from 'node:path';
import type { LegalBasis } from '../../data-contracts/schemas/legal-basis.ts';
import type { EngineLimits } from '../adapters/duckdb/client-month-engine.ts';
import { DuckDbConsentLedger } from '../adapters/duckdb/duckdb-consent-ledger.ts';
import { DuckDbRelationshipRegister } from '../adapters/duckdb/duckdb-relationship-register.ts';
import { FolderObjects } from '../adapters/folder/folder-objects.ts';
import { ObjectAuditLog } from '../adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../adapters/objects/object-consent-records.ts';
import { ObjectErasureRecords } from '../adapters/objects/object-erasure-records.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { RotatingKeys } from '../core/ports/keys.ts';
import type { PublicationStore } from '../core/ports/publication-store.ts';
import { ErasureLedger } from '../core/release/erasure-ledger.ts';
import { UnitedConsentLedger } from '../core/release/united-consent-ledger.ts';

/** Where one machine keeps what the release gate stands on. */
export interface GateHome {
  readonly home: string;
  readonly limits: EngineLimits;
  readonly publications: PublicationStore;
  readonly clock: Clock;
}

export const recordsOf = ({ home }: GateHome) =>
  new ObjectConsentRecords(new FolderObjects(join(home, 'consents')));

export const auditOf = ({ home }: GateHome) => new ObjectAuditLog(new FolderObjects(join(home, 'audit')));

export const erasuresOf = ({ home }: GateHome) =>
  new ObjectErasureRecords(new FolderObjects(join(home, 'erasures')));

/** What the gate knows of people, and where it writes what it decides. */
export const standingOf = (gate: GateHome) => ({
  /** What was delivered, who was erased and what was told to the service itself, as one ledger. */
  consentLedger: new UnitedConsentLedger(
    new DuckDbConsentLedger(gate.publications, gate.limits),
    new ErasureLedger(erasuresOf(gate)),
    recordsOf(gate),
  ),
  relationships: new DuckDbRelationshipRegister(gate.publications, gate.limits),
  audit: auditOf(gate),
  erasures: erasuresOf(gate),
});

/** What only the guarding part of the service is given. */
export interface GateSecrets {
  readonly keys: () => Promise<RotatingKeys>;
  readonly legalBases: () => Promise<readonly LegalBasis[]>;
}

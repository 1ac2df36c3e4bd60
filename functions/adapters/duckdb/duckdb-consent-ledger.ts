import type { PublicationStore } from '../../core/ports/publication-store.ts';
import { LakeConsentLedger } from '../lake/lake-consent-ledger.ts';
import type { EngineLimits } from './client-month-engine.ts';
import { DuckDbLakeEngine } from './duckdb-lake-engine.ts';

/** The consent ledger in the lake, read by DuckDB. */
export class DuckDbConsentLedger extends LakeConsentLedger {
  constructor(publications: PublicationStore, limits: EngineLimits) {
    super(publications, new DuckDbLakeEngine(limits));
  }
}

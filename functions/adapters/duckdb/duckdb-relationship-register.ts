import type { PublicationStore } from '../../core/ports/publication-store.ts';
import { LakeRelationshipRegister } from '../lake/lake-relationship-register.ts';
import type { EngineLimits } from './client-month-engine.ts';
import { DuckDbLakeEngine } from './duckdb-lake-engine.ts';

/** Client and care relationships in the lake, read by DuckDB. */
export class DuckDbRelationshipRegister extends LakeRelationshipRegister {
  constructor(publications: PublicationStore, limits: EngineLimits) {
    super(publications, new DuckDbLakeEngine(limits));
  }
}

import type { PublicationStore } from '../../core/ports/publication-store.ts';
import { LakeHeldData } from '../lake/lake-held-data.ts';
import type { EngineLimits } from './client-month-engine.ts';
import { DuckDbLakeEngine } from './duckdb-lake-engine.ts';
import { DuckDbScoreStore } from './duckdb-score-store.ts';

/** What the lake and the programmes' scores hold of one person, read by DuckDB. */
export class DuckDbHeldData extends LakeHeldData {
  constructor(publications: PublicationStore, limits: EngineLimits, programmes: readonly string[]) {
    super(publications, new DuckDbLakeEngine(limits), programmes, (programme) =>
      DuckDbScoreStore.open(publications, programme, limits),
    );
  }
}

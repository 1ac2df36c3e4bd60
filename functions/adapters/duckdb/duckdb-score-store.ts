import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClientCurves } from '../../core/ports/planning-scores.ts';
import type { PublicationStore } from '../../core/ports/publication-store.ts';
import { LakeScoreStore, type PublishedScores, publishedScores } from '../lake/lake-score-store.ts';
import { type EngineLimits, withClientMonthEngine } from './client-month-engine.ts';
import { DuckDbLakeEngine } from './duckdb-lake-engine.ts';
import { sqlPath } from './ingest-engine.ts';
import { readScoreCurves } from './score-curves.ts';

/** A programme's published scores, read by DuckDB. It stays with the publication it was opened on. */
export class DuckDbScoreStore extends LakeScoreStore {
  readonly #scores: string;
  readonly #limits: EngineLimits;

  private constructor(published: PublishedScores, limits: EngineLimits) {
    super(published, new DuckDbLakeEngine(limits));
    this.#scores = `read_parquet([${published.relation.locations.map(sqlPath).join(', ')}])`;
    this.#limits = limits;
  }

  /** @throws NothingPublished when the programme has not been scored */
  static async open(publications: PublicationStore, programme: string, limits: EngineLimits) {
    return new DuckDbScoreStore(await publishedScores(publications, programme), limits);
  }

  /** Millions of curves a plan: taken apart in the engine. */
  override curvesOf(clients: readonly string[], features: readonly FeatureId[]): Promise<ClientCurves> {
    return withClientMonthEngine(this.#limits, (connection) =>
      readScoreCurves(connection, this.#scores, clients, features),
    );
  }
}

import { type DuckDBValue, listValue } from '@duckdb/node-api';
import { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClientCurves, PlanningScores } from '../../core/ports/planning-scores.ts';
import type { Publication, PublicationStore } from '../../core/ports/publication-store.ts';
import type {
  CountedClient,
  ExplainedScore,
  RankedClient,
  ScoreFilter,
  ScoreSet,
  ScoreStore,
} from '../../core/ports/score-store.ts';
import { requireCurrent } from '../../core/require-current.ts';
import { type EngineLimits, openClientMonthEngine, withClientMonthEngine } from './client-month-engine.ts';
import { sqlPath } from './ingest-engine.ts';
import { readScoreCurves } from './score-curves.ts';

const Explained = RiskScore.omit({ curve: true });

const readAs: Readonly<Record<string, string>> = {
  landmark_on: 'varchar',
  expected_cost_cents_h1: 'double',
  expected_cost_cents_h2: 'double',
};
const explainedColumns = Object.keys(Explained.shape)
  .map((name) => (readAs[name] ? `cast(${name} as ${readAs[name]}) as ${name}` : name))
  .join(', ');

/** Rows the gate is asked about at once: each batch asks the ledger once. */
const planningBatchRows = 20_480;

/** A programme's published scores, read by DuckDB. It stays with the publication it was opened on. */
export class DuckDbScoreStore implements ScoreStore, PlanningScores {
  readonly #publication: Publication;
  readonly #scores: string;
  readonly #limits: EngineLimits;

  private constructor(publication: Publication, locations: readonly string[], limits: EngineLimits) {
    this.#publication = publication;
    this.#scores = `read_parquet([${locations.map(sqlPath).join(', ')}])`;
    this.#limits = limits;
  }

  /** @throws NothingPublished when the programme has not been scored */
  static async open(publications: PublicationStore, programme: string, limits: EngineLimits) {
    const publication = await requireCurrent(publications, `scores/${programme}`);
    const { station, run, files } = publication;
    const tables = files.filter(({ name }) => name.endsWith('.parquet'));
    const locations = await Promise.all(tables.map(({ name }) => publications.location(station, run, name)));
    return new DuckDbScoreStore(publication, locations, limits);
  }

  async describe(): Promise<ScoreSet> {
    const { origin, summary } = this.#publication;
    const { modelVersion, landmarkOn, averageProbability, clearContributions } = summary as Omit<
      ScoreSet,
      'origin'
    >;
    return {
      origin,
      modelVersion,
      landmarkOn,
      averageProbability,
      clearContributions: clearContributions ?? null,
    };
  }

  async count(filter: ScoreFilter): Promise<number> {
    const { where, values } = conditionOf(filter);
    const sql = `select count(*) from ${this.#scores} where ${where}`;
    return withClientMonthEngine(this.#limits, async (connection) => {
      const counted = await connection.runAndReadAll(sql, values);
      return Number(counted.getRows()[0]?.[0]);
    });
  }

  async *likeliestFirst(filter: ScoreFilter, horizon: 'h1' | 'h2'): AsyncGenerator<RankedClient[]> {
    const { where, values } = conditionOf(filter);
    const { connection, close } = await openClientMonthEngine(this.#limits);
    try {
      const result = await connection.stream(
        `select client, probability_${horizon} as probability, coalesce(sources_used, '') as "sourcesUsed"
         from ${this.#scores} where ${where} order by probability desc, client`,
        values,
      );
      for await (const rows of result.yieldRowObjectJs()) yield rows as unknown as RankedClient[];
    } finally {
      close();
    }
  }

  async *inOrderOfClient(filter: ScoreFilter): AsyncGenerator<RankedClient[]> {
    const { where, values } = conditionOf(filter);
    const { connection, close } = await openClientMonthEngine(this.#limits);
    try {
      const result = await connection.stream(
        `select client, probability_h2 as probability, coalesce(sources_used, '') as "sourcesUsed"
         from ${this.#scores} where ${where} order by client`,
        values,
      );
      let batch: RankedClient[] = [];
      for await (const rows of result.yieldRowObjectJs()) {
        batch = batch.concat(rows as unknown as RankedClient[]);
        if (batch.length < planningBatchRows) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    } finally {
      close();
    }
  }

  async *counted(): AsyncGenerator<CountedClient[]> {
    const { connection, close } = await openClientMonthEngine(this.#limits);
    try {
      const result = await connection.stream(
        `select client, municipality, cast(age_years as double) as age, probability_h1 as h1, probability_h2 as h2,
           coalesce(sources_used, '') as sources
         from ${this.#scores} order by client`,
      );
      for await (const rows of result.yieldRowObjectJs()) {
        yield (rows as unknown as CountedRow[]).map(({ client, municipality, age, h1, h2, sources }) => ({
          client,
          municipality,
          ageYears: age,
          probability: [h1, h2] as const,
          sourcesUsed: sources,
        }));
      }
    } finally {
      close();
    }
  }

  async curvesOf(clients: readonly string[], features: readonly FeatureId[]): Promise<ClientCurves> {
    return withClientMonthEngine(this.#limits, (connection) =>
      readScoreCurves(connection, this.#scores, clients, features),
    );
  }

  /** The score of one person, by pseudonym; undefined where there is none. */
  async find(client: string): Promise<ExplainedScore | undefined> {
    const sql = `select ${explainedColumns} from ${this.#scores} where client = ?`;
    const [row] = await withClientMonthEngine(this.#limits, async (connection) =>
      (await connection.runAndReadAll(sql, [client])).getRowObjectsJS(),
    );
    return row && Explained.parse(row);
  }

  async explained(clients: readonly string[]): Promise<readonly ExplainedScore[]> {
    if (clients.length === 0) return [];
    const sql = `select ${explainedColumns} from ${this.#scores} where client in (select unnest(?))`;
    const rows = await withClientMonthEngine(this.#limits, async (connection) =>
      (await connection.runAndReadAll(sql, [listValue([...clients])])).getRowObjectsJS(),
    );
    const byClient = new Map(rows.map((row) => [row.client, Explained.parse(row)]));
    return clients.map((client) => {
      const score = byClient.get(client);
      if (!score) throw new Error('scores: a ranked client has no score');
      return score;
    });
  }
}

interface CountedRow {
  readonly client: string;
  readonly municipality: string;
  readonly age: number;
  readonly h1: number;
  readonly h2: number;
  readonly sources: string;
}

/** The filter as SQL and the values bound to its question marks. A full age of 84 lasts until the 85th birthday. */
function conditionOf({ municipalities, fromAgeYears, toAgeYears }: ScoreFilter) {
  const bounds: [string, DuckDBValue | undefined][] = [
    ['municipality in (select unnest(?))', municipalities && listValue([...municipalities])],
    ['age_years >= ?', fromAgeYears],
    ['age_years < ?', toAgeYears === undefined ? undefined : toAgeYears + 1],
  ];
  const given = bounds.filter((bound): bound is [string, DuckDBValue] => bound[1] !== undefined);
  return {
    where: given.map(([condition]) => condition).join(' and ') || 'true',
    values: given.map(([, value]) => value),
  };
}

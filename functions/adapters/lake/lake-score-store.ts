import { columnsOf } from '../../../data-contracts/schemas/made-columns.ts';
import { FeatureValues, RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClientCurves, PlanningScores } from '../../core/ports/planning-scores.ts';
import type { Publication, PublicationStore } from '../../core/ports/publication-store.ts';
import type {
  CountedClient,
  Dweller,
  ExplainedScore,
  PeopleInCell,
  RankedClient,
  ScoreFilter,
  ScoreSet,
  ScoreStore,
} from '../../core/ports/score-store.ts';
import { PublishedByEarlierVersion, requireCurrent } from '../../core/require-current.ts';
import { readSql } from '../sql-texts.ts';
import { CurveRows } from './curve-rows.ts';
import { allRows, type LakeEngine, type LakeQuery, type Relation, type SqlRow } from './lake-engine.ts';

const Explained = RiskScore.omit({ curve: true });
const explainedColumns = Object.keys(Explained.shape).join(', ');

/** Columns of a file of scores, with their types. */
export const scoreColumns = columnsOf(RiskScore);

/** Rows the gate is asked about at once: each batch asks the ledger once. */
const rankedBatchRows = 2_000;
const planningBatchRows = 20_480;

/** A programme's published scores in the lake. It stays with the publication it was opened on. */
export class LakeScoreStore implements ScoreStore, PlanningScores {
  readonly #publication: Publication;
  readonly #relation: Relation;
  readonly #engine: LakeEngine;

  constructor({ publication, relation }: PublishedScores, engine: LakeEngine) {
    this.#publication = publication;
    this.#relation = relation;
    this.#engine = engine;
  }

  /** @throws PublishedByEarlierVersion whose reasons were of another kind */
  async describe(): Promise<ScoreSet> {
    const { origin, summary, station } = this.#publication;
    const told = summary as Omit<ScoreSet, 'origin'>;
    const { modelVersion, landmarkOn, averageProbability, typicalByAge, clearContributions } = told;
    if (!typicalByAge) throw new PublishedByEarlierVersion(station);
    return {
      origin,
      modelVersion,
      landmarkOn,
      averageProbability,
      typicalByAge,
      clearContributions: clearContributions ?? null,
      monitoring: told.monitoring,
      withheldFromScoring: told.withheldFromScoring,
      serviceStatusRules: told.serviceStatusRules,
    };
  }

  async cells(without: Parameters<ScoreStore['cells']>[0]): Promise<readonly PeopleInCell[]> {
    const stretches = without.map((stretch) => stretch.join(':')).join(',') || null;
    const rows = await allRows(this.#engine, this.#query('people-by-cell', [stretches], {}));
    return rows.map((row) => ({ ...dwellerIn(row), clients: Number(row.clients) }));
  }

  async *likeliestFirst(filter: ScoreFilter, horizon: 'h1' | 'h2'): AsyncGenerator<RankedClient[]> {
    const columns = `client, ${dweller}, probability_${horizon} as probability, sources_used`;
    const rows = this.#engine.rows(this.#fitting(filter, { columns, orderBy: 'probability desc, client' }));
    yield* inBatches(rows, rankedBatchRows, rankedIn);
  }

  async *inOrderOfClient(filter: ScoreFilter): AsyncGenerator<RankedClient[]> {
    const columns = `client, ${dweller}, probability_h2 as probability, sources_used`;
    const rows = this.#engine.rows(this.#fitting(filter, { columns, orderBy: 'client' }));
    yield* inBatches(rows, planningBatchRows, rankedIn);
  }

  async *counted(): AsyncGenerator<CountedClient[]> {
    yield* inBatches(this.#engine.rows(this.#fitting({}, { orderBy: 'client' })), rankedBatchRows, countedIn);
  }

  /** The score of one person, by pseudonym; undefined where there is none. */
  async find(client: string): Promise<ExplainedScore | undefined> {
    const [row] = await this.#rowsOf([client], explainedColumns);
    return row && Explained.parse(row);
  }

  async explained(clients: readonly string[]): Promise<readonly (ExplainedScore | undefined)[]> {
    const rows = await this.#rowsOf(clients, explainedColumns);
    const byClient = new Map(rows.map((row) => [row.client, Explained.parse(row)]));
    return clients.map((client) => byClient.get(client));
  }

  async curvesOf(clients: readonly string[], features: readonly FeatureId[]): Promise<ClientCurves> {
    const taken = new CurveRows(clients, ['score_age', ...features]);
    const rows = await this.#rowsOf(clients, 'client, municipality, curve, age_years, feature_values');
    const place = new Map(clients.map((client, at) => [client, at]));
    rows.sort((one, other) => place.get(one.client as string)! - place.get(other.client as string)!);
    const texts = (column: string) => rows.map((row) => row[column] as string);
    const values = rows.map((row) => FeatureValues.parse(JSON.parse(row.feature_values as string)));
    const numbers = Object.fromEntries(
      features.map((feature) => [
        feature,
        Float64Array.from(values, (value) => value[feature] ?? Number.NaN),
      ]),
    );
    taken.take(
      { client: texts('client'), municipality: texts('municipality'), curve: texts('curve') },
      { ...numbers, score_age: Float64Array.from(rows, (row) => row.age_years as number) },
      rows.length,
    );
    return taken.finish();
  }

  async #rowsOf(clients: readonly string[], columns: string): Promise<SqlRow[]> {
    const rows: SqlRow[] = [];
    for (let from = 0; from < clients.length; from += this.#engine.clientsPerQuery) {
      const asked = clients.slice(from, from + this.#engine.clientsPerQuery).join(',');
      rows.push(...(await allRows(this.#engine, this.#query('scores-of-clients', [asked], { columns }))));
    }
    return rows;
  }

  #fitting(
    { municipalities, fromAgeYears, toAgeYears, serviceStatuses, livesAlone }: ScoreFilter,
    shape: Pick<LakeQuery, 'columns' | 'orderBy'>,
  ): LakeQuery {
    const values = [
      municipalities?.join(',') ?? null,
      fromAgeYears ?? null,
      toAgeYears ?? null,
      serviceStatuses?.join(',') ?? null,
      livesAlone ?? null,
    ];
    return this.#query('fitting-scores', values, shape);
  }

  #query(
    name: string,
    values: LakeQuery['values'],
    shape: Pick<LakeQuery, 'columns' | 'orderBy'>,
  ): LakeQuery {
    const { fingerprint } = this.#publication;
    return {
      name,
      text: readSql(`reads/${name}`),
      values,
      relations: [this.#relation],
      fingerprint,
      ...shape,
    };
  }
}

/** A programme's current scores, and what SQL is to read of them. */
export interface PublishedScores {
  readonly publication: Publication;
  readonly relation: Relation;
}

/** @throws NothingPublished when the programme has not been scored */
export async function publishedScores(
  publications: PublicationStore,
  programme: string,
): Promise<PublishedScores> {
  const publication = await requireCurrent(publications, `scores/${programme}`);
  const { station, run, files } = publication;
  const tables = files.filter(({ name }) => name.endsWith('.parquet'));
  const locations = await Promise.all(tables.map(({ name }) => publications.location(station, run, name)));
  return {
    publication,
    relation: { name: 'scores', columns: scoreColumns, locations, partition: { programme, run } },
  };
}

/** The columns of a `Dweller`. */
const dweller = 'municipality, age_years, service_status, lives_alone';

const dwellerIn = (row: SqlRow): Dweller => ({
  municipality: row.municipality as string,
  ageYears: Number(row.age_years),
  serviceStatus: row.service_status as Dweller['serviceStatus'],
  livesAlone: row.lives_alone as Dweller['livesAlone'],
});

const rankedIn = (row: SqlRow): RankedClient => ({
  ...dwellerIn(row),
  client: row.client as string,
  probability: row.probability as number,
  sourcesUsed: row.sources_used as string,
});

const countedIn = (row: SqlRow): CountedClient => ({
  ...dwellerIn(row),
  client: row.client as string,
  probability: [row.probability_h1 as number, row.probability_h2 as number],
  sourcesUsed: row.sources_used as string,
});

/** Rows as values, at least so many at a time but for the last. */
async function* inBatches<Value>(
  batches: AsyncIterable<readonly SqlRow[]>,
  leastRows: number,
  valueIn: (row: SqlRow) => Value,
): AsyncGenerator<Value[]> {
  let batch: Value[] = [];
  for await (const rows of batches) {
    batch = batch.concat(rows.map(valueIn));
    if (batch.length < leastRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import type { RiskCurve } from '../../../data-contracts/schemas/risk-score.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClientCurves } from '../../core/ports/planning-scores.ts';
import { columnBatches } from './column-batches.ts';

/**
 * Reads curves and feature values of some clients from a table of scores sorted by client, as are the clients:
 * the bounds let the engine skip row groups.
 */
export async function readScoreCurves(
  connection: DuckDBConnection,
  scores: string,
  clients: readonly string[],
  features: readonly FeatureId[],
): Promise<ClientCurves> {
  const columns = ['score_age', ...features];
  const taken = new CurveRows(clients, columns);
  if (clients.length === 0) return taken.finish();
  const paths = features.map((feature) => `'$.${feature}'`).join(', ');
  const values = features.map((feature, at) => `cast(found[${at + 1}] as double) as ${feature}`);
  const found = features.length > 0 ? `json_extract(feature_values, [${paths}])` : 'null';
  const result = await connection.stream(
    `with asked as materialized (
       select client, municipality, curve, age_years as score_age, ${found} as found
       from ${scores} where client between ? and ? and client in (select unnest(?))
     )
     select ${['client', 'municipality', 'curve', 'score_age', ...values].join(', ')}
     from asked order by client`,
    [clients[0]!, clients.at(-1)!, listValue([...clients])],
  );
  for await (const batch of columnBatches(result, ['client', 'municipality', 'curve'], columns, 8192)) {
    taken.take(batch.texts, batch.numbers, batch.rows);
  }
  return taken.finish();
}

/** Rows as they come, put where the asked clients are. */
class CurveRows {
  readonly #clients: readonly string[];
  readonly #municipality: string[] = [];
  readonly #values: Record<string, Float64Array>;
  #ends: number[] = [];
  #outcomeMass = new Float32Array();
  #competingMass = new Float32Array();

  constructor(clients: readonly string[], columns: readonly string[]) {
    this.#clients = clients;
    this.#values = Object.fromEntries(columns.map((name) => [name, new Float64Array(clients.length)]));
  }

  take(texts: Record<string, string[]>, numbers: Record<string, Float64Array>, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const at = this.#municipality.length;
      if (texts.client![row] !== this.#clients[at]) throw new Error('scores: a released client has no score');
      this.#municipality.push(texts.municipality![row]!);
      for (const [name, target] of Object.entries(this.#values)) target[at] = numbers[name]![row]!;
      this.#takeCurve(at, JSON.parse(texts.curve![row]!));
    }
  }

  #takeCurve(at: number, { ends, outcome, competing }: RiskCurve): void {
    if (this.#ends.length === 0) {
      this.#ends = ends;
      this.#outcomeMass = new Float32Array(this.#clients.length * ends.length);
      this.#competingMass = new Float32Array(this.#clients.length * ends.length);
    }
    if (ends.length !== this.#ends.length || ends.some((end, interval) => end !== this.#ends[interval])) {
      throw new Error('scores: the curves’ intervals differ');
    }
    if (outcome.length !== ends.length || competing.length !== ends.length) {
      throw new Error('scores: a curve is not as long as its intervals');
    }
    const from = at * ends.length;
    for (let interval = 0; interval < ends.length; interval++) {
      this.#outcomeMass[from + interval] = outcome[interval]! - (outcome[interval - 1] ?? 0);
      this.#competingMass[from + interval] = competing[interval]! - (competing[interval - 1] ?? 0);
    }
  }

  finish(): ClientCurves {
    if (this.#municipality.length !== this.#clients.length) {
      throw new Error('scores: a released client has no score');
    }
    const { score_age: ageYears = new Float64Array(), ...values } = this.#values;
    return {
      ends: this.#ends,
      outcomeMass: this.#outcomeMass,
      competingMass: this.#competingMass,
      ageYears,
      municipality: this.#municipality,
      values,
    };
  }
}

import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClientCurves } from '../../core/ports/planning-scores.ts';
import { CurveRows } from '../lake/curve-rows.ts';
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

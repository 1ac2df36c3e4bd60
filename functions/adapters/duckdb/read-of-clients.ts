import { listValue } from '@duckdb/node-api';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { LakeSummary, lakeFileName, lakeStation } from '../../core/ingest/lake-manifest.ts';
import type { PublicationStore } from '../../core/ports/publication-store.ts';
import { requireCurrent } from '../../core/require-current.ts';
import { type EngineLimits, withClientMonthEngine } from './client-month-engine.ts';
import { nameLakeTables } from './client-month-tables.ts';

/**
 * Runs a query on the lake's current tables about some clients, and gives its rows by client: an empty list
 * for someone of whom there are none.
 * @param sql has one question mark, the list of clients, and a column `client`; absent values come as null
 */
export async function readOfClients<Row>(
  publications: PublicationStore,
  limits: EngineLimits,
  sql: string,
  clients: readonly string[],
): Promise<ReadonlyMap<string, Row[]>> {
  if (clients.length === 0) return new Map();
  const locations = await lakeLocations(publications);
  const rows = await withClientMonthEngine(limits, async (connection) => {
    await nameLakeTables(connection, (table) => locations.get(table) ?? []);
    return (await connection.runAndReadAll(sql, [listValue([...clients])])).getRowObjectsJS();
  });
  const byClient = new Map<string, Row[]>(clients.map((client) => [client, []]));
  for (const { client, ...row } of rows) byClient.get(client as string)?.push(row as Row);
  return byClient;
}

async function lakeLocations(publications: PublicationStore): Promise<Map<TableName, string[]>> {
  const { station, run, summary } = await requireCurrent(publications, lakeStation);
  const locations = new Map<TableName, string[]>();
  for (const file of LakeSummary.parse(summary).files) {
    if (file.accepted === 0) continue;
    const location = await publications.location(station, run, lakeFileName(file));
    locations.set(file.table, [...(locations.get(file.table) ?? []), location]);
  }
  return locations;
}

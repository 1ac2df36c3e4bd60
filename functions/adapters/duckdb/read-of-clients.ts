import { listValue } from '@duckdb/node-api';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { LakeSummary, lakeFileName, lakeStation } from '../../core/ingest/lake-manifest.ts';
import type { Publication, PublicationStore } from '../../core/ports/publication-store.ts';
import { requireCurrent } from '../../core/require-current.ts';
import { type EngineLimits, withClientMonthEngine } from './client-month-engine.ts';
import { nameLakeTables } from './client-month-tables.ts';

/** At most so many people are remembered. */
const rememberedPeople = 20_000;

/**
 * A query on the lake's current tables about some clients, its rows by client: an empty list for someone of whom
 * there are none. What was read is remembered until other tables are published, so that somebody may be asked
 * about again and again, as the release gate does.
 */
export class ReadOfClients<Row> {
  readonly #publications: PublicationStore;
  readonly #limits: EngineLimits;
  readonly #sql: string;
  #remembered = { fingerprint: '', rows: new Map<string, readonly Row[]>() };

  /** @param sql has one question mark, the list of clients, and a column `client`; absent values come as null */
  constructor(publications: PublicationStore, limits: EngineLimits, sql: string) {
    this.#publications = publications;
    this.#limits = limits;
    this.#sql = sql;
  }

  async rowsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
    if (clients.length === 0) return new Map();
    const tables = await requireCurrent(this.#publications, lakeStation);
    const remembered = this.#rememberedOf(tables);
    const answer = new Map(clients.map((client) => [client, remembered.get(client)]));
    const unknown = clients.filter((client) => answer.get(client) === undefined);
    if (unknown.length > 0) {
      for (const [client, rows] of await this.#read(tables, unknown)) {
        answer.set(client, rows);
        if (remembered.size < rememberedPeople) remembered.set(client, rows);
      }
    }
    return answer as Map<string, readonly Row[]>;
  }

  #rememberedOf({ fingerprint }: Publication): Map<string, readonly Row[]> {
    const isFull = this.#remembered.rows.size >= rememberedPeople;
    if (isFull || this.#remembered.fingerprint !== fingerprint)
      this.#remembered = { fingerprint, rows: new Map() };
    return this.#remembered.rows;
  }

  async #read(tables: Publication, clients: readonly string[]): Promise<Map<string, Row[]>> {
    const locations = await lakeLocations(this.#publications, tables);
    const rows = await withClientMonthEngine(this.#limits, async (connection) => {
      await nameLakeTables(connection, (table) => locations.get(table) ?? []);
      return (await connection.runAndReadAll(this.#sql, [listValue([...clients])])).getRowObjectsJS();
    });
    const byClient = new Map<string, Row[]>(clients.map((client) => [client, []]));
    for (const { client, ...row } of rows) byClient.get(client as string)?.push(row as Row);
    return byClient;
  }
}

async function lakeLocations(
  publications: PublicationStore,
  { station, run, summary }: Publication,
): Promise<Map<TableName, string[]>> {
  const locations = new Map<TableName, string[]>();
  for (const file of LakeSummary.parse(summary).files) {
    if (file.accepted === 0) continue;
    const location = await publications.location(station, run, lakeFileName(file));
    locations.set(file.table, [...(locations.get(file.table) ?? []), location]);
  }
  return locations;
}

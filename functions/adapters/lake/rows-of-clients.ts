import type { TableName } from '../../../data-contracts/schemas/tables.ts';
import { JoinedPeopleInLake } from '../../core/ingest/joined-people-in.ts';
import { lakeStation } from '../../core/ingest/lake-manifest.ts';
import type { Publication, PublicationStore } from '../../core/ports/publication-store.ts';
import { requireCurrent } from '../../core/require-current.ts';
import type { LakeEngine, SqlRow } from './lake-engine.ts';
import { publishedTable } from './published-tables.ts';

/** At most so many people are remembered. */
const rememberedPeople = 20_000;

/**
 * A query on a current table of the lake about some clients, its rows by client: an empty list for someone of
 * whom there are none; who is asked for by a former pseudonym has the person's. What was read is remembered until other tables are published, so that somebody may be
 * asked about again and again, as the release gate does.
 */
export class RowsOfClients {
  readonly #publications: PublicationStore;
  readonly #engine: LakeEngine;
  readonly #people: JoinedPeopleInLake;
  readonly #query: { readonly name: string; readonly text: string; readonly table: TableName };
  #remembered = { fingerprint: '', rows: new Map<string, readonly SqlRow[]>() };

  /** @param query has one question mark, the clients joined by commas, and a column `client` */
  constructor(
    publications: PublicationStore,
    engine: LakeEngine,
    query: { readonly name: string; readonly text: string; readonly table: TableName },
  ) {
    this.#publications = publications;
    this.#engine = engine;
    this.#people = new JoinedPeopleInLake(publications);
    this.#query = query;
  }

  async rowsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly SqlRow[]>> {
    if (clients.length === 0) return new Map();
    const tables = await requireCurrent(this.#publications, lakeStation);
    const people = await this.#people.of(tables);
    const remembered = this.#rememberedOf(tables);
    const answer = new Map(
      clients.map((client) => people.personOf(client)).map((client) => [client, remembered.get(client)]),
    );
    const unknown = [...answer.keys()].filter((client) => answer.get(client) === undefined);
    for (let from = 0; from < unknown.length; from += this.#engine.clientsPerQuery) {
      const some = unknown.slice(from, from + this.#engine.clientsPerQuery);
      for (const [client, rows] of await this.#read(tables, some)) {
        answer.set(client, rows);
        if (remembered.size < rememberedPeople) remembered.set(client, rows);
      }
    }
    return new Map(clients.map((client) => [client, answer.get(people.personOf(client))!]));
  }

  #rememberedOf({ fingerprint }: Publication): Map<string, readonly SqlRow[]> {
    const isFull = this.#remembered.rows.size >= rememberedPeople;
    if (isFull || this.#remembered.fingerprint !== fingerprint)
      this.#remembered = { fingerprint, rows: new Map() };
    return this.#remembered.rows;
  }

  async #read(tables: Publication, clients: readonly string[]): Promise<Map<string, SqlRow[]>> {
    const { name, text, table } = this.#query;
    const relations = [await publishedTable(this.#publications, tables, table)];
    const { fingerprint } = tables;
    const byClient = new Map<string, SqlRow[]>(clients.map((client) => [client, []]));
    const values = [clients.join(',')];
    for await (const rows of this.#engine.rows({ name, text, values, relations, fingerprint }))
      for (const row of rows) byClient.get(row.client as string)?.push(row);
    return byClient;
  }
}

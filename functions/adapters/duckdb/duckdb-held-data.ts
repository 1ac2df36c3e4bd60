import { lakeColumnOf, lakeTableOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { type TableName, tableNames, tables } from '../../../data-contracts/schemas/tables.ts';
import type { HeldData, HeldRow, HeldScore } from '../../core/ports/held-data.ts';
import type { PublicationStore } from '../../core/ports/publication-store.ts';
import type { EngineLimits } from './client-month-engine.ts';
import { DuckDbScoreStore } from './duckdb-score-store.ts';
import { ReadOfClients } from './read-of-clients.ts';

/** What the lake and the programmes' scores hold of one person, read by DuckDB. */
export class DuckDbHeldData implements HeldData {
  readonly #publications: PublicationStore;
  readonly #limits: EngineLimits;
  readonly #programmes: readonly string[];

  constructor(publications: PublicationStore, limits: EngineLimits, programmes: readonly string[]) {
    this.#publications = publications;
    this.#limits = limits;
    this.#programmes = programmes;
  }

  async rowsOf(client: string): Promise<ReadonlyMap<TableName, readonly HeldRow[]>> {
    const held = new Map<TableName, readonly HeldRow[]>();
    for (const table of tableNames) {
      const columns = [...Object.keys(tables[table].columns).map(lakeColumnOf), 'delivery'];
      const selected = columns.map((column) => `cast(${column} as varchar) as ${column}`);
      const sql = `select client, ${selected.join(', ')} from ${lakeTableOf(table)}
        where client in (select unnest(?)) order by delivery, line`;
      const read = new ReadOfClients<HeldRow>(this.#publications, this.#limits, sql);
      const rows = (await read.rowsOf([client])).get(client) ?? [];
      if (rows.length > 0) held.set(table, rows);
    }
    return held;
  }

  async scoresOf(client: string): Promise<readonly HeldScore[]> {
    const held: HeldScore[] = [];
    for (const programme of this.#programmes) {
      if (!(await this.#publications.current(`scores/${programme}`))) continue;
      const store = await DuckDbScoreStore.open(this.#publications, programme, this.#limits);
      const score = await store.find(client);
      if (score) held.push({ programme, scoreSet: await store.describe(), score });
    }
    return held;
  }
}

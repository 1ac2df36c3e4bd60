import { lakeColumnOf, lakeTableOf } from '../../../data-contracts/schemas/lake-columns.ts';
import {
  type TableContract,
  type TableName,
  tableNames,
  tables,
} from '../../../data-contracts/schemas/tables.ts';
import { hiddenDemandStation } from '../../core/hidden-demand/find-hidden-demand.ts';
import { deliveryNameOf } from '../../core/ingest/delivery-order.ts';
import { joinedPeopleOf } from '../../core/ingest/joined-people-in.ts';
import { lakeStation } from '../../core/ingest/lake-manifest.ts';
import type { HeldData, HeldHiddenDemand, HeldRow, HeldScore } from '../../core/ports/held-data.ts';
import type { PublicationStore } from '../../core/ports/publication-store.ts';
import type { ExplainedScore, ScoreStore } from '../../core/ports/score-store.ts';
import { requireCurrent } from '../../core/require-current.ts';
import { allRows, type LakeEngine, type SqlRow } from './lake-engine.ts';
import { LakeHiddenDemandStore } from './lake-hidden-demand-store.ts';
import { publishedTable } from './published-tables.ts';

/** A programme’s scores, of which one person’s can be looked up. */
export interface FindableScores extends Pick<ScoreStore, 'describe'> {
  find(client: string): Promise<ExplainedScore | undefined>;
}

/** What the lake and the programmes' scores hold of one person. */
export class LakeHeldData implements HeldData {
  readonly #publications: PublicationStore;
  readonly #engine: LakeEngine;
  readonly #programmes: readonly string[];
  readonly #openScores: (programme: string) => Promise<FindableScores>;

  constructor(
    publications: PublicationStore,
    engine: LakeEngine,
    programmes: readonly string[],
    openScores: (programme: string) => Promise<FindableScores>,
  ) {
    this.#publications = publications;
    this.#engine = engine;
    this.#programmes = programmes;
    this.#openScores = openScores;
  }

  async rowsOf(client: string): Promise<ReadonlyMap<TableName, readonly HeldRow[]>> {
    const current = await requireCurrent(this.#publications, lakeStation);
    const pseudonyms = (await joinedPeopleOf(this.#publications, current)).pseudonymsOf(client);
    const held = new Map<TableName, readonly HeldRow[]>();
    for (const table of tableNames) {
      const { columns: fields, otherPeople = [] }: TableContract = tables[table];
      const told = Object.keys(fields).filter((field) => !otherPeople.includes(field));
      const columns = [...told.map(lakeColumnOf), 'delivery'];
      const texts = columns.map((column) => `cast(${column} as varchar) as ${column}`);
      const rows = await allRows(this.#engine, {
        name: `held ${table}`,
        text: `select ${texts.join(', ')}, line from ${lakeTableOf(table)} where client in (${pseudonyms.map(() => '?').join(', ')})`,
        values: pseudonyms,
        relations: [await publishedTable(this.#publications, current, table)],
        columns: columns.join(', '),
        orderBy: 'delivery, line',
        fingerprint: current.fingerprint,
      });
      if (rows.length > 0) held.set(table, rows.map(heldRow));
    }
    return held;
  }

  async scoresOf(asked: string): Promise<readonly HeldScore[]> {
    const client = await this.#personOf(asked);
    const held: HeldScore[] = [];
    for (const programme of this.#programmes) {
      if (!(await this.#publications.current(`scores/${programme}`))) continue;
      const store = await this.#openScores(programme);
      const score = await store.find(client);
      if (score) held.push({ programme, scoreSet: await store.describe(), score });
    }
    return held;
  }

  async hiddenDemandOf(asked: string): Promise<readonly HeldHiddenDemand[]> {
    const client = await this.#personOf(asked);
    const held: HeldHiddenDemand[] = [];
    for (const programme of this.#programmes) {
      if (!(await this.#publications.current(hiddenDemandStation({ id: programme })))) continue;
      const store = await LakeHiddenDemandStore.open(this.#publications, programme, this.#engine);
      const [row] = await store.explained([client]);
      if (row) held.push({ programme, set: await store.describe(), row });
    }
    return held;
  }

  async #personOf(client: string): Promise<string> {
    const lake = await this.#publications.current(lakeStation);
    return (await joinedPeopleOf(this.#publications, lake)).personOf(client);
  }
}

const heldRow = (row: SqlRow): HeldRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value === null ? null : heldText(column, String(value)),
    ]),
  );

const heldText = (column: string, text: string) =>
  column === 'delivery' ? deliveryNameOf(text) : shortInstant(text);

/** Engines show an instant with more or fewer zeros at its end. */
const shortInstant = (text: string) =>
  text.replace(/^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(\.\d+)$/, (_, second: string, decimals: string) =>
    second.concat(decimals.replace(/\.?0+$/, '')),
  );

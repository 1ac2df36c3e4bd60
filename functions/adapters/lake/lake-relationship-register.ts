import { lakeStation } from '../../core/ingest/lake-manifest.ts';
import type { PublicationStore } from '../../core/ports/publication-store.ts';
import type { RelationshipRegister, UnitRelationship } from '../../core/ports/relationship-register.ts';
import type { UnitRegister } from '../../core/ports/unit-register.ts';
import { requireCurrent } from '../../core/require-current.ts';
import { readSql } from '../sql-texts.ts';
import { allRows, type LakeEngine, type SqlRow } from './lake-engine.ts';
import { publishedTable } from './published-tables.ts';
import { RowsOfClients } from './rows-of-clients.ts';

const table = 'client-relationships';

/** Client and care relationships in the lake. */
export class LakeRelationshipRegister implements RelationshipRegister, UnitRegister {
  readonly #publications: PublicationStore;
  readonly #engine: LakeEngine;
  readonly #relationships: RowsOfClients;

  constructor(publications: PublicationStore, engine: LakeEngine) {
    this.#publications = publications;
    this.#engine = engine;
    const name = 'relationships-of-clients';
    this.#relationships = new RowsOfClients(publications, engine, {
      name,
      text: readSql(`reads/${name}`),
      table,
    });
  }

  async relationshipsOf(
    clients: readonly string[],
  ): Promise<ReadonlyMap<string, readonly UnitRelationship[]>> {
    const rows = await this.#relationships.rowsOf(clients);
    return new Map([...rows].map(([client, stored]) => [client, stored.map(relationshipIn)]));
  }

  async unitsOn(day: string): Promise<readonly string[]> {
    const tables = await requireCurrent(this.#publications, lakeStation);
    const name = 'units-on-day';
    const rows = await allRows(this.#engine, {
      name,
      text: readSql(`reads/${name}`),
      values: [day],
      relations: [await publishedTable(this.#publications, tables, table)],
      fingerprint: tables.fingerprint,
    });
    return rows.map(({ unit }) => unit as string).sort();
  }
}

function relationshipIn(row: SqlRow): UnitRelationship {
  const [unit, startedOn, recordedOn] = [row.unit, row.started_on, row.recorded_on] as [
    string,
    string,
    string,
  ];
  const relationship = { unit, startedOn, recordedOn };
  return row.ended_on === null ? relationship : { ...relationship, endedOn: row.ended_on as string };
}

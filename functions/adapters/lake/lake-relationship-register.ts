import type { PublicationStore } from '../../core/ports/publication-store.ts';
import type { RelationshipRegister, UnitRelationship } from '../../core/ports/relationship-register.ts';
import { readSql } from '../sql-texts.ts';
import type { LakeEngine, SqlRow } from './lake-engine.ts';
import { RowsOfClients } from './rows-of-clients.ts';

/** Client and care relationships in the lake. */
export class LakeRelationshipRegister implements RelationshipRegister {
  readonly #relationships: RowsOfClients;

  constructor(publications: PublicationStore, engine: LakeEngine) {
    const name = 'relationships-of-clients';
    this.#relationships = new RowsOfClients(publications, engine, {
      name,
      text: readSql(`reads/${name}`),
      table: 'client-relationships',
    });
  }

  async relationshipsOf(
    clients: readonly string[],
  ): Promise<ReadonlyMap<string, readonly UnitRelationship[]>> {
    const rows = await this.#relationships.rowsOf(clients);
    return new Map([...rows].map(([client, stored]) => [client, stored.map(relationshipIn)]));
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

import type { PublicationStore } from '../../core/ports/publication-store.ts';
import type { RelationshipRegister, UnitRelationship } from '../../core/ports/relationship-register.ts';
import type { EngineLimits } from './client-month-engine.ts';
import { ReadOfClients } from './read-of-clients.ts';

/** The latest version of each relationship: a delivery that gives an end replaces the one that had none. */
const relationshipsSql = `
  with latest_versions as (
    select * from client_relationships
    qualify row_number() over (
      partition by relationship_id order by recorded_on desc, delivery desc, line desc) = 1
  )
  select client, unit, cast(started_on as varchar) as "startedOn", cast(ended_on as varchar) as "endedOn",
    cast(recorded_on as varchar) as "recordedOn"
  from latest_versions where client in (select unnest(?))`;

type StoredRelationship = Omit<UnitRelationship, 'endedOn'> & { readonly endedOn: string | null };

/** Client and care relationships in the lake, read by DuckDB. */
export class DuckDbRelationshipRegister implements RelationshipRegister {
  readonly #read: ReadOfClients<StoredRelationship>;

  constructor(publications: PublicationStore, limits: EngineLimits) {
    this.#read = new ReadOfClients(publications, limits, relationshipsSql);
  }

  async relationshipsOf(clients: readonly string[]) {
    const rows = await this.#read.rowsOf(clients);
    return new Map(
      [...rows].map(([client, stored]): [string, UnitRelationship[]] => [
        client,
        stored.map(({ endedOn, ...rest }) => (endedOn === null ? rest : { ...rest, endedOn })),
      ]),
    );
  }
}

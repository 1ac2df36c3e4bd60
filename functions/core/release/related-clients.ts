import type { RelationshipRegister, UnitRelationship } from '../ports/relationship-register.ts';
import { dayInFinland } from './instant-order.ts';

/** A person's relationships that are in force on the day of an instant and known by then. */
export function relationshipsInForce(
  relationships: readonly UnitRelationship[],
  instant: string,
): UnitRelationship[] {
  const day = dayInFinland(instant);
  return relationships.filter(
    ({ startedOn, endedOn, recordedOn }) =>
      startedOn <= day && recordedOn <= day && (endedOn === undefined || day <= endedOn),
  );
}

/** Those of the clients to whom the unit has a relationship in force that day; somebody unknown is not one. */
export async function relatedClients(
  register: RelationshipRegister,
  clients: readonly string[],
  unit: string,
  instant: string,
): Promise<ReadonlySet<string>> {
  const known = await register.relationshipsOf(clients);
  const isRelated = (client: string) =>
    relationshipsInForce(known.get(client) ?? [], instant).some((one) => one.unit === unit);
  return new Set(clients.filter(isRelated));
}

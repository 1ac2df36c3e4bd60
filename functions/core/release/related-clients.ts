import type { RelationshipRegister, UnitRelationship } from '../ports/relationship-register.ts';
import { dayInFinland } from './instant-order.ts';

/** Whether one of a person's relationships is the unit's, in force on the day of the instant and known by then. */
export function isRelated(
  relationships: readonly UnitRelationship[],
  unit: string,
  instant: string,
): boolean {
  const day = dayInFinland(instant);
  return relationships.some(
    ({ unit: of, startedOn, endedOn, recordedOn }) =>
      of === unit && startedOn <= day && recordedOn <= day && (endedOn === undefined || day <= endedOn),
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
  return new Set(clients.filter((client) => isRelated(known.get(client) ?? [], unit, instant)));
}

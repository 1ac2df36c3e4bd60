import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UnitName } from '../../../data-contracts/schemas/unit-name.ts';
import { unitNamesFrom } from '../../../data-contracts/vocabularies/unit-names.ts';
import type { UnitRegister } from '../ports/unit-register.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { dayInFinland } from '../release/instant-order.ts';

export interface UnitPorts extends AccessPorts {
  readonly units: UnitRegister;
  /** The county's own names, read anew at each question. */
  readonly unitNames: () => Promise<readonly UnitName[]>;
}

/** A unit that a list can be made for, as it is called in one language. */
export interface NamedUnit {
  readonly unit: string;
  readonly name: string;
}

/**
 * The units that have clients today, for whoever may make lists for them. A unit that neither the county nor the
 * simulated county has a name for is called by its id.
 * @throws AccessRefused
 */
export async function namedUnits(
  ports: UnitPorts,
  requester: Requester,
  language: Language,
): Promise<NamedUnit[]> {
  await accessInLog(ports, requester, 'make-outreach-list');
  const ids = await ports.units.unitsOn(dayInFinland(ports.clock.now()));
  const nameOf = unitNamesFrom(await ports.unitNames());
  return ids.map((unit) => ({ unit, name: nameOf(unit, language) }));
}

/** What one unit is called, likewise. */
export const unitNameFrom =
  (unitNames: UnitPorts['unitNames']) =>
  async (unit: string, language: Language): Promise<string> =>
    unitNamesFrom(await unitNames())(unit, language);

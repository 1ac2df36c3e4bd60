import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UnitName } from '../../../data-contracts/schemas/unit-name.ts';
import { simulatedUnitName } from '../../../data-contracts/vocabularies/unit-names.ts';
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
  const own = new Map((await ports.unitNames()).map(({ unit, name }) => [unit, name]));
  return ids.map((unit) => ({ unit, name: nameOfUnit(own.get(unit), unit, language) }));
}

/** What one unit is called, as above. */
export const unitNameFrom =
  (unitNames: UnitPorts['unitNames']) =>
  async (unit: string, language: Language): Promise<string> =>
    nameOfUnit((await unitNames()).find((one) => one.unit === unit)?.name, unit, language);

const nameOfUnit = (own: UnitName['name'] | undefined, unit: string, language: Language) =>
  (own ?? simulatedUnitName(unit))?.[language] ?? unit;

import type { Language } from '../schemas/fields.ts';
import type { UnitName } from '../schemas/unit-name.ts';
import { ostrobothnia } from './municipalities.ts';

/** Kinds of units in the simulated county, one of each to a municipality: `client-guidance-905`. */
export const unitKinds = {
  'client-guidance': { fi: 'Asiakasohjaus', sv: 'Klienthandledning', en: 'Client guidance' },
  'health-centre': { fi: 'Terveysasema', sv: 'Hälsostation', en: 'Health centre' },
  'home-care': { fi: 'Kotihoito', sv: 'Hemvård', en: 'Home care' },
} as const;

/** Units of those who plan, watch and look after the service, by the ids that local commands go by. */
const staffUnits = {
  'elderly-services': { fi: 'Iäkkäiden palvelut', sv: 'Tjänster för äldre', en: 'Services for older people' },
  'knowledge-management': {
    fi: 'Tiedolla johtaminen',
    sv: 'Kunskapsbaserad ledning',
    en: 'Knowledge management',
  },
  'data-protection': { fi: 'Tietosuoja', sv: 'Dataskydd', en: 'Data protection' },
} as const;

/**
 * What a unit of the simulated county is called.
 * @param unit its id: kind and municipality, or a staff unit's
 * @returns undefined for any other unit
 */
export function simulatedUnitName(unit: string): { fi: string; sv: string; en: string } | undefined {
  if (Object.hasOwn(staffUnits, unit)) return staffUnits[unit as keyof typeof staffUnits];
  const [, kind = '', code = ''] = /^(.+)-(\d{3})$/.exec(unit) ?? [];
  if (!Object.hasOwn(unitKinds, kind) || !Object.hasOwn(ostrobothnia, code)) return undefined;
  const ofKind = unitKinds[kind as keyof typeof unitKinds];
  const place = ostrobothnia[code as keyof typeof ostrobothnia];
  const named = (language: keyof typeof ofKind) => `${ofKind[language]}, ${place[language]}`;
  return { fi: named('fi'), sv: named('sv'), en: named('en') };
}

/** What a unit is called: by the county's own names, else by the simulated county's, else by its id. */
export function unitNamesFrom(names: readonly UnitName[]) {
  const own = new Map(names.map(({ unit, name }) => [unit, name]));
  return (unit: string, language: Language): string =>
    (own.get(unit) ?? simulatedUnitName(unit))?.[language] ?? unit;
}

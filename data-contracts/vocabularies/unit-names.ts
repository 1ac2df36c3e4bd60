import { ostrobothnia } from './municipalities.ts';

/** Kinds of units in the simulated county, one of each to a municipality: `client-guidance-905`. */
export const unitKinds = {
  'client-guidance': { fi: 'Asiakasohjaus', sv: 'Klienthandledning', en: 'Client guidance' },
  'health-centre': { fi: 'Terveysasema', sv: 'Hälsostation', en: 'Health centre' },
  'home-care': { fi: 'Kotihoito', sv: 'Hemvård', en: 'Home care' },
} as const;

/**
 * What a unit of the simulated county is called.
 * @param unit its id: kind and municipality
 * @returns undefined for any other unit
 */
export function simulatedUnitName(unit: string): { fi: string; sv: string; en: string } | undefined {
  const [, kind = '', code = ''] = /^(.+)-(\d{3})$/.exec(unit) ?? [];
  if (!Object.hasOwn(unitKinds, kind) || !Object.hasOwn(ostrobothnia, code)) return undefined;
  const ofKind = unitKinds[kind as keyof typeof unitKinds];
  const place = ostrobothnia[code as keyof typeof ostrobothnia];
  const named = (language: keyof typeof ofKind) => `${ofKind[language]}, ${place[language]}`;
  return { fi: named('fi'), sv: named('sv'), en: named('en') };
}

import { z } from 'zod';
import type { Language } from '../schemas/fields.ts';

/** Municipality: the three-digit code of Statistics Finland. Any well-formed code may be delivered. */
export const MunicipalityCode = z.string().regex(/^\d{3}$/);

/** The fourteen municipalities of Ostrobothnia. `en` uses the Finnish name, or the Swedish one where that is the first official name. */
export const ostrobothnia = {
  '231': { fi: 'Kaskinen', sv: 'Kaskö', en: 'Kaskinen' },
  '280': { fi: 'Korsnäs', sv: 'Korsnäs', en: 'Korsnäs' },
  '287': { fi: 'Kristiinankaupunki', sv: 'Kristinestad', en: 'Kristinestad' },
  '288': { fi: 'Kruunupyy', sv: 'Kronoby', en: 'Kronoby' },
  '399': { fi: 'Laihia', sv: 'Laihela', en: 'Laihia' },
  '440': { fi: 'Luoto', sv: 'Larsmo', en: 'Larsmo' },
  '475': { fi: 'Maalahti', sv: 'Malax', en: 'Malax' },
  '499': { fi: 'Mustasaari', sv: 'Korsholm', en: 'Korsholm' },
  '545': { fi: 'Närpiö', sv: 'Närpes', en: 'Närpes' },
  '598': { fi: 'Pietarsaari', sv: 'Jakobstad', en: 'Pietarsaari' },
  '599': { fi: 'Pedersöre', sv: 'Pedersöre', en: 'Pedersöre' },
  '893': { fi: 'Uusikaarlepyy', sv: 'Nykarleby', en: 'Nykarleby' },
  '905': { fi: 'Vaasa', sv: 'Vasa', en: 'Vaasa' },
  '946': { fi: 'Vöyri', sv: 'Vörå', en: 'Vörå' },
} as const;

/** A municipality's name in the language, or its code where the name is not known here. */
export function municipalityName(code: string, language: Language): string {
  const names: Partial<Record<string, (typeof ostrobothnia)[keyof typeof ostrobothnia]>> = ostrobothnia;
  return names[code]?.[language] ?? code;
}

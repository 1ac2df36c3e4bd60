import { interventions } from '../../data-contracts/catalogues/index.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';

/** An intervention's name in a language; undefined where the catalogue has none of the id. */
export const interventionName = (id: string, language: Language) =>
  interventions.find((one) => one.id === id)?.name[language];

export const isIntervention = (id: string) => interventions.some((one) => one.id === id);

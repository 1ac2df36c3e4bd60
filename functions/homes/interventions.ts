import { interventions as shipped } from '../../data-contracts/catalogues/index.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { planCatalogues } from '../core/county-settings.ts';
import { settingFilesOf } from './gate.ts';
import type { Home } from './home.ts';

/** The interventions that a county offers: its own catalogue, else the shipped. */
export async function interventionsIn(home: Home) {
  const { interventions } = await planCatalogues(settingFilesOf(home));
  return {
    isIntervention: (id: string) => interventions.some((one) => one.id === id),
    /** An intervention's name, also of one offered before the county had a catalogue of its own; undefined: there is none of the id. */
    interventionName: (id: string, language: Language) =>
      [...interventions, ...shipped].find((one) => one.id === id)?.name[language],
  };
}

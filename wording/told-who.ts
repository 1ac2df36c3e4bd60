import { notTold } from '../data-contracts/schemas/cohort.ts';
import type { Language } from '../data-contracts/schemas/fields.ts';
import { type AgeBand, ageBands } from '../data-contracts/vocabularies/age-bands.ts';
import { texts } from '../data-contracts/vocabularies/texts.ts';
import { municipalityName } from './figures.ts';

/** An age band in words; of a group too small to be told, that it is not. */
export const toldBand = (band: string, language: Language): string =>
  band === notTold ? texts.withheld.suppressed[language] : ageBands[band as AgeBand][language];

/** A municipality in words, likewise. */
export const toldMunicipality = (code: string, language: Language): string =>
  code === notTold ? texts.withheld.suppressed[language] : municipalityName(code, language);

/** A pseudonym by its beginning: enough to tell apart, and to find the whole in the files. */
export const shortPseudonym = (pseudonym: string): string => `${pseudonym.slice(0, 12)}…`;

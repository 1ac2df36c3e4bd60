import { presets } from '../../../data-contracts/mappings/index.ts';
import { ostrobothnia } from '../../../data-contracts/vocabularies/municipalities.ts';
import {
  contactTypes,
  serviceAreas,
  serviceForms,
  urgencies,
} from '../../../data-contracts/vocabularies/national-codes/index.ts';

/** Codes and words that national lists and presets have: whatever has one of them says it of nobody in particular. */
const knownWords: ReadonlySet<string> = new Set([
  ...[serviceAreas, serviceForms, contactTypes, urgencies, ostrobothnia].flatMap(Object.keys),
  ...Object.values(presets).flatMap(({ codeMaps = {} }) => Object.values(codeMaps).flatMap(Object.keys)),
  ...['fi', 'sv', 'se', 'smn', 'sms', 'ru', 'en', 'et'],
]);

/** A letter and two digits, or up to three digits: too short to be a person’s, and no name. */
const shortCode = /^([A-Z]\d{1,2}|\d{1,3})$/;

/** Columns whose values name a person or a thing, whatever they look like. */
const namesSomething = /(id|tunnus|nro|nr|numero|number|num|hetu|nimi|name|namn|puh|tel|osoite|address)$/i;

/** Whether a value of a column may be shown: never one that could be a name, or the code of a person. */
export function isFitToShow(value: string, column: string): boolean {
  if (namesSomething.test(column)) return false;
  return knownWords.has(value) || shortCode.test(value);
}

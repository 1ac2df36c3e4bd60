import { z } from 'zod';
import { IsoDay, Language, Texts } from '../../schemas/fields.ts';
import contactTypesFile from './contact-types.json' with { type: 'json' };
import decisionTypesFile from './decision-types.json' with { type: 'json' };
import serviceAreasFile from './service-areas.json' with { type: 'json' };
import serviceFormsFile from './service-forms.json' with { type: 'json' };
import urgenciesFile from './urgencies.json' with { type: 'json' };

/** A code of a national list, with the time in which it was in use; `ours`: languages of which the name is not the list’s. */
const NationalCode = Texts.extend({
  validFrom: IsoDay.optional(),
  validTo: IsoDay.optional(),
  ours: z.array(Language).optional(),
});

/** A list of codes, and where it was read. */
const NationalCodes = z.object({ source: z.string().min(1), codes: z.record(z.string(), NationalCode) });

const namesOf = <List extends { readonly codes: object }>(list: List): List['codes'] => {
  NationalCodes.parse(list);
  return list.codes;
};

/** Hilmo palveluala (service area). */
export const serviceAreas = namesOf(serviceAreasFile);

/** Avohilmo palvelumuoto (form of outpatient service). */
export const serviceForms = namesOf(serviceFormsFile);

/** Hilmo and Avohilmo yhteystapa (way of contact). */
export const contactTypes = namesOf(contactTypesFile);

/** Hilmo kiireellisyys (urgency). */
export const urgencies = namesOf(urgenciesFile);

/** Kinds of social-care decision (sosiaalihuollon päätös). */
export const decisionTypes = namesOf(decisionTypesFile);

/**
 * A code of a list, or one that has the list’s form and is not on it, or `other`: a contact is never lost for its code.
 * What the list does not have is in the service group `other`, and is counted.
 */
const codeOf = (list: object, form: RegExp) =>
  z.union([z.enum([...Object.keys(list), 'other']), z.string().regex(form, { abort: true })]);

export const ServiceAreaCode = codeOf(serviceAreas, /^\d{1,2}$/);
export const ServiceFormCode = codeOf(serviceForms, /^T\d{2}$/);
export const ContactTypeCode = codeOf(contactTypes, /^R\d{2}$/);

/** A service area that is on the list: what a programme foresees must be. */
export const ListedServiceArea = z.enum(
  Object.keys(serviceAreas) as [keyof typeof serviceAreas, ...(keyof typeof serviceAreas)[]],
);

export type DecisionTypeCode = keyof typeof decisionTypes;
export const DecisionTypeCode = z.enum(
  Object.keys(decisionTypes) as [DecisionTypeCode, ...DecisionTypeCode[]],
);

/** The lists by the fields of the contracts whose codes they are. */
export const codeLists: Readonly<Record<string, ReadonlySet<string>>> = {
  serviceArea: new Set(Object.keys(serviceAreas)),
  serviceForm: new Set(Object.keys(serviceForms)),
  contactType: new Set(Object.keys(contactTypes)),
};

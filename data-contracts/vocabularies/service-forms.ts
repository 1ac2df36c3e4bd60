import { z } from 'zod';

/** Avohilmo palvelumuoto (form of outpatient service). @source FinOMOP FGVisitType */
export const serviceForms = {
  T11: { fi: 'Avosairaanhoito', sv: 'Öppen sjukvård', en: 'Outpatient care' },
  T40: { fi: 'Kotihoito', sv: 'Hemvård', en: 'Home care' },
  T41: { fi: 'Kotisairaanhoito', sv: 'Hemsjukvård', en: 'Home nursing' },
  T42: { fi: 'Kotipalvelu', sv: 'Hemservice', en: 'Home help' },
  T43: { fi: 'Kotisairaala', sv: 'Hemsjukhus', en: 'Hospital at home' },
  T51: { fi: 'Fysioterapia', sv: 'Fysioterapi', en: 'Physiotherapy' },
  T54: { fi: 'Toimintaterapia', sv: 'Ergoterapi', en: 'Occupational therapy' },
  T71: { fi: 'Mielenterveystyö', sv: 'Mentalvårdsarbete', en: 'Mental-health work' },
  T80: { fi: 'Päivätoiminta', sv: 'Dagverksamhet', en: 'Day activities' },
} as const;

export type ServiceFormCode = keyof typeof serviceForms;
export const ServiceFormCode = z.enum(Object.keys(serviceForms) as [ServiceFormCode, ...ServiceFormCode[]]);

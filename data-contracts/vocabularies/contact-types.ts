import { z } from 'zod';

/** Avohilmo yhteystapa (way of contact). @source FinOMOP FGVisitType */
export const contactTypes = {
  R10: { fi: 'Vastaanottokäynti', sv: 'Mottagningsbesök', en: 'Appointment' },
  R20: { fi: 'Kotikäynti', sv: 'Hembesök', en: 'Home visit' },
  R40: { fi: 'Sairaalakäynti', sv: 'Sjukhusbesök', en: 'Hospital visit' },
  R50: { fi: 'Puhelinyhteys', sv: 'Telefonkontakt', en: 'Telephone' },
  R52: { fi: 'Reaaliaikainen etäasiointi', sv: 'Distanskontakt i realtid', en: 'Real-time remote contact' },
  R80: { fi: 'Vuodeosastohoito', sv: 'Vård på bäddavdelning', en: 'Ward care' },
} as const;

export type ContactTypeCode = keyof typeof contactTypes;
export const ContactTypeCode = z.enum(Object.keys(contactTypes) as [ContactTypeCode, ...ContactTypeCode[]]);

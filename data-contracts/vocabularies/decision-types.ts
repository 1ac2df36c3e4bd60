import { z } from 'zod';

/** Kinds of social-care decision (sosiaalihuollon päätös). */
export const decisionTypes = {
  'service-need-assessment': {
    fi: 'Palvelutarpeen arviointi',
    sv: 'Bedömning av servicebehovet',
    en: 'Service-need assessment',
  },
  'regular-home-care': { fi: 'Säännöllinen kotihoito', sv: 'Regelbunden hemvård', en: 'Regular home care' },
  'support-services': { fi: 'Tukipalvelut', sv: 'Stödtjänster', en: 'Support services' },
  'day-activities': { fi: 'Päivätoiminta', sv: 'Dagverksamhet', en: 'Day activities' },
  'informal-care-support': {
    fi: 'Omaishoidon tuki',
    sv: 'Stöd för närståendevård',
    en: 'Informal care support',
  },
  'home-rehabilitation': { fi: 'Kotikuntoutus', sv: 'Hemrehabilitering', en: 'Home rehabilitation' },
  'communal-housing': { fi: 'Yhteisöllinen asuminen', sv: 'Gemenskapsboende', en: 'Communal housing' },
  '24-hour-service-housing': {
    fi: 'Ympärivuorokautinen palveluasuminen',
    sv: 'Serviceboende med heldygnsomsorg',
    en: '24-hour service housing',
  },
  'institutional-care': { fi: 'Laitospalvelu', sv: 'Institutionsservice', en: 'Institutional care' },
} as const;

export type DecisionTypeCode = keyof typeof decisionTypes;
export const DecisionTypeCode = z.enum(
  Object.keys(decisionTypes) as [DecisionTypeCode, ...DecisionTypeCode[]],
);

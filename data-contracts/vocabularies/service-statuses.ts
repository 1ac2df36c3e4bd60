import { z } from 'zod';
import type { Texts } from '../schemas/fields.ts';
import type { FeatureId } from './features.ts';

/** What services somebody has at a landmark: everybody exactly one, by the rules of `service-statuses.json`. */
export const serviceStatuses = {
  none: { fi: 'Ei palveluja', sv: 'Inga tjänster', en: 'No services' },
  occasional: { fi: 'Satunnaisia palveluja', sv: 'Enstaka tjänster', en: 'Occasional services' },
  'support-services': { fi: 'Tukipalvelut', sv: 'Stödtjänster', en: 'Support services' },
  'informal-care-support': {
    fi: 'Omaishoidon tuki',
    sv: 'Stöd för närståendevård',
    en: 'Informal care support',
  },
  'regular-home-care': { fi: 'Säännöllinen kotihoito', sv: 'Regelbunden hemvård', en: 'Regular home care' },
  'communal-housing': { fi: 'Yhteisöllinen asuminen', sv: 'Gemenskapsboende', en: 'Communal housing' },
  other: { fi: 'Muu säännöllinen palvelu', sv: 'Annan regelbunden tjänst', en: 'Another regular service' },
} as const satisfies Record<string, Texts>;

export type ServiceStatus = keyof typeof serviceStatuses;
export const ServiceStatus = z.enum(Object.keys(serviceStatuses) as [ServiceStatus, ...ServiceStatus[]]);

/** Who has no service that goes on. */
export const withoutRegularService = ['none', 'occasional'] as const satisfies readonly ServiceStatus[];

/**
 * What a rule may rest on, told apart because the same service counted by decisions and by visits gives other
 * figures, and by which predictors it is seen.
 */
export const statusBases = {
  decisions: {
    fi: 'voimassa oleva päätös',
    sv: 'gällande beslut',
    en: 'a decision in force',
    predictors: [
      'has_communal_housing',
      'has_home_care_decision',
      'has_support_services',
      'has_informal_care_support',
      'has_day_activities',
    ],
  },
  visits: {
    fi: 'käynnit',
    sv: 'besök',
    en: 'visits',
    predictors: [
      'home_care_months_12',
      'home_care_contacts_newest',
      'home_care_contacts_3',
      'home_care_contacts_12',
      'home_nursing_contacts_12',
      'therapy_contacts_12',
      'day_activity_contacts_12',
      'mental_health_contacts_12',
    ],
  },
} as const satisfies Record<string, Texts & { readonly predictors: readonly FeatureId[] }>;

export type StatusBasis = keyof typeof statusBases;

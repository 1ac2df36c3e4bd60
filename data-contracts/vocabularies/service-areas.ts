import { z } from 'zod';

/**
 * Hilmo palveluala (service area).
 * @source FinOMOP FGVisitType (Hilmo service sectors), Finnish names as there; Swedish and English ours.
 */
export const serviceAreas = {
  '1': { fi: 'Vuodeosastohoito', sv: 'Vård på bäddavdelning', en: 'Hospital or health-centre ward' },
  '2': { fi: 'Päiväkirurgia', sv: 'Dagkirurgi', en: 'Day surgery' },
  '5': {
    fi: 'Päihdehuollon laitospalvelu',
    sv: 'Institutionsservice inom missbrukarvården',
    en: 'Substance-abuse treatment facility',
  },
  '6': { fi: 'Kuntoutuslaitoshoito', sv: 'Vård på rehabiliteringsinrättning', en: 'Rehabilitation facility' },
  '7': { fi: 'Kotihoito', sv: 'Hemvård', en: 'Home care (until 2021)' },
  '31': {
    fi: 'Iäkkäiden laitospalvelu',
    sv: 'Institutionsservice för äldre',
    en: 'Institutional care for older people',
  },
  '32': {
    fi: 'Iäkkäiden ympärivuorokautinen palveluasuminen',
    sv: 'Serviceboende med heldygnsomsorg för äldre',
    en: '24-hour service housing for older people',
  },
  '33': {
    fi: 'Dementoituneen laitoshoito',
    sv: 'Institutionsvård för personer med demens',
    en: 'Institutional dementia care (2006–2021)',
  },
  '34': {
    fi: 'Dementoituneen ympärivuorokautinen palveluasuminen',
    sv: 'Serviceboende med heldygnsomsorg för personer med demens',
    en: '24-hour dementia housing (2006–2021)',
  },
  '38': {
    fi: 'Iäkkäiden yhteisöllinen asuminen',
    sv: 'Gemenskapsboende för äldre',
    en: 'Communal housing for older people (2022–)',
  },
  '41': {
    fi: 'Kehitysvammaisten laitospalvelu',
    sv: 'Institutionsservice för personer med utvecklingsstörning',
    en: 'Institutional care, intellectual disability',
  },
  '42': {
    fi: 'Kehitysvammaisten ympärivuorokautinen palveluasuminen',
    sv: 'Serviceboende med heldygnsomsorg för personer med utvecklingsstörning',
    en: '24-hour housing, intellectual disability',
  },
  '43': {
    fi: 'Kehitysvammaisten palveluasuminen',
    sv: 'Serviceboende för personer med utvecklingsstörning',
    en: 'Service housing, intellectual disability',
  },
  '44': {
    fi: 'Kehitysvammaisten tuettu asuminen',
    sv: 'Stödboende för personer med utvecklingsstörning',
    en: 'Supported housing, intellectual disability',
  },
  '81': { fi: 'Palveluasuminen', sv: 'Serviceboende', en: 'Service housing (until 2021)' },
  '82': {
    fi: 'Mielenterveyskuntoutujien palveluasuminen',
    sv: 'Serviceboende för rehabiliteringsklienter inom mentalvården',
    en: 'Service housing, mental-health rehabilitation',
  },
  '84': {
    fi: 'Vaikeavammaisten palveluasuminen',
    sv: 'Serviceboende för personer med svår funktionsnedsättning',
    en: 'Service housing, severe disability',
  },
  '85': {
    fi: 'Mielenterveyskuntoutujien ympärivuorokautinen palveluasuminen',
    sv: 'Serviceboende med heldygnsomsorg inom mentalvården',
    en: '24-hour housing, mental-health rehabilitation',
  },
  '88': {
    fi: 'Vaikeavammaisten ympärivuorokautinen palveluasuminen',
    sv: 'Serviceboende med heldygnsomsorg för personer med svår funktionsnedsättning',
    en: '24-hour housing, severe disability',
  },
  '91': { fi: 'Päivystyskäynti', sv: 'Jourbesök', en: 'Emergency visit (until 2018)' },
  '92': {
    fi: 'Ajanvarauskäynti, ensikäynti',
    sv: 'Tidsbeställt besök, första besök',
    en: 'Scheduled visit, first',
  },
  '93': {
    fi: 'Ajanvarauskäynti, uusintakäynti',
    sv: 'Tidsbeställt besök, återbesök',
    en: 'Scheduled visit, follow-up',
  },
  '94': { fi: 'Konsultaatiokäynti', sv: 'Konsultationsbesök', en: 'Consultation visit' },
} as const;

export type ServiceAreaCode = keyof typeof serviceAreas;
export const ServiceAreaCode = z.enum(Object.keys(serviceAreas) as [ServiceAreaCode, ...ServiceAreaCode[]]);

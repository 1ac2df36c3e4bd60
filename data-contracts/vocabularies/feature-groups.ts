import { z } from 'zod';
import type { Texts } from '../schemas/fields.ts';
import type { FeatureGroup } from './features.ts';

/** What a group of features is called, and what is said where a feature of it has no value. */
export interface FeatureGroupTexts extends Texts {
  readonly unknown: Texts;
}

const group = (name: Texts, unknown: Texts): FeatureGroupTexts => ({ ...name, unknown });

export const featureGroups = {
  age: group(
    { fi: 'Ikä', sv: 'Ålder', en: 'Age' },
    { fi: 'Ikä ei ole tiedossa', sv: 'Åldern är inte känd', en: 'Age is not known' },
  ),
  sex: group(
    { fi: 'Sukupuoli', sv: 'Kön', en: 'Sex' },
    { fi: 'Sukupuoli ei ole tiedossa', sv: 'Könet är inte känt', en: 'Sex is not known' },
  ),
  'home-care': group(
    { fi: 'Kotihoito', sv: 'Hemvård', en: 'Home care' },
    {
      fi: 'Kotihoidosta ei ole tietoa',
      sv: 'Det finns inga uppgifter om hemvård',
      en: 'Nothing is known of home care',
    },
  ),
  emergency: group(
    { fi: 'Päivystyskäynnit', sv: 'Jourbesök', en: 'Emergency visits' },
    {
      fi: 'Päivystyskäynneistä ei ole tietoa',
      sv: 'Det finns inga uppgifter om jourbesök',
      en: 'Nothing is known of emergency visits',
    },
  ),
  hospital: group(
    { fi: 'Sairaalahoito', sv: 'Sjukhusvård', en: 'Hospital care' },
    {
      fi: 'Sairaalahoidosta ei ole tietoa',
      sv: 'Det finns inga uppgifter om sjukhusvård',
      en: 'Nothing is known of hospital care',
    },
  ),
  outpatient: group(
    { fi: 'Avohoidon käynnit', sv: 'Besök inom öppenvården', en: 'Outpatient visits' },
    {
      fi: 'Avohoidon käynneistä ei ole tietoa',
      sv: 'Det finns inga uppgifter om besök inom öppenvården',
      en: 'Nothing is known of outpatient visits',
    },
  ),
  mood: group(
    { fi: 'Mieliala', sv: 'Sinnesstämning', en: 'Mood' },
    {
      fi: 'Mielialasta ei ole tietoa',
      sv: 'Det finns inga uppgifter om sinnesstämningen',
      en: 'Nothing is known of mood',
    },
  ),
  rehabilitation: group(
    { fi: 'Kuntoutus', sv: 'Rehabilitering', en: 'Rehabilitation' },
    {
      fi: 'Kuntoutuksesta ei ole tietoa',
      sv: 'Det finns inga uppgifter om rehabilitering',
      en: 'Nothing is known of rehabilitation',
    },
  ),
  'social-services': group(
    { fi: 'Sosiaalipalvelut', sv: 'Socialservice', en: 'Social services' },
    {
      fi: 'Sosiaalipalveluista ei ole tietoa',
      sv: 'Det finns inga uppgifter om socialservice',
      en: 'Nothing is known of social services',
    },
  ),
  'need-assessment': group(
    {
      fi: 'Palvelutarpeen arviointi',
      sv: 'Bedömning av servicebehovet',
      en: 'Assessment of service need',
    },
    {
      fi: 'Palvelutarvetta ei ole arvioitu viimeisten 24 kuukauden aikana',
      sv: 'Servicebehovet har inte bedömts under de senaste 24 månaderna',
      en: 'Service need not assessed in the last 24 months',
    },
  ),
  'service-change': group(
    {
      fi: 'Palvelukontaktien määrä ja muutos',
      sv: 'Kontakternas antal och förändring',
      en: 'Contacts and their change',
    },
    {
      fi: 'Palvelukontaktien määrästä ei ole tietoa',
      sv: 'Det finns inga uppgifter om antalet kontakter',
      en: 'Nothing is known of the number of contacts',
    },
  ),
  cost: group(
    { fi: 'Palvelujen kustannukset', sv: 'Kostnader för tjänster', en: 'Cost of services' },
    {
      fi: 'Palvelujen kustannuksista ei ole tietoa',
      sv: 'Det finns inga uppgifter om kostnaderna för tjänster',
      en: 'Nothing is known of the cost of services',
    },
  ),
  falls: group(
    { fi: 'Kaatumiset ja luusto', sv: 'Fallolyckor och skelett', en: 'Falls and bones' },
    {
      fi: 'Kaatumisista ei ole tietoa',
      sv: 'Det finns inga uppgifter om fallolyckor',
      en: 'Nothing is known of falls',
    },
  ),
  memory: group(
    { fi: 'Muisti', sv: 'Minne', en: 'Memory' },
    {
      fi: 'Muistista ei ole tietoa',
      sv: 'Det finns inga uppgifter om minnet',
      en: 'Nothing is known of memory',
    },
  ),
  illness: group(
    { fi: 'Pitkäaikaissairaudet', sv: 'Långtidssjukdomar', en: 'Long-term illnesses' },
    {
      fi: 'Sairauksista ei ole tietoa',
      sv: 'Det finns inga uppgifter om sjukdomar',
      en: 'Nothing is known of illnesses',
    },
  ),
  'functional-ability': group(
    { fi: 'Toimintakyky', sv: 'Funktionsförmåga', en: 'Functional ability' },
    {
      fi: 'Toimintakyvystä ei ole RAI-arviointia',
      sv: 'Det finns ingen RAI-bedömning av funktionsförmågan',
      en: 'There is no RAI assessment of functional ability',
    },
  ),
  'informal-care': group(
    { fi: 'Omaishoito', sv: 'Närståendevård', en: 'Informal care' },
    {
      fi: 'Omaishoitajasta ei ole tietoa',
      sv: 'Det finns inga uppgifter om närståendevårdare',
      en: 'Nothing is known of an informal carer',
    },
  ),
  'living-alone': group(
    { fi: 'Yksin asuminen', sv: 'Ensamboende', en: 'Living alone' },
    {
      fi: 'Asumismuodosta ei ole tietoa',
      sv: 'Det finns inga uppgifter om boendet',
      en: 'Nothing is known of whom the client lives with',
    },
  ),
} as const satisfies Record<FeatureGroup, FeatureGroupTexts>;

export const FeatureGroupId = z.enum(Object.keys(featureGroups) as [FeatureGroup, ...FeatureGroup[]]);

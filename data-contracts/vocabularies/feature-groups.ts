import { z } from 'zod';
import type { Texts } from '../schemas/fields.ts';
import type { FeatureGroup, FeatureId } from './features.ts';

/** What a list says of one group of features: what was seen, and which way the model's estimate goes with it. */
export interface FeatureGroupTexts extends Texts {
  /** The feature whose value is shown for the group. */
  readonly headline: FeatureId;
  /** What was seen, in ICU MessageFormat: `{value}` comes from `featureValue`. */
  readonly fact: Texts;
  /** Instead of it where the value is missing. */
  readonly unknown: Texts;
}

/**
 * Which way the estimate goes with it, and how sure the model is of that: never of a cause. `clear`: its parts agree
 * on the direction of contributions of this size; `uncertain`: they do not; `not-measured`: it has one part.
 */
export const reasonEndings = {
  raises: {
    clear: {
      fi: 'suurentaa selvästi arviota',
      sv: 'höjer klart uppskattningen',
      en: 'clearly raises the estimate',
    },
    uncertain: {
      fi: 'suurentaa luultavasti arviota',
      sv: 'höjer troligen uppskattningen',
      en: 'probably raises the estimate',
    },
    'not-measured': { fi: 'suurentaa arviota', sv: 'höjer uppskattningen', en: 'raises the estimate' },
  },
  lowers: {
    clear: {
      fi: 'pienentää selvästi arviota',
      sv: 'sänker klart uppskattningen',
      en: 'clearly lowers the estimate',
    },
    uncertain: {
      fi: 'pienentää luultavasti arviota',
      sv: 'sänker troligen uppskattningen',
      en: 'probably lowers the estimate',
    },
    'not-measured': { fi: 'pienentää arviota', sv: 'sänker uppskattningen', en: 'lowers the estimate' },
  },
} as const satisfies Record<string, Record<string, Texts>>;

const group = (headline: FeatureId, name: Texts, fact: Texts, unknown: Texts): FeatureGroupTexts => ({
  ...name,
  headline,
  fact,
  unknown,
});

export const featureGroups = {
  age: group(
    'age_years',
    { fi: 'Ikä', sv: 'Ålder', en: 'Age' },
    { fi: 'Ikä: {value}', sv: 'Ålder: {value}', en: 'Age: {value}' },
    { fi: 'Ikä ei ole tiedossa', sv: 'Åldern är inte känd', en: 'Age is not known' },
  ),
  sex: group(
    'is_male',
    { fi: 'Sukupuoli', sv: 'Kön', en: 'Sex' },
    {
      fi: '{value, select, yes {Mies} other {Nainen}}',
      sv: '{value, select, yes {Man} other {Kvinna}}',
      en: '{value, select, yes {Man} other {Woman}}',
    },
    { fi: 'Sukupuoli ei ole tiedossa', sv: 'Könet är inte känt', en: 'Sex is not known' },
  ),
  'home-care': group(
    'home_care_months_12',
    { fi: 'Kotihoito', sv: 'Hemvård', en: 'Home care' },
    {
      fi: 'Kotihoitoa viimeisten 12 kuukauden aikana: {value}',
      sv: 'Hemvård under de senaste 12 månaderna: {value}',
      en: 'Home care in the last 12 months: {value}',
    },
    {
      fi: 'Kotihoidosta ei ole tietoa',
      sv: 'Det finns inga uppgifter om hemvård',
      en: 'Nothing is known of home care',
    },
  ),
  emergency: group(
    'emergency_visits_12',
    { fi: 'Päivystyskäynnit', sv: 'Jourbesök', en: 'Emergency visits' },
    {
      fi: 'Päivystyskäyntejä viimeisten 12 kuukauden aikana: {value}',
      sv: 'Jourbesök under de senaste 12 månaderna: {value}',
      en: 'Emergency visits in the last 12 months: {value}',
    },
    {
      fi: 'Päivystyskäynneistä ei ole tietoa',
      sv: 'Det finns inga uppgifter om jourbesök',
      en: 'Nothing is known of emergency visits',
    },
  ),
  hospital: group(
    'hospital_days_12',
    { fi: 'Sairaalahoito', sv: 'Sjukhusvård', en: 'Hospital care' },
    {
      fi: 'Sairaalahoitoa viimeisten 12 kuukauden aikana: {value}',
      sv: 'Sjukhusvård under de senaste 12 månaderna: {value}',
      en: 'Hospital care in the last 12 months: {value}',
    },
    {
      fi: 'Sairaalahoidosta ei ole tietoa',
      sv: 'Det finns inga uppgifter om sjukhusvård',
      en: 'Nothing is known of hospital care',
    },
  ),
  outpatient: group(
    'primary_visits_12',
    { fi: 'Avohoidon käynnit', sv: 'Besök inom öppenvården', en: 'Outpatient visits' },
    {
      fi: 'Perusterveydenhuollon käyntejä viimeisten 12 kuukauden aikana: {value}',
      sv: 'Besök inom primärvården under de senaste 12 månaderna: {value}',
      en: 'Primary-care visits in the last 12 months: {value}',
    },
    {
      fi: 'Avohoidon käynneistä ei ole tietoa',
      sv: 'Det finns inga uppgifter om besök inom öppenvården',
      en: 'Nothing is known of outpatient visits',
    },
  ),
  mood: group(
    'has_depression',
    { fi: 'Mieliala', sv: 'Sinnesstämning', en: 'Mood' },
    {
      fi: '{value, select, yes {Masennusdiagnoosi} other {Ei masennusdiagnoosia}}',
      sv: '{value, select, yes {Depressionsdiagnos} other {Ingen depressionsdiagnos}}',
      en: '{value, select, yes {Depression diagnosis} other {No depression diagnosis}}',
    },
    {
      fi: 'Mielialasta ei ole tietoa',
      sv: 'Det finns inga uppgifter om sinnesstämningen',
      en: 'Nothing is known of mood',
    },
  ),
  rehabilitation: group(
    'therapy_contacts_12',
    { fi: 'Kuntoutus', sv: 'Rehabilitering', en: 'Rehabilitation' },
    {
      fi: 'Fysio- ja toimintaterapian käyntejä viimeisten 12 kuukauden aikana: {value}',
      sv: 'Besök inom fysio- och ergoterapi under de senaste 12 månaderna: {value}',
      en: 'Physio- and occupational-therapy visits in the last 12 months: {value}',
    },
    {
      fi: 'Kuntoutuksesta ei ole tietoa',
      sv: 'Det finns inga uppgifter om rehabilitering',
      en: 'Nothing is known of rehabilitation',
    },
  ),
  'social-services': group(
    'has_support_services',
    { fi: 'Sosiaalipalvelut', sv: 'Socialservice', en: 'Social services' },
    {
      fi: '{value, select, yes {Päätös tukipalveluista} other {Ei päätöstä tukipalveluista}}',
      sv: '{value, select, yes {Beslut om stödtjänster} other {Inget beslut om stödtjänster}}',
      en: '{value, select, yes {Support services granted} other {No support services granted}}',
    },
    {
      fi: 'Sosiaalipalveluista ei ole tietoa',
      sv: 'Det finns inga uppgifter om socialservice',
      en: 'Nothing is known of social services',
    },
  ),
  'need-assessment': group(
    'months_since_need_assessment',
    {
      fi: 'Palvelutarpeen arviointi',
      sv: 'Bedömning av servicebehovet',
      en: 'Assessment of service need',
    },
    {
      fi: 'Aika palvelutarpeen arvioinnista: {value}',
      sv: 'Tid sedan servicebehovet bedömdes: {value}',
      en: 'Time since service need was assessed: {value}',
    },
    {
      fi: 'Palvelutarvetta ei ole arvioitu viimeisten 24 kuukauden aikana',
      sv: 'Servicebehovet har inte bedömts under de senaste 24 månaderna',
      en: 'Service need not assessed in the last 24 months',
    },
  ),
  'service-change': group(
    'contacts_12',
    {
      fi: 'Palvelukontaktien määrä ja muutos',
      sv: 'Kontakternas antal och förändring',
      en: 'Contacts and their change',
    },
    {
      fi: 'Palvelukontakteja viimeisten 12 kuukauden aikana: {value}',
      sv: 'Kontakter med tjänster under de senaste 12 månaderna: {value}',
      en: 'Contacts with services in the last 12 months: {value}',
    },
    {
      fi: 'Palvelukontaktien määrästä ei ole tietoa',
      sv: 'Det finns inga uppgifter om antalet kontakter',
      en: 'Nothing is known of the number of contacts',
    },
  ),
  cost: group(
    'cost_cents_12',
    { fi: 'Palvelujen kustannukset', sv: 'Kostnader för tjänster', en: 'Cost of services' },
    {
      fi: 'Palvelujen kustannukset viimeisten 12 kuukauden aikana: {value}',
      sv: 'Kostnader för tjänster under de senaste 12 månaderna: {value}',
      en: 'Cost of services in the last 12 months: {value}',
    },
    {
      fi: 'Palvelujen kustannuksista ei ole tietoa',
      sv: 'Det finns inga uppgifter om kostnaderna för tjänster',
      en: 'Nothing is known of the cost of services',
    },
  ),
  falls: group(
    'falls_24',
    { fi: 'Kaatumiset ja luusto', sv: 'Fallolyckor och skelett', en: 'Falls and bones' },
    {
      fi: 'Kaatumisia viimeisten 24 kuukauden aikana: {value}',
      sv: 'Fallolyckor under de senaste 24 månaderna: {value}',
      en: 'Falls in the last 24 months: {value}',
    },
    {
      fi: 'Kaatumisista ei ole tietoa',
      sv: 'Det finns inga uppgifter om fallolyckor',
      en: 'Nothing is known of falls',
    },
  ),
  memory: group(
    'has_memory_disorder',
    { fi: 'Muisti', sv: 'Minne', en: 'Memory' },
    {
      fi: '{value, select, yes {Muistisairausdiagnoosi} other {Ei muistisairausdiagnoosia}}',
      sv: '{value, select, yes {Minnessjukdomsdiagnos} other {Ingen minnessjukdomsdiagnos}}',
      en: '{value, select, yes {Memory-disorder diagnosis} other {No memory-disorder diagnosis}}',
    },
    {
      fi: 'Muistista ei ole tietoa',
      sv: 'Det finns inga uppgifter om minnet',
      en: 'Nothing is known of memory',
    },
  ),
  illness: group(
    'diagnosis_groups',
    { fi: 'Pitkäaikaissairaudet', sv: 'Långtidssjukdomar', en: 'Long-term illnesses' },
    {
      fi: 'Todettujen sairauksien ryhmiä: {value}',
      sv: 'Grupper av konstaterade sjukdomar: {value}',
      en: 'Groups of diagnosed illness: {value}',
    },
    {
      fi: 'Sairauksista ei ole tietoa',
      sv: 'Det finns inga uppgifter om sjukdomar',
      en: 'Nothing is known of illnesses',
    },
  ),
  'functional-ability': group(
    'rai_adlh',
    { fi: 'Toimintakyky', sv: 'Funktionsförmåga', en: 'Functional ability' },
    {
      fi: 'RAI-arvioinnin arkisuoriutuminen (ADLH, 0–6, suurempi on heikompi): {value}',
      sv: 'Dagliga funktioner enligt RAI-bedömningen (ADLH, 0–6, högre är sämre): {value}',
      en: 'Daily activities in the RAI assessment (ADLH, 0–6, higher is poorer): {value}',
    },
    {
      fi: 'Toimintakyvystä ei ole RAI-arviointia',
      sv: 'Det finns ingen RAI-bedömning av funktionsförmågan',
      en: 'There is no RAI assessment of functional ability',
    },
  ),
  'informal-care': group(
    'has_informal_carer',
    { fi: 'Omaishoito', sv: 'Närståendevård', en: 'Informal care' },
    {
      fi: '{value, select, yes {On omaishoitaja} other {Ei omaishoitajaa}}',
      sv: '{value, select, yes {Har en närståendevårdare} other {Har ingen närståendevårdare}}',
      en: '{value, select, yes {Has an informal carer} other {Has no informal carer}}',
    },
    {
      fi: 'Omaishoitajasta ei ole tietoa',
      sv: 'Det finns inga uppgifter om närståendevårdare',
      en: 'Nothing is known of an informal carer',
    },
  ),
  'living-alone': group(
    'lives_alone',
    { fi: 'Yksin asuminen', sv: 'Ensamboende', en: 'Living alone' },
    {
      fi: '{value, select, yes {Asuu yksin} other {Ei asu yksin}}',
      sv: '{value, select, yes {Bor ensam} other {Bor inte ensam}}',
      en: '{value, select, yes {Lives alone} other {Does not live alone}}',
    },
    {
      fi: 'Asumismuodosta ei ole tietoa',
      sv: 'Det finns inga uppgifter om boendet',
      en: 'Nothing is known of whom the client lives with',
    },
  ),
} as const satisfies Record<FeatureGroup, FeatureGroupTexts>;

export const FeatureGroupId = z.enum(Object.keys(featureGroups) as [FeatureGroup, ...FeatureGroup[]]);

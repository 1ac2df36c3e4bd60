import type { Language, Texts } from '../schemas/fields.ts';
import type { FeatureId } from './features.ts';

/** What each predictor is called, in a table or a sentence; a number of months is how far it looks back. */
export const featureNames = {
  age_years: { fi: 'Ikä', sv: 'Ålder', en: 'Age' },
  is_male: { fi: 'Mies', sv: 'Man', en: 'Man' },
  home_care_months_12: {
    fi: 'Kotihoitokuukaudet, 12 kk',
    sv: 'Månader med hemvård, 12 mån.',
    en: 'Months of home care, 12 months',
  },
  home_care_contacts_newest: {
    fi: 'Kotihoidon käynnit, viimeisin kuukausi',
    sv: 'Hemvårdsbesök, senaste månaden',
    en: 'Home-care visits, latest month',
  },
  home_care_contacts_3: {
    fi: 'Kotihoidon käynnit, 3 kk',
    sv: 'Hemvårdsbesök, 3 mån.',
    en: 'Home-care visits, 3 months',
  },
  home_care_contacts_12: {
    fi: 'Kotihoidon käynnit, 12 kk',
    sv: 'Hemvårdsbesök, 12 mån.',
    en: 'Home-care visits, 12 months',
  },
  home_nursing_contacts_12: {
    fi: 'Kotisairaanhoidon käynnit, 12 kk',
    sv: 'Hemsjukvårdsbesök, 12 mån.',
    en: 'Home-nursing visits, 12 months',
  },
  has_home_care_decision: { fi: 'Kotihoidon päätös', sv: 'Beslut om hemvård', en: 'Decision on home care' },
  emergency_visits_3: {
    fi: 'Päivystyskäynnit, 3 kk',
    sv: 'Jourbesök, 3 mån.',
    en: 'Emergency visits, 3 months',
  },
  emergency_visits_12: {
    fi: 'Päivystyskäynnit, 12 kk',
    sv: 'Jourbesök, 12 mån.',
    en: 'Emergency visits, 12 months',
  },
  emergency_visits_24: {
    fi: 'Päivystyskäynnit, 24 kk',
    sv: 'Jourbesök, 24 mån.',
    en: 'Emergency visits, 24 months',
  },
  hospital_days_3: {
    fi: 'Sairaalan hoitopäivät, 3 kk',
    sv: 'Vårddagar på sjukhus, 3 mån.',
    en: 'Hospital days, 3 months',
  },
  hospital_days_12: {
    fi: 'Sairaalan hoitopäivät, 12 kk',
    sv: 'Vårddagar på sjukhus, 12 mån.',
    en: 'Hospital days, 12 months',
  },
  hospital_days_24: {
    fi: 'Sairaalan hoitopäivät, 24 kk',
    sv: 'Vårddagar på sjukhus, 24 mån.',
    en: 'Hospital days, 24 months',
  },
  hospital_stays_12: {
    fi: 'Sairaalajaksot, 12 kk',
    sv: 'Sjukhusvistelser, 12 mån.',
    en: 'Hospital stays, 12 months',
  },
  hospital_stays_24: {
    fi: 'Sairaalajaksot, 24 kk',
    sv: 'Sjukhusvistelser, 24 mån.',
    en: 'Hospital stays, 24 months',
  },
  months_since_hospital_stay: {
    fi: 'Kuukaudet sairaalajaksosta',
    sv: 'Månader sedan sjukhusvistelsen',
    en: 'Months since a hospital stay',
  },
  primary_visits_12: {
    fi: 'Perusterveydenhuollon käynnit, 12 kk',
    sv: 'Besök inom primärvården, 12 mån.',
    en: 'Primary-care visits, 12 months',
  },
  specialist_visits_12: {
    fi: 'Erikoissairaanhoidon käynnit, 12 kk',
    sv: 'Besök inom den specialiserade sjukvården, 12 mån.',
    en: 'Specialist visits, 12 months',
  },
  remote_contacts_12: {
    fi: 'Etäasioinnit, 12 kk',
    sv: 'Distanskontakter, 12 mån.',
    en: 'Remote contacts, 12 months',
  },
  mental_health_contacts_12: {
    fi: 'Mielenterveyspalvelujen käynnit, 12 kk',
    sv: 'Besök inom mentalvården, 12 mån.',
    en: 'Mental-health contacts, 12 months',
  },
  therapy_contacts_12: {
    fi: 'Kuntoutus- ja terapiakäynnit, 12 kk',
    sv: 'Rehabiliterings- och terapibesök, 12 mån.',
    en: 'Therapy contacts, 12 months',
  },
  day_activity_contacts_12: {
    fi: 'Päivätoiminnan käynnit, 12 kk',
    sv: 'Besök i dagverksamhet, 12 mån.',
    en: 'Day-activity contacts, 12 months',
  },
  contacts_3: {
    fi: 'Palvelukontaktit, 3 kk',
    sv: 'Kontakter med tjänster, 3 mån.',
    en: 'Contacts with services, 3 months',
  },
  contacts_12: {
    fi: 'Palvelukontaktit, 12 kk',
    sv: 'Kontakter med tjänster, 12 mån.',
    en: 'Contacts with services, 12 months',
  },
  contacts_24: {
    fi: 'Palvelukontaktit, 24 kk',
    sv: 'Kontakter med tjänster, 24 mån.',
    en: 'Contacts with services, 24 months',
  },
  contact_change: { fi: 'Palvelukontaktien muutos', sv: 'Kontakternas förändring', en: 'Change of contacts' },
  months_since_contact: {
    fi: 'Kuukaudet palvelukontaktista',
    sv: 'Månader sedan en kontakt',
    en: 'Months since a contact',
  },
  service_groups_12: {
    fi: 'Palveluryhmien määrä, 12 kk',
    sv: 'Antal servicegrupper, 12 mån.',
    en: 'Groups of services, 12 months',
  },
  cost_cents_3: {
    fi: 'Palvelujen kustannukset, 3 kk',
    sv: 'Kostnader för tjänster, 3 mån.',
    en: 'Cost of services, 3 months',
  },
  cost_cents_12: {
    fi: 'Palvelujen kustannukset, 12 kk',
    sv: 'Kostnader för tjänster, 12 mån.',
    en: 'Cost of services, 12 months',
  },
  cost_cents_24: {
    fi: 'Palvelujen kustannukset, 24 kk',
    sv: 'Kostnader för tjänster, 24 mån.',
    en: 'Cost of services, 24 months',
  },
  falls_12: { fi: 'Kaatumiset, 12 kk', sv: 'Fallolyckor, 12 mån.', en: 'Falls, 12 months' },
  falls_24: { fi: 'Kaatumiset, 24 kk', sv: 'Fallolyckor, 24 mån.', en: 'Falls, 24 months' },
  has_hip_fracture_24: {
    fi: 'Lonkkamurtuma, 24 kk',
    sv: 'Höftfraktur, 24 mån.',
    en: 'Hip fracture, 24 months',
  },
  has_osteoporosis_24: {
    fi: 'Osteoporoosi, 24 kk',
    sv: 'Benskörhet, 24 mån.',
    en: 'Osteoporosis, 24 months',
  },
  has_memory_disorder_24: {
    fi: 'Muistisairaus, 24 kk',
    sv: 'Minnessjukdom, 24 mån.',
    en: 'Memory disorder, 24 months',
  },
  months_since_memory_disorder: {
    fi: 'Kuukaudet muistisairauden kirjauksesta',
    sv: 'Månader sedan minnessjukdomen registrerades',
    en: 'Months since a memory disorder was recorded',
  },
  has_known_memory_disorder: {
    fi: 'Muistisairausdiagnoosi tiedossa',
    sv: 'Minnessjukdomsdiagnos känd',
    en: 'Memory-disorder diagnosis known',
  },
  rai_cps: { fi: 'RAI, kognitio (CPS)', sv: 'RAI, kognition (CPS)', en: 'RAI, cognition (CPS)' },
  has_stroke_24: {
    fi: 'Aivoverenkiertohäiriö, 24 kk',
    sv: 'Störning i hjärnans blodcirkulation, 24 mån.',
    en: 'Stroke, 24 months',
  },
  has_heart_failure_24: {
    fi: 'Sydämen vajaatoiminta, 24 kk',
    sv: 'Hjärtsvikt, 24 mån.',
    en: 'Heart failure, 24 months',
  },
  has_ischaemic_heart_disease_24: {
    fi: 'Sepelvaltimotauti, 24 kk',
    sv: 'Kranskärlssjukdom, 24 mån.',
    en: 'Ischaemic heart disease, 24 months',
  },
  has_copd_24: {
    fi: 'Keuhkoahtaumatauti, 24 kk',
    sv: 'Kronisk obstruktiv lungsjukdom, 24 mån.',
    en: 'Chronic obstructive lung disease, 24 months',
  },
  has_diabetes_24: { fi: 'Diabetes, 24 kk', sv: 'Diabetes, 24 mån.', en: 'Diabetes, 24 months' },
  has_cancer_24: { fi: 'Syöpä, 24 kk', sv: 'Cancer, 24 mån.', en: 'Cancer, 24 months' },
  has_kidney_disease_24: {
    fi: 'Munuaissairaus, 24 kk',
    sv: 'Njursjukdom, 24 mån.',
    en: 'Kidney disease, 24 months',
  },
  has_arthritis_24: {
    fi: 'Niveltulehdus tai nivelrikko, 24 kk',
    sv: 'Ledinflammation eller artros, 24 mån.',
    en: 'Arthritis, 24 months',
  },
  has_parkinson_24: {
    fi: 'Parkinsonin tauti, 24 kk',
    sv: 'Parkinsons sjukdom, 24 mån.',
    en: 'Parkinson’s disease, 24 months',
  },
  diagnosis_groups_24: {
    fi: 'Kirjatut sairausryhmät, 24 kk',
    sv: 'Registrerade sjukdomsgrupper, 24 mån.',
    en: 'Groups of recorded illnesses, 24 months',
  },
  has_depression_24: { fi: 'Masennus, 24 kk', sv: 'Depression, 24 mån.', en: 'Depression, 24 months' },
  rai_drs: { fi: 'RAI, mieliala (DRS)', sv: 'RAI, sinnesstämning (DRS)', en: 'RAI, mood (DRS)' },
  rai_maple: {
    fi: 'RAI, palvelutarve (MAPLe)',
    sv: 'RAI, servicebehov (MAPLe)',
    en: 'RAI, need of services (MAPLe)',
  },
  rai_adlh: {
    fi: 'RAI, arkisuoriutuminen (ADLH)',
    sv: 'RAI, dagliga funktioner (ADLH)',
    en: 'RAI, daily functions (ADLH)',
  },
  rai_iadlp: {
    fi: 'RAI, välinetoiminnot (IADLP)',
    sv: 'RAI, instrumentella funktioner (IADLP)',
    en: 'RAI, instrumental functions (IADLP)',
  },
  rai_chess: {
    fi: 'RAI, terveydentilan vakaus (CHESS)',
    sv: 'RAI, hälsans stabilitet (CHESS)',
    en: 'RAI, stability of health (CHESS)',
  },
  rai_pain: { fi: 'RAI, kipu', sv: 'RAI, smärta', en: 'RAI, pain' },
  months_since_rai: {
    fi: 'Kuukaudet RAI-arvioinnista',
    sv: 'Månader sedan RAI-bedömningen',
    en: 'Months since the RAI assessment',
  },
  has_support_services: { fi: 'Tukipalvelut', sv: 'Stödtjänster', en: 'Support services' },
  has_day_activities: { fi: 'Päivätoiminta', sv: 'Dagverksamhet', en: 'Day activities' },
  has_communal_housing: { fi: 'Yhteisöllinen asuminen', sv: 'Gemenskapsboende', en: 'Communal housing' },
  need_assessments_12: {
    fi: 'Palvelutarpeen arvioinnit, 12 kk',
    sv: 'Bedömningar av servicebehovet, 12 mån.',
    en: 'Service-need assessments, 12 months',
  },
  months_since_need_assessment: {
    fi: 'Kuukaudet palvelutarpeen arvioinnista',
    sv: 'Månader sedan bedömningen av servicebehovet',
    en: 'Months since the service-need assessment',
  },
  denied_decisions_24: {
    fi: 'Kielteiset päätökset, 24 kk',
    sv: 'Avslag, 24 mån.',
    en: 'Denied decisions, 24 months',
  },
  has_informal_care_support: {
    fi: 'Omaishoidon tuki',
    sv: 'Stöd för närståendevård',
    en: 'Informal-care support',
  },
  has_informal_carer: { fi: 'Omaishoitaja', sv: 'Närståendevårdare', en: 'Informal carer' },
  lives_alone: { fi: 'Asuu yksin', sv: 'Bor ensam', en: 'Lives alone' },
} as const satisfies Record<FeatureId, Texts>;

/** A predictor's name, or its own where a programme has predictors that are not in the vocabulary. */
export const featureName = (feature: string, language: Language): string =>
  Object.hasOwn(featureNames, feature) ? featureNames[feature as FeatureId][language] : feature;

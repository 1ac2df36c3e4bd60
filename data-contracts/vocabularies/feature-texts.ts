import type { Texts } from '../schemas/fields.ts';
import type { FeatureId } from './features.ts';

/** What a feature is called where its value is told; of a flag, what is said of yes and of no. */
export interface FeatureTexts extends Texts {
  /** Of a flag: said where it is not so. */
  readonly no?: Texts;
  /** Said where there is no value; absent: what its group says. */
  readonly missing?: Texts;
}

const notAssessed: Texts = {
  fi: 'Ei RAI-arviointia',
  sv: 'Ingen RAI-bedömning',
  en: 'No RAI assessment',
};

export const featureTexts = {
  age_years: { fi: 'Ikä', sv: 'Ålder', en: 'Age' },
  is_male: { fi: 'Mies', sv: 'Man', en: 'Man', no: { fi: 'Nainen', sv: 'Kvinna', en: 'Woman' } },
  home_care_months_12: {
    fi: 'Kotihoitoa viimeisten 12 kuukauden aikana',
    sv: 'Hemvård under de senaste 12 månaderna',
    en: 'Home care in the last 12 months',
  },
  home_care_contacts_newest: {
    fi: 'Kotihoidon käyntejä viimeisimpänä kotihoidon kuukautena',
    sv: 'Hemvårdsbesök under den senaste månaden med hemvård',
    en: 'Home-care visits in the latest month with home care',
  },
  home_care_contacts_3: {
    fi: 'Kotihoidon käyntejä viimeisten 3 kuukauden aikana',
    sv: 'Hemvårdsbesök under de senaste 3 månaderna',
    en: 'Home-care visits in the last 3 months',
  },
  home_care_contacts_12: {
    fi: 'Kotihoidon käyntejä viimeisten 12 kuukauden aikana',
    sv: 'Hemvårdsbesök under de senaste 12 månaderna',
    en: 'Home-care visits in the last 12 months',
  },
  home_nursing_contacts_12: {
    fi: 'Kotisairaanhoidon käyntejä viimeisten 12 kuukauden aikana',
    sv: 'Hemsjukvårdsbesök under de senaste 12 månaderna',
    en: 'Home-nursing visits in the last 12 months',
  },
  has_home_care_decision: {
    fi: 'Päätös kotihoidosta',
    sv: 'Beslut om hemvård',
    en: 'Home care granted',
    no: { fi: 'Ei päätöstä kotihoidosta', sv: 'Inget beslut om hemvård', en: 'No home care granted' },
  },
  emergency_visits_3: {
    fi: 'Päivystyskäyntejä viimeisten 3 kuukauden aikana',
    sv: 'Jourbesök under de senaste 3 månaderna',
    en: 'Emergency visits in the last 3 months',
  },
  emergency_visits_12: {
    fi: 'Päivystyskäyntejä viimeisten 12 kuukauden aikana',
    sv: 'Jourbesök under de senaste 12 månaderna',
    en: 'Emergency visits in the last 12 months',
  },
  emergency_visits_24: {
    fi: 'Päivystyskäyntejä viimeisten 24 kuukauden aikana',
    sv: 'Jourbesök under de senaste 24 månaderna',
    en: 'Emergency visits in the last 24 months',
  },
  hospital_days_3: {
    fi: 'Sairaalahoitoa viimeisten 3 kuukauden aikana',
    sv: 'Sjukhusvård under de senaste 3 månaderna',
    en: 'Hospital care in the last 3 months',
  },
  hospital_days_12: {
    fi: 'Sairaalahoitoa viimeisten 12 kuukauden aikana',
    sv: 'Sjukhusvård under de senaste 12 månaderna',
    en: 'Hospital care in the last 12 months',
  },
  hospital_days_24: {
    fi: 'Sairaalahoitoa viimeisten 24 kuukauden aikana',
    sv: 'Sjukhusvård under de senaste 24 månaderna',
    en: 'Hospital care in the last 24 months',
  },
  hospital_stays_12: {
    fi: 'Sairaalajaksoja viimeisten 12 kuukauden aikana',
    sv: 'Sjukhusvistelser under de senaste 12 månaderna',
    en: 'Hospital stays in the last 12 months',
  },
  hospital_stays_24: {
    fi: 'Sairaalajaksoja viimeisten 24 kuukauden aikana',
    sv: 'Sjukhusvistelser under de senaste 24 månaderna',
    en: 'Hospital stays in the last 24 months',
  },
  months_since_hospital_stay: {
    fi: 'Aika edellisestä sairaalajaksosta',
    sv: 'Tid sedan den senaste sjukhusvistelsen',
    en: 'Time since the last hospital stay',
    missing: {
      fi: 'Ei sairaalajaksoa viimeisten 24 kuukauden aikana',
      sv: 'Ingen sjukhusvistelse under de senaste 24 månaderna',
      en: 'No hospital stay in the last 24 months',
    },
  },
  primary_visits_12: {
    fi: 'Perusterveydenhuollon käyntejä viimeisten 12 kuukauden aikana',
    sv: 'Besök inom primärvården under de senaste 12 månaderna',
    en: 'Primary-care visits in the last 12 months',
  },
  specialist_visits_12: {
    fi: 'Erikoissairaanhoidon avokäyntejä viimeisten 12 kuukauden aikana',
    sv: 'Öppenvårdsbesök inom den specialiserade sjukvården under de senaste 12 månaderna',
    en: 'Specialist outpatient visits in the last 12 months',
  },
  remote_contacts_12: {
    fi: 'Etäasiointeja viimeisten 12 kuukauden aikana',
    sv: 'Distanskontakter under de senaste 12 månaderna',
    en: 'Remote contacts in the last 12 months',
  },
  mental_health_contacts_12: {
    fi: 'Mielenterveyspalvelujen käyntejä viimeisten 12 kuukauden aikana',
    sv: 'Besök inom mentalvården under de senaste 12 månaderna',
    en: 'Mental-health visits in the last 12 months',
  },
  therapy_contacts_12: {
    fi: 'Fysio- ja toimintaterapian käyntejä viimeisten 12 kuukauden aikana',
    sv: 'Besök inom fysio- och ergoterapi under de senaste 12 månaderna',
    en: 'Physio- and occupational-therapy visits in the last 12 months',
  },
  day_activity_contacts_12: {
    fi: 'Päivätoiminnan käyntejä viimeisten 12 kuukauden aikana',
    sv: 'Besök i dagverksamhet under de senaste 12 månaderna',
    en: 'Day-activity visits in the last 12 months',
  },
  contacts_3: {
    fi: 'Palvelukontakteja viimeisten 3 kuukauden aikana',
    sv: 'Kontakter med tjänster under de senaste 3 månaderna',
    en: 'Contacts with services in the last 3 months',
  },
  contacts_12: {
    fi: 'Palvelukontakteja viimeisten 12 kuukauden aikana',
    sv: 'Kontakter med tjänster under de senaste 12 månaderna',
    en: 'Contacts with services in the last 12 months',
  },
  contacts_24: {
    fi: 'Palvelukontakteja viimeisten 24 kuukauden aikana',
    sv: 'Kontakter med tjänster under de senaste 24 månaderna',
    en: 'Contacts with services in the last 24 months',
  },
  contact_change: {
    fi: 'Palvelukontakteja kolmen viime kuukauden aikana koko vuoteen verrattuna',
    sv: 'Kontakter med tjänster under de senaste tre månaderna jämfört med hela året',
    en: 'Contacts with services in the last three months against the whole year',
  },
  months_since_contact: {
    fi: 'Aika edellisestä palvelukontaktista',
    sv: 'Tid sedan den senaste kontakten med tjänster',
    en: 'Time since the last contact with services',
    missing: {
      fi: 'Ei palvelukontakteja viimeisten 24 kuukauden aikana',
      sv: 'Inga kontakter med tjänster under de senaste 24 månaderna',
      en: 'No contacts with services in the last 24 months',
    },
  },
  service_groups_12: {
    fi: 'Eri palvelujen määrä viimeisten 12 kuukauden aikana',
    sv: 'Antal olika tjänster under de senaste 12 månaderna',
    en: 'Different services in the last 12 months',
  },
  cost_cents_3: {
    fi: 'Palvelujen kustannukset viimeisten 3 kuukauden aikana',
    sv: 'Kostnader för tjänster under de senaste 3 månaderna',
    en: 'Cost of services in the last 3 months',
  },
  cost_cents_12: {
    fi: 'Palvelujen kustannukset viimeisten 12 kuukauden aikana',
    sv: 'Kostnader för tjänster under de senaste 12 månaderna',
    en: 'Cost of services in the last 12 months',
  },
  cost_cents_24: {
    fi: 'Palvelujen kustannukset viimeisten 24 kuukauden aikana',
    sv: 'Kostnader för tjänster under de senaste 24 månaderna',
    en: 'Cost of services in the last 24 months',
  },
  falls_12: {
    fi: 'Kirjattuja kaatumisia viimeisten 12 kuukauden aikana',
    sv: 'Registrerade fallolyckor under de senaste 12 månaderna',
    en: 'Recorded falls in the last 12 months',
  },
  falls_24: {
    fi: 'Kirjattuja kaatumisia viimeisten 24 kuukauden aikana',
    sv: 'Registrerade fallolyckor under de senaste 24 månaderna',
    en: 'Recorded falls in the last 24 months',
  },
  has_hip_fracture: {
    fi: 'Lonkkamurtuma',
    sv: 'Höftfraktur',
    en: 'Hip fracture',
    no: { fi: 'Ei lonkkamurtumaa', sv: 'Ingen höftfraktur', en: 'No hip fracture' },
  },
  has_osteoporosis: {
    fi: 'Osteoporoosi',
    sv: 'Osteoporos',
    en: 'Osteoporosis',
    no: { fi: 'Ei osteoporoosia', sv: 'Ingen osteoporos', en: 'No osteoporosis' },
  },
  has_memory_disorder: {
    fi: 'Muistisairausdiagnoosi',
    sv: 'Minnessjukdomsdiagnos',
    en: 'Memory-disorder diagnosis',
    no: {
      fi: 'Ei muistisairausdiagnoosia',
      sv: 'Ingen minnessjukdomsdiagnos',
      en: 'No memory-disorder diagnosis',
    },
  },
  months_since_memory_disorder: {
    fi: 'Aika muistisairausdiagnoosista',
    sv: 'Tid sedan minnessjukdomsdiagnosen',
    en: 'Time since the memory-disorder diagnosis',
    missing: {
      fi: 'Ei muistisairausdiagnoosia',
      sv: 'Ingen minnessjukdomsdiagnos',
      en: 'No memory-disorder diagnosis',
    },
  },
  rai_cps: {
    fi: 'RAI-arvioinnin kognitio (CPS, 0–6, suurempi on heikompi)',
    sv: 'Kognition enligt RAI-bedömningen (CPS, 0–6, högre är sämre)',
    en: 'Cognition in the RAI assessment (CPS, 0–6, higher is poorer)',
    missing: notAssessed,
  },
  has_stroke: {
    fi: 'Aivoverenkiertohäiriö',
    sv: 'Störning i hjärnans blodcirkulation',
    en: 'Stroke or TIA',
    no: {
      fi: 'Ei aivoverenkiertohäiriötä',
      sv: 'Ingen störning i hjärnans blodcirkulation',
      en: 'No stroke or TIA',
    },
  },
  has_heart_failure: {
    fi: 'Sydämen vajaatoiminta',
    sv: 'Hjärtsvikt',
    en: 'Heart failure',
    no: { fi: 'Ei sydämen vajaatoimintaa', sv: 'Ingen hjärtsvikt', en: 'No heart failure' },
  },
  has_ischaemic_heart_disease: {
    fi: 'Sepelvaltimotauti',
    sv: 'Kranskärlssjukdom',
    en: 'Ischaemic heart disease',
    no: { fi: 'Ei sepelvaltimotautia', sv: 'Ingen kranskärlssjukdom', en: 'No ischaemic heart disease' },
  },
  has_copd: {
    fi: 'Keuhkoahtaumatauti',
    sv: 'Kroniskt obstruktiv lungsjukdom',
    en: 'Chronic obstructive pulmonary disease',
    no: {
      fi: 'Ei keuhkoahtaumatautia',
      sv: 'Ingen kroniskt obstruktiv lungsjukdom',
      en: 'No chronic obstructive pulmonary disease',
    },
  },
  has_diabetes: {
    fi: 'Diabetes',
    sv: 'Diabetes',
    en: 'Diabetes',
    no: { fi: 'Ei diabetesta', sv: 'Ingen diabetes', en: 'No diabetes' },
  },
  has_cancer: {
    fi: 'Syöpä',
    sv: 'Cancer',
    en: 'Cancer',
    no: { fi: 'Ei syöpää', sv: 'Ingen cancer', en: 'No cancer' },
  },
  has_kidney_disease: {
    fi: 'Munuaissairaus',
    sv: 'Njursjukdom',
    en: 'Kidney disease',
    no: { fi: 'Ei munuaissairautta', sv: 'Ingen njursjukdom', en: 'No kidney disease' },
  },
  has_arthritis: {
    fi: 'Nivelsairaus',
    sv: 'Ledsjukdom',
    en: 'Joint disease',
    no: { fi: 'Ei nivelsairautta', sv: 'Ingen ledsjukdom', en: 'No joint disease' },
  },
  has_parkinson: {
    fi: 'Parkinsonin tauti',
    sv: 'Parkinsons sjukdom',
    en: 'Parkinson’s disease',
    no: { fi: 'Ei Parkinsonin tautia', sv: 'Ingen Parkinsons sjukdom', en: 'No Parkinson’s disease' },
  },
  diagnosis_groups: {
    fi: 'Todettujen sairauksien ryhmiä',
    sv: 'Grupper av konstaterade sjukdomar',
    en: 'Groups of diagnosed illness',
  },
  has_depression: {
    fi: 'Masennusdiagnoosi',
    sv: 'Depressionsdiagnos',
    en: 'Depression diagnosis',
    no: { fi: 'Ei masennusdiagnoosia', sv: 'Ingen depressionsdiagnos', en: 'No depression diagnosis' },
  },
  rai_drs: {
    fi: 'RAI-arvioinnin mieliala (DRS, 0–14, suurempi on heikompi)',
    sv: 'Sinnesstämning enligt RAI-bedömningen (DRS, 0–14, högre är sämre)',
    en: 'Mood in the RAI assessment (DRS, 0–14, higher is poorer)',
    missing: notAssessed,
  },
  rai_maple: {
    fi: 'RAI-arvioinnin palvelutarve (MAPLe, 1–5, suurempi on kiireellisempi)',
    sv: 'Servicebehov enligt RAI-bedömningen (MAPLe, 1–5, högre är mer brådskande)',
    en: 'Priority of need in the RAI assessment (MAPLe, 1–5, higher is more urgent)',
    missing: notAssessed,
  },
  rai_adlh: {
    fi: 'RAI-arvioinnin arkisuoriutuminen (ADLH, 0–6, suurempi on heikompi)',
    sv: 'Dagliga funktioner enligt RAI-bedömningen (ADLH, 0–6, högre är sämre)',
    en: 'Daily activities in the RAI assessment (ADLH, 0–6, higher is poorer)',
    missing: notAssessed,
  },
  rai_iadlp: {
    fi: 'RAI-arvioinnin välinetoiminnot (IADLP, 0–48, suurempi on heikompi)',
    sv: 'Instrumentella funktioner enligt RAI-bedömningen (IADLP, 0–48, högre är sämre)',
    en: 'Instrumental activities in the RAI assessment (IADLP, 0–48, higher is poorer)',
    missing: notAssessed,
  },
  rai_chess: {
    fi: 'RAI-arvioinnin terveydentilan vakaus (CHESS, 0–5, suurempi on heikompi)',
    sv: 'Hälsotillståndets stabilitet enligt RAI-bedömningen (CHESS, 0–5, högre är sämre)',
    en: 'Instability of health in the RAI assessment (CHESS, 0–5, higher is poorer)',
    missing: notAssessed,
  },
  rai_pain: {
    fi: 'RAI-arvioinnin kipu (PAIN, 0–4, suurempi on heikompi)',
    sv: 'Smärta enligt RAI-bedömningen (PAIN, 0–4, högre är sämre)',
    en: 'Pain in the RAI assessment (PAIN, 0–4, higher is poorer)',
    missing: notAssessed,
  },
  months_since_rai: {
    fi: 'Aika RAI-arvioinnista',
    sv: 'Tid sedan RAI-bedömningen',
    en: 'Time since the RAI assessment',
    missing: notAssessed,
  },
  has_support_services: {
    fi: 'Päätös tukipalveluista',
    sv: 'Beslut om stödtjänster',
    en: 'Support services granted',
    no: {
      fi: 'Ei päätöstä tukipalveluista',
      sv: 'Inget beslut om stödtjänster',
      en: 'No support services granted',
    },
  },
  has_day_activities: {
    fi: 'Päätös päivätoiminnasta',
    sv: 'Beslut om dagverksamhet',
    en: 'Day activities granted',
    no: {
      fi: 'Ei päätöstä päivätoiminnasta',
      sv: 'Inget beslut om dagverksamhet',
      en: 'No day activities granted',
    },
  },
  has_communal_housing: {
    fi: 'Päätös yhteisöllisestä asumisesta',
    sv: 'Beslut om gemenskapsboende',
    en: 'Communal housing granted',
    no: {
      fi: 'Ei päätöstä yhteisöllisestä asumisesta',
      sv: 'Inget beslut om gemenskapsboende',
      en: 'No communal housing granted',
    },
  },
  need_assessments_12: {
    fi: 'Palvelutarpeen arviointeja viimeisten 12 kuukauden aikana',
    sv: 'Bedömningar av servicebehovet under de senaste 12 månaderna',
    en: 'Assessments of service need in the last 12 months',
  },
  months_since_need_assessment: {
    fi: 'Aika palvelutarpeen arvioinnista',
    sv: 'Tid sedan servicebehovet bedömdes',
    en: 'Time since service need was assessed',
  },
  denied_decisions_24: {
    fi: 'Kielteisiä palvelupäätöksiä viimeisten 24 kuukauden aikana',
    sv: 'Avslag på ansökningar om tjänster under de senaste 24 månaderna',
    en: 'Applications for services denied in the last 24 months',
  },
  has_informal_care_support: {
    fi: 'Omaishoidon tuki',
    sv: 'Stöd för närståendevård',
    en: 'Support for informal care',
    no: {
      fi: 'Ei omaishoidon tukea',
      sv: 'Inget stöd för närståendevård',
      en: 'No support for informal care',
    },
  },
  has_informal_carer: {
    fi: 'On omaishoitaja',
    sv: 'Har en närståendevårdare',
    en: 'Has an informal carer',
    no: { fi: 'Ei omaishoitajaa', sv: 'Har ingen närståendevårdare', en: 'Has no informal carer' },
  },
  lives_alone: {
    fi: 'Asuu yksin',
    sv: 'Bor ensam',
    en: 'Lives alone',
    no: { fi: 'Ei asu yksin', sv: 'Bor inte ensam', en: 'Does not live alone' },
  },
} as const satisfies Record<FeatureId, FeatureTexts>;

import type { Texts } from '../schemas/fields.ts';

const notAssessed: Texts = {
  fi: 'Ei RAI-arviointia',
  sv: 'Ingen RAI-bedömning',
  en: 'No RAI assessment',
};

/** What features of health, ability, decisions and living are called. */
export const healthFeatureTexts = {
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
} as const;

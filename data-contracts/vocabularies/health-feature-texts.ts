import type { Texts } from '../schemas/fields.ts';

const notAssessed: Texts = {
  fi: 'Ei RAI-arviointia',
  sv: 'Ingen RAI-bedömning',
  en: 'No RAI assessment',
};

/**
 * An illness that somebody coded at a visit of the last 24 months. Where none did, it is not said to be absent: whoever
 * has it may not have been seen for it.
 * @param ofIt the Finnish name in the partitive
 */
const onRecord = (name: Texts, ofIt: string) => ({
  fi: `${name.fi} kirjattu viimeisten 24 kuukauden aikana`,
  sv: `${name.sv} registrerad under de senaste 24 månaderna`,
  en: `${name.en} recorded in the last 24 months`,
  no: {
    fi: `${ofIt} ei ole kirjattu viimeisten 24 kuukauden aikana`,
    sv: `${name.sv} inte registrerad under de senaste 24 månaderna`,
    en: `${name.en} not recorded in the last 24 months`,
  },
});

const memoryDisorder = onRecord(
  { fi: 'Muistisairaus', sv: 'Minnessjukdom', en: 'Memory disorder' },
  'Muistisairautta',
);

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
  has_hip_fracture_24: {
    fi: 'Lonkkamurtuma viimeisten 24 kuukauden aikana',
    sv: 'Höftfraktur under de senaste 24 månaderna',
    en: 'Hip fracture in the last 24 months',
    no: {
      fi: 'Ei lonkkamurtumaa viimeisten 24 kuukauden aikana',
      sv: 'Ingen höftfraktur under de senaste 24 månaderna',
      en: 'No hip fracture in the last 24 months',
    },
  },
  has_osteoporosis_24: onRecord(
    { fi: 'Osteoporoosi', sv: 'Osteoporos', en: 'Osteoporosis' },
    'Osteoporoosia',
  ),
  has_memory_disorder_24: memoryDisorder,
  months_since_memory_disorder: {
    fi: 'Aika muistisairauden viimeisimmästä kirjauksesta',
    sv: 'Tid sedan minnessjukdomen senast registrerades',
    en: 'Time since a memory disorder was last recorded',
    missing: memoryDisorder.no,
  },
  has_known_memory_disorder: {
    fi: 'Muistisairausdiagnoosi tiedossa',
    sv: 'Minnessjukdomsdiagnos känd',
    en: 'Memory-disorder diagnosis known',
    no: {
      fi: 'Muistisairausdiagnoosia ei ole tiedossa',
      sv: 'Ingen känd minnessjukdomsdiagnos',
      en: 'No memory-disorder diagnosis known',
    },
  },
  rai_cps: {
    fi: 'RAI-arvioinnin kognitio (CPS, 0–6, suurempi on heikompi)',
    sv: 'Kognition enligt RAI-bedömningen (CPS, 0–6, högre är sämre)',
    en: 'Cognition in the RAI assessment (CPS, 0–6, higher is poorer)',
    missing: notAssessed,
  },
  has_stroke_24: onRecord(
    { fi: 'Aivoverenkiertohäiriö', sv: 'Störning i hjärnans blodcirkulation', en: 'Stroke or TIA' },
    'Aivoverenkiertohäiriötä',
  ),
  has_heart_failure_24: onRecord(
    { fi: 'Sydämen vajaatoiminta', sv: 'Hjärtsvikt', en: 'Heart failure' },
    'Sydämen vajaatoimintaa',
  ),
  has_ischaemic_heart_disease_24: onRecord(
    { fi: 'Sepelvaltimotauti', sv: 'Kranskärlssjukdom', en: 'Ischaemic heart disease' },
    'Sepelvaltimotautia',
  ),
  has_copd_24: onRecord(
    {
      fi: 'Keuhkoahtaumatauti',
      sv: 'Kroniskt obstruktiv lungsjukdom',
      en: 'Chronic obstructive pulmonary disease',
    },
    'Keuhkoahtaumatautia',
  ),
  has_diabetes_24: onRecord({ fi: 'Diabetes', sv: 'Diabetes', en: 'Diabetes' }, 'Diabetesta'),
  has_cancer_24: onRecord({ fi: 'Syöpä', sv: 'Cancer', en: 'Cancer' }, 'Syöpää'),
  has_kidney_disease_24: onRecord(
    { fi: 'Munuaissairaus', sv: 'Njursjukdom', en: 'Kidney disease' },
    'Munuaissairautta',
  ),
  has_arthritis_24: onRecord({ fi: 'Nivelsairaus', sv: 'Ledsjukdom', en: 'Joint disease' }, 'Nivelsairautta'),
  has_parkinson_24: onRecord(
    { fi: 'Parkinsonin tauti', sv: 'Parkinsons sjukdom', en: 'Parkinson’s disease' },
    'Parkinsonin tautia',
  ),
  diagnosis_groups_24: {
    fi: 'Viimeisten 24 kuukauden aikana kirjattujen sairauksien ryhmiä',
    sv: 'Grupper av sjukdomar som registrerats under de senaste 24 månaderna',
    en: 'Groups of illness recorded in the last 24 months',
  },
  has_depression_24: onRecord({ fi: 'Masennus', sv: 'Depression', en: 'Depression' }, 'Masennusta'),
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

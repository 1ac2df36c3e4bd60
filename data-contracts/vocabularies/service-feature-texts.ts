/** What features of a person's age, sex and use of services are called. */
export const serviceFeatureTexts = {
  age_years: { fi: 'Ikä', sv: 'Ålder', en: 'Age' },
  is_male: { fi: 'Mies', sv: 'Man', en: 'Man', no: { fi: 'Nainen', sv: 'Kvinna', en: 'Woman' } },
  home_care_months_12: {
    fi: 'Kotihoitoa viimeisten 12 kuukauden aikana',
    sv: 'Hemvård under de senaste 12 månaderna',
    en: 'Home care in the last 12 months',
  },
  home_care_contacts_newest: {
    fi: 'Kotihoidon käyntejä viimeisimmän kotihoitokuukauden aikana',
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
} as const;

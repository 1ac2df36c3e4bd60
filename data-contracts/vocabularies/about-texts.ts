/** How much of those who fit a preset it reaches; keys of notes of cohorts and plans. */
export const reachTexts = {
  'reaches-three-quarters': {
    fi: 'Kysymys tavoittaa noin kolme neljäsosaa niistä, joihin sen ehdot sopivat; muut ovat liian pienissä ryhmissä, eikä heitä näytetä.',
    sv: 'Frågan når omkring tre fjärdedelar av dem som uppfyller villkoren; de andra hör till för små grupper och visas inte.',
    en: 'The question reaches about three quarters of those who fit it; the others are in groups too small to be shown.',
  },
  'reaches-half': {
    fi: 'Kysymys tavoittaa noin puolet niistä, joihin sen ehdot sopivat; muut ovat liian pienissä ryhmissä, eikä heitä näytetä.',
    sv: 'Frågan når omkring hälften av dem som uppfyller villkoren; de andra hör till för små grupper och visas inte.',
    en: 'The question reaches about half of those who fit it; the others are in groups too small to be shown.',
  },
  'reaches-few': {
    fi: 'Kysymys tavoittaa enintään noin kolmasosan niistä, joihin sen ehdot sopivat; muut ovat liian pienissä ryhmissä, eikä heitä näytetä.',
    sv: 'Frågan når högst omkring en tredjedel av dem som uppfyller villkoren; de andra hör till för små grupper och visas inte.',
    en: 'The question reaches about a third at most of those who fit it; the others are in groups too small to be shown.',
  },
} as const;

/** Words of whom a question is about, and of their service status. */
export const aboutTexts = {
  serviceStatus: { fi: 'Palvelutilanne', sv: 'Servicesituation', en: 'Service status' },
  people: { fi: 'Keitä: {who}', sv: 'Vilka: {who}', en: 'Who: {who}' },
  livesAlone: { fi: 'yksin asuvat', sv: 'ensamboende', en: 'living alone' },
  ages: { fi: '{from}–{to} v', sv: '{from}–{to} år', en: 'aged {from}–{to}' },
  agesFrom: { fi: '{from} vuotta täyttäneet', sv: 'som fyllt {from} år', en: 'aged {from} and over' },
  agesTo: { fi: 'enintään {to} v', sv: 'högst {to} år', en: 'aged {to} and under' },
  basis: {
    fi: 'Palvelutilanteen peruste: {bases}.',
    sv: 'Servicesituationen bygger på: {bases}.',
    en: 'The service status rests on: {bases}.',
  },
  statusTable: {
    fi: 'Palvelutilanteittain: asiakkaita (heistä odotettu {months} kk)',
    sv: 'Enligt servicesituation: klienter (av dem förväntat {months} mån.)',
    en: 'By service status: clients (of them expected within {months} months)',
  },
  nowhereTold: {
    fi: 'Missään kunnassa ei näytetä: {statuses}.',
    sv: 'Visas inte i någon kommun: {statuses}.',
    en: 'Shown in no municipality: {statuses}.',
  },
  presets: { fi: 'Valmiit rajaukset', sv: 'Färdiga urval', en: 'Presets' },
  presetId: { fi: 'Tunnus', sv: 'Beteckning', en: 'Id' },
  presetName: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  presetTerms: { fi: 'Rajaus', sv: 'Avgränsning', en: 'Terms' },
  statusBasis: { fi: 'Peruste', sv: 'Grund', en: 'Basis' },
  otherwise: { fi: 'ei mikään näistä', sv: 'inget av dessa', en: 'none of these' },
  firstThatHolds: {
    fi: 'Jokaisella on yksi palvelutilanne: ensimmäinen, joka pitää paikkansa.',
    sv: 'Alla har en servicesituation: den första som stämmer.',
    en: 'Everybody has one service status: the first that holds.',
  },
  unknownStatus: {
    fi: 'Palvelutilannetta {given} ei ole. Valitse näistä: {known}.',
    sv: 'Servicesituationen {given} finns inte. Välj bland dessa: {known}.',
    en: 'There is no service status {given}. Choose from these: {known}.',
  },
  unknownPreset: {
    fi: 'Valmista rajausta {given} ei ole. Valitse näistä: {known}.',
    sv: 'Det färdiga urvalet {given} finns inte. Välj bland dessa: {known}.',
    en: 'There is no preset {given}. Choose from these: {known}.',
  },
  presetAndOwnTerms: {
    fi: 'Valmiissa rajauksessa ovat jo ikä, palvelutilanne ja yksin asuminen: anna joko rajaus tai omat ehdot.',
    sv: 'I ett färdigt urval ingår redan ålder, servicesituation och ensamboende: ange antingen urvalet eller egna villkor.',
    en: 'A preset already says age, service status and living alone: give either the preset or terms of your own.',
  },
} as const;

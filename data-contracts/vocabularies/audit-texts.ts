/** What the audit log’s commands say. */
export const auditTexts = {
  sound: {
    fi: 'Käyttöloki on ehjä: {count, plural, one {# rivi} other {# riviä}}',
    sv: 'Användningsloggen är hel: {count, plural, one {# rad} other {# rader}}',
    en: 'The audit log is whole: {count, plural, one {# line} other {# lines}}',
  },
  outcomes: {
    released: { fi: 'tiedot näytettiin', sv: 'uppgifterna visades', en: 'the data were shown' },
    allowed: { fi: 'tehtiin', sv: 'gjordes', en: 'done' },
    refused: { fi: 'ei sallittu', sv: 'tilläts inte', en: 'refused' },
    /** `{reasons}` of `refusalReasons`, each from a small letter. */
    withheld: {
      fi: 'tietoja ei näytetty eikä käytetty: {reasons}',
      sv: 'uppgifterna varken visades eller användes: {reasons}',
      en: 'the data were neither shown nor used: {reasons}',
    },
  },
  purposes: {
    planning: { fi: 'suunnittelu', sv: 'planering', en: 'planning' },
    profiling: { fi: 'profilointi', sv: 'profilering', en: 'profiling' },
    'hidden-demand': {
      fi: 'piilevän tarpeen etsintä',
      sv: 'sökning efter dolda behov',
      en: 'hidden demand',
    },
    outreach: { fi: 'yhteydenotto', sv: 'kontakt', en: 'outreach' },
    'model-development': { fi: 'mallin kehittäminen', sv: 'modellutveckling', en: 'model development' },
    statistics: { fi: 'tilastointi', sv: 'statistik', en: 'statistics' },
  },
  useCases: {
    'ask-cohort': {
      fi: 'asiakasryhmän haku suunnittelua varten',
      sv: 'sökning av en klientgrupp för planering',
      en: 'looking for a group of clients to plan for',
    },
    'ask-plan': {
      fi: 'toimenpidesuunnitelman laatiminen',
      sv: 'utarbetande av en åtgärdsplan',
      en: 'asking for a plan',
    },
    'ask-hidden-demand': {
      fi: 'tarkistuskäynnin arvoisten luettelo',
      sv: 'lista över dem som kan behöva en kontroll',
      en: 'asking who is worth a check-up',
    },
    'find-hidden-demand': {
      fi: 'piilevän tarpeen etsintä',
      sv: 'sökning efter dolda behov',
      en: 'looking for hidden demand',
    },
    'score-clients': {
      fi: 'asiakkaiden riskien arviointi',
      sv: 'uppskattning av klienternas risker',
      en: 'estimating clients’ risks',
    },
    'train-model': {
      fi: 'laskentamallin opettaminen',
      sv: 'träning av beräkningsmodellen',
      en: 'training the model',
    },
    'estimate-effects': {
      fi: 'vaikutusten arvioiminen',
      sv: 'uppskattning av effekter',
      en: 'estimating effects',
    },
    'read-statistics': { fi: 'tilastojen lukeminen', sv: 'läsning av statistik', en: 'reading statistics' },
    'read-hidden-statistics': {
      fi: 'piilevän tarpeen tilastojen lukeminen',
      sv: 'läsning av statistik om dolda behov',
      en: 'reading statistics of hidden demand',
    },
    'read-model-card': {
      fi: 'mallikortin lukeminen',
      sv: 'läsning av modellkortet',
      en: 'reading the model card',
    },
    'make-outreach-list': {
      fi: 'yhteydenottolistan tekeminen',
      sv: 'skapande av en kontaktlista',
      en: 'making an outreach list',
    },
    'open-outreach-list': {
      fi: 'yhteydenottolistan avaaminen',
      sv: 'öppnande av en kontaktlista',
      en: 'opening an outreach list',
    },
    'export-outreach-list': {
      fi: 'yhteydenottolistan vienti',
      sv: 'export av en kontaktlista',
      en: 'exporting an outreach list',
    },
    'record-outcome': {
      fi: 'tuloksen kirjaaminen',
      sv: 'registrering av utfall',
      en: 'recording an outcome',
    },
    'close-outreach-list': {
      fi: 'yhteydenottolistan sulkeminen',
      sv: 'stängning av en kontaktlista',
      en: 'closing an outreach list',
    },
    'record-consent': {
      fi: 'ilmoituksen kirjaaminen',
      sv: 'registrering av ett meddelande',
      en: 'recording what was said',
    },
    'lift-objection': {
      fi: 'kiellon tai vastustuksen peruminen',
      sv: 'hävning av ett förbud eller en invändning',
      en: 'lifting a prohibition or an objection',
    },
    'read-held-data': {
      fi: 'omien tietojen tarkastus',
      sv: 'insyn i egna uppgifter',
      en: 'access to one’s own data',
    },
    'request-rectification': {
      fi: 'oikaisupyyntö',
      sv: 'begäran om rättelse',
      en: 'request for rectification',
    },
    'list-rights-requests': {
      fi: 'avoimien pyyntöjen lukeminen',
      sv: 'läsning av öppna begäranden',
      en: 'reading the open requests',
    },
    'erase-person': { fi: 'tietojen poistaminen', sv: 'radering av uppgifter', en: 'erasure' },
    'rotate-keys': { fi: 'avaimen vaihto', sv: 'byte av nyckel', en: 'changing the key' },
    'search-audit-log': {
      fi: 'käyttölokin haku',
      sv: 'sökning i användningsloggen',
      en: 'searching the audit log',
    },
    'verify-audit-log': {
      fi: 'käyttölokin tarkistus',
      sv: 'kontroll av användningsloggen',
      en: 'verifying the audit log',
    },
    'set-aside-fault': {
      fi: 'vahingoittuneen merkinnän sivuuttaminen',
      sv: 'åsidosättande av en skadad anteckning',
      en: 'setting a damaged record aside',
    },
  },
} as const;

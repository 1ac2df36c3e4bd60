/** What can go wrong with a request, as its sender is told: status of HTTP and title. */
export const problems = {
  'malformed-body': {
    status: 400,
    fi: 'Pyynnön sisältö ei ole luettavaa JSONia',
    sv: 'Begärans innehåll är inte läsbar JSON',
    en: 'The body is not readable JSON',
  },
  'invalid-request': {
    status: 400,
    fi: 'Pyyntö ei ole sopimuksen mukainen',
    sv: 'Begäran följer inte kontraktet',
    en: 'The request is not as its contract says',
  },
  'idempotency-key-missing': {
    status: 400,
    fi: 'Pyynnöstä puuttuu Idempotency-Key tai se ei kelpaa',
    sv: 'Begäran saknar Idempotency-Key eller den duger inte',
    en: 'The request has no usable Idempotency-Key',
  },
  'identity-code-not-allowed': {
    status: 400,
    fi: 'Henkilötunnusta ei saa antaa tässä kohdassa',
    sv: 'En personbeteckning får inte anges här',
    en: 'A personal identity code may not be given here',
  },
  'not-signed-in': {
    status: 401,
    fi: 'Kirjautuminen puuttuu tai ei ole voimassa',
    sv: 'Inloggning saknas eller gäller inte',
    en: 'There is no sign-in, or it does not hold',
  },
  'access-refused': {
    status: 403,
    fi: 'Rooli ei oikeuta tähän',
    sv: 'Rollen ger inte rätt till detta',
    en: 'The role may not do this',
  },
  'gate-refused': {
    status: 403,
    fi: 'Tietoja ei voida luovuttaa',
    sv: 'Uppgifterna kan inte lämnas ut',
    en: 'The data cannot be released',
  },
  'not-found': {
    status: 404,
    fi: 'Pyydettyä ei ole tälle roolille ja yksikölle',
    sv: 'Det begärda finns inte för denna roll och enhet',
    en: 'There is no such thing for this role and unit',
  },
  'already-otherwise': {
    status: 409,
    fi: 'Sama tunniste on jo käytössä toisessa pyynnössä',
    sv: 'Samma identifierare används redan i en annan begäran',
    en: 'The same key is already another request’s',
  },
  'already-done': {
    status: 409,
    fi: 'Pyyntö on jo toteutettu, eikä sitä voi perua',
    sv: 'Begäran har redan verkställts och kan inte återtas',
    en: 'The request has been carried out and cannot be taken back',
  },
  'under-way': {
    status: 409,
    fi: 'Pyyntöä toteutetaan vielä: yritä myöhemmin uudelleen',
    sv: 'Begäran verkställs ännu: försök igen senare',
    en: 'The request is still being carried out: try again later',
  },
  'list-closed': {
    status: 409,
    fi: 'Yhteydenottolista on suljettu',
    sv: 'Kontaktlistan är stängd',
    en: 'The outreach list is closed',
  },
  'changed-meanwhile': {
    status: 409,
    fi: 'Tiedot muuttuivat pyynnön aikana: yritä uudelleen',
    sv: 'Uppgifterna ändrades under begäran: försök igen',
    en: 'The data changed during the request: try again',
  },
  'not-ready': {
    status: 409,
    fi: 'Tietoja ei ole vielä julkaistu',
    sv: 'Uppgifterna är inte ännu publicerade',
    en: 'The data are not published yet',
  },
  'body-too-large': {
    status: 413,
    fi: 'Pyynnön sisältö on liian suuri',
    sv: 'Begärans innehåll är för stort',
    en: 'The body is too large',
  },
  'unsupported-media-type': {
    status: 415,
    fi: 'Pyynnön sisällön on oltava JSONia',
    sv: 'Begärans innehåll ska vara JSON',
    en: 'The body must be JSON',
  },
  'cannot-be-answered': {
    status: 422,
    fi: 'Kysymykseen ei voida vastata näin',
    sv: 'Frågan kan inte besvaras så här',
    en: 'The question cannot be answered like this',
  },
  'no-erasure-request': {
    status: 422,
    fi: 'Henkilöllä ei ole voimassa olevaa pyyntöä kaikkien tietojensa poistamisesta',
    sv: 'Personen har ingen gällande begäran om att alla uppgifter ska raderas',
    en: 'No request of the person for the erasure of everything is in force',
  },
  'not-changed-here': {
    status: 422,
    fi: 'Avain on julkinen tai annettu muualta, eikä sitä voi vaihtaa täällä',
    sv: 'Nyckeln är offentlig eller given utifrån och kan inte bytas här',
    en: 'The key is public or given from outside, and cannot be changed here',
  },
  'answer-too-large': {
    status: 422,
    fi: 'Vastaus olisi liian suuri: pyydä vähemmän kerralla',
    sv: 'Svaret vore för stort: begär mindre på en gång',
    en: 'The answer would be too large: ask for less at a time',
  },
  'stopped-for-safety': {
    status: 503,
    fi: 'Mitään ei luovuteta ennen kuin palvelu on tarkastettu',
    sv: 'Ingenting lämnas ut förrän tjänsten har kontrollerats',
    en: 'Nothing is released until the service has been looked at',
  },
  'not-available': {
    status: 503,
    fi: 'Palvelu ei ole nyt käytettävissä: yritä hetken päästä uudelleen',
    sv: 'Tjänsten är inte tillgänglig just nu: försök igen om en stund',
    en: 'The service is not available now: try again in a moment',
  },
  failed: {
    status: 500,
    fi: 'Palvelussa tapahtui virhe',
    sv: 'Ett fel inträffade i tjänsten',
    en: 'Something went wrong in the service',
  },
} as const;

export type ProblemCode = keyof typeof problems;

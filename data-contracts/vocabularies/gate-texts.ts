/** What the commands of the release gate say to a person, in ICU MessageFormat, as in `texts`. */
export const gateTexts = {
  consent: {
    recorded: {
      fi: 'Kirjattu {instant}: {kind} ({event})',
      sv: 'Registrerat {instant}: {kind} ({event})',
      en: 'Recorded {instant}: {kind} ({event})',
    },
    count: {
      fi: '{count, plural, one {# tapahtuma} other {# tapahtumaa}} suostumuskirjassa',
      sv: '{count, plural, one {# händelse} other {# händelser}} i samtyckesregistret',
      en: '{count, plural, one {# event} other {# events}} in the consent ledger',
    },
    kinds: {
      'consent-given': { fi: 'suostumus annettu', sv: 'samtycke givet', en: 'consent given' },
      'consent-withdrawn': { fi: 'suostumus peruutettu', sv: 'samtycke återkallat', en: 'consent withdrawn' },
      objection: { fi: 'vastustaminen', sv: 'invändning', en: 'objection' },
      'objection-lifted': {
        fi: 'vastustaminen peruttu',
        sv: 'invändning tillbakadragen',
        en: 'objection lifted',
      },
      prohibition: { fi: 'kielto', sv: 'förbud', en: 'prohibition' },
      'prohibition-lifted': { fi: 'kielto peruttu', sv: 'förbud upphävt', en: 'prohibition lifted' },
      restriction: {
        fi: 'käsittelyn rajoittaminen',
        sv: 'begränsning av behandling',
        en: 'restriction of processing',
      },
      'restriction-lifted': {
        fi: 'käsittelyn rajoittaminen päättynyt',
        sv: 'begränsning av behandling upphävd',
        en: 'restriction of processing lifted',
      },
      'erasure-request': { fi: 'poistopyyntö', sv: 'begäran om radering', en: 'request for erasure' },
      'erasure-request-lifted': {
        fi: 'poistopyyntö peruttu',
        sv: 'begäran om radering tillbakadragen',
        en: 'request for erasure withdrawn',
      },
    },
  },
} as const;

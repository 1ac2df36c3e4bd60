import { auditTexts } from './audit-texts.ts';
/** What the commands of the release gate say to a person, in ICU MessageFormat, as in `texts`. */
export const gateTexts = {
  serve: {
    listening: {
      fi: 'Palvelu vastaa osoitteessa {url} vain tälle koneelle',
      sv: 'Tjänsten svarar på {url} endast för den här datorn',
      en: 'The service answers at {url}, to this machine only',
    },
    signIn: {
      fi: 'Kirjautuminen kokeilua varten: POST /sign-in, sisältönä id, role ja unit',
      sv: 'Inloggning för att prova: POST /sign-in med id, role och unit',
      en: 'A sign-in for trying it out: POST /sign-in with id, role and unit',
    },
  },
  busy: {
    fi: 'kansiota käyttää jo {command}, prosessi {processId} koneella {host}, alkaen {since}; yritä sen jälkeen uudelleen',
    sv: 'mappen används redan av {command}, process {processId} på {host}, sedan {since}; försök på nytt när den är klar',
    en: 'the home is already in use by {command}, process {processId} on {host}, since {since}; try again when it has ended',
  },
  backup: {
    made: {
      fi: 'Varmuuskopio tilanteesta {instant}: {count, plural, one {# tiedosto} other {# tiedostoa}} kansiossa {folder}',
      sv: 'Säkerhetskopia av läget {instant}: {count, plural, one {# fil} other {# filer}} i mappen {folder}',
      en: 'A copy as of {instant}: {count, plural, one {# file} other {# files}} in {folder}',
    },
    withoutKeys: {
      fi: 'Avaimet eivät ole kopiossa. Säilytä niistä oma kopio muualla: ilman niitä henkilötietoja ei voi avata eikä uusia toimituksia yhdistää.',
      sv: 'Nycklarna finns inte i kopian. Förvara en egen kopia av dem på ett annat ställe: utan dem kan identiteterna inte öppnas och nya leveranser inte kopplas.',
      en: 'The keys are not in the copy. Keep a copy of them elsewhere: without them identities cannot be opened, nor new deliveries be joined.',
    },
    restored: {
      fi: 'Palautettu tilanne {instant}: {count, plural, one {# tiedosto} other {# tiedostoa}}',
      sv: 'Återställt till läget {instant}: {count, plural, one {# fil} other {# filer}}',
      en: 'Restored as of {instant}: {count, plural, one {# file} other {# files}}',
    },
    erasedAnew: {
      fi: 'Kopion jälkeen poistettuja henkilöitä poistettu uudelleen: {count}',
      sv: 'Personer som raderats efter kopian och nu raderats på nytt: {count}',
      en: 'People erased after the copy and now taken out again: {count}',
    },
    eraseAgain: {
      fi: 'Mitä on ilmoitettu tai poistettu {instant} jälkeen, ei ole kopiossa: kirjaa kiellot, vastustamiset ja peruutukset uudelleen ja tee poistot (rights erase) uudelleen, ennen kuin mitään näytetään.',
      sv: 'Det som har meddelats eller raderats efter {instant} finns inte i kopian: registrera förbud, invändningar och återkallelser på nytt och gör raderingarna (rights erase) på nytt innan något visas.',
      en: 'What was said or erased after {instant} is not in the copy: record prohibitions, objections and withdrawals again, and erase again (rights erase), before anything is released.',
    },
    sayAgain: {
      fi: 'Mitä on ilmoitettu {instant} jälkeen, ei ole kopiossa: kirjaa kiellot, vastustamiset ja peruutukset uudelleen, ennen kuin mitään näytetään.',
      sv: 'Det som har meddelats efter {instant} finns inte i kopian: registrera förbud, invändningar och återkallelser på nytt innan något visas.',
      en: 'What was said after {instant} is not in the copy: record prohibitions, objections and withdrawals again before anything is released.',
    },
    keysMissing: {
      fi: 'Avaimet puuttuvat: vie ne kansioon keys/ ennen muuta käyttöä. Simuloidussa kansiossa niitä ei tarvita.',
      sv: 'Nycklarna saknas: lägg dem i mappen keys/ innan något annat görs. En simulerad mapp behöver inga.',
      en: 'The keys are missing: put them into keys/ before anything else. A simulated home needs none.',
    },
  },
  retrain: {
    nothingWaits: {
      fi: 'Uutta mallia ei ole pyydetty',
      sv: 'Ingen ny modell har begärts',
      en: 'Nobody has asked for a new model',
    },
    answers: {
      fi: 'Pyyntö {id}: {programme}',
      sv: 'Begäran {id}: {programme}',
      en: 'Request {id}: {programme}',
    },
  },
  audit: auditTexts,
  keys: {
    rotated: {
      fi: 'Henkilötietojen holvin avain on nyt {key}; uudelleen sinetöity {count, plural, one {# tieto} other {# tietoa}}.',
      sv: 'Nyckeln till identitetsvalvet är nu {key}; {count, plural, one {# uppgift} other {# uppgifter}} förseglades på nytt.',
      en: 'The identity vault’s key is now {key}; {count, plural, one {# identity} other {# identities}} resealed.',
    },
    retired: {
      fi: 'Avaimella {key} ei ole enää mitään. Jos se on muuallakin kuin tässä kansiossa, poista se sieltä.',
      sv: 'Ingenting är längre förseglat med nyckeln {key}. Om den finns någon annanstans än i den här mappen ska den tas bort därifrån.',
      en: 'Nothing is under the key {key} any more. Where it is kept elsewhere than in this folder, remove it there.',
    },
  },
  statistics: {
    people: { fi: 'Asiakkaita', sv: 'Klienter', en: 'Clients' },
    expected: {
      fi: 'Odotettu {months} kk',
      sv: 'Förväntat {months} mån.',
      en: 'Expected within {months} months',
    },
    total: { fi: 'Yhteensä (näytetyt)', sv: 'Totalt (visade)', en: 'Total (of those shown)' },
    method: {
      fi: 'Alle viiden hengen ryhmiä ei näytetä. Asiakasmäärät on pyöristetty viiden tarkkuuteen, ja yhteissumma on näytettyjen lukujen summa.',
      sv: 'Grupper på färre än fem visas inte. Antalen klienter är avrundade till närmaste fem, och totalen är summan av de visade talen.',
      en: 'Groups of fewer than five are not shown. Numbers of clients are rounded to the nearest five, and the total is that of the figures shown.',
    },
  },
  outreach: {
    made: {
      fi: 'Yhteydenottolista {list}: noin {count} asiakasta, yksikkö {unit}',
      sv: 'Kontaktlista {list}: omkring {count} klienter, enhet {unit}',
      en: 'Outreach list {list}: about {count} clients, unit {unit}',
    },
    tooFew: {
      fi: `Listalle voi ottaa liian harvan, joten sitä ei tehty. Tarkista:
  - onko henkilöillä voimassa oleva suostumus yhteydenottoihin
  - kattavatko yhteydenottojen oikeusperusteet kaikki käytetyt tietolähteet (legal-bases.json)
  - onko henkilöillä tänään asiakas- tai hoitosuhde yksikköön
  - ovatko he jo toisella listalla tai onko heihin otettu äskettäin yhteyttä (--quiet-days)
Ketä mikin syy koskee ja kuinka montaa, ei kerrota.`,
      sv: `För få kan tas med, så listan gjordes inte. Kontrollera:
  - om personerna har ett gällande samtycke till att bli kontaktade
  - om de rättsliga grunderna för kontakter täcker alla använda datakällor (legal-bases.json)
  - om personerna i dag har en klient- eller vårdrelation till enheten
  - om de redan finns på en annan lista eller har kontaktats nyligen (--quiet-days)
Vem en orsak gäller, och hur många, anges inte.`,
      en: `Too few can be put on a list, so none was made. Look at:
  - whether the people have a consent to being contacted in force
  - whether the legal bases for outreach cover every data source used (legal-bases.json)
  - whether the people have a client or care relationship with the unit today
  - whether they are on another list already or were contacted lately (--quiet-days)
Whom a reason concerns, and how many, is not told.`,
    },
    unknownUnit: {
      fi: 'Yksiköllä {unit} ei ole tänään asiakkaita. Yksiköt nimineen: ennakko outreach units',
      sv: 'Enheten {unit} har inga klienter i dag. Enheterna med namn: ennakko outreach units',
      en: 'The unit {unit} has no clients today. The units and their names: ennakko outreach units',
    },
    noUnits: {
      fi: 'Millään yksiköllä ei ole tänään asiakkaita.',
      sv: 'Ingen enhet har klienter i dag.',
      en: 'No unit has clients today.',
    },
    unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
    none: { fi: 'Yksiköllä ei ole listoja.', sv: 'Enheten har inga listor.', en: 'The unit has no lists.' },
    open: { fi: 'avoin', sv: 'öppen', en: 'open' },
    closed: { fi: 'suljettu', sv: 'stängd', en: 'closed' },
    list: { fi: 'Lista', sv: 'Lista', en: 'List' },
    madeOn: { fi: 'Tehty', sv: 'Skapad', en: 'Made' },
    rows: { fi: 'Asiakkaita', sv: 'Klienter', en: 'Clients' },
    withOutcome: { fi: 'Kirjattu', sv: 'Registrerade', en: 'With an outcome' },
    state: { fi: 'Tila', sv: 'Status', en: 'State' },
    row: { fi: 'Rivi', sv: 'Rad', en: 'Row' },
    name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
    familyName: { fi: 'Sukunimi', sv: 'Efternamn', en: 'Family name' },
    givenNames: { fi: 'Etunimet', sv: 'Förnamn', en: 'Given names' },
    telephone: { fi: 'Puhelin', sv: 'Telefon', en: 'Telephone' },
    unknown: { fi: 'ei tiedossa', sv: 'inte känt', en: 'not known' },
    language: { fi: 'Asiointikieli', sv: 'Kontaktspråk', en: 'Service language' },
    intervention: { fi: 'Ehdotettu toimenpide', sv: 'Föreslagen åtgärd', en: 'Suggested intervention' },
    teamDecides: { fi: 'tiimi päättää', sv: 'teamet avgör', en: 'the team decides' },
    reasons: { fi: 'Perustelut', sv: 'Förklaring', en: 'Reasons' },
    changeable: {
      fi: 'Mihin voidaan vaikuttaa',
      sv: 'Det som går att påverka',
      en: 'What can be changed',
    },
    outcome: { fi: 'Tulos', sv: 'Utfall', en: 'Outcome' },
    exported: {
      fi: 'Viety {count, plural, one {# rivi} other {# riviä}}: {file}',
      sv: '{count, plural, one {# rad exporterad} other {# rader exporterade}}: {file}',
      en: '{count, plural, one {# row} other {# rows}} exported: {file}',
    },
    recorded: {
      fi: 'Kirjattu riville {row}: {outcome}',
      sv: 'Registrerat på rad {row}: {outcome}',
      en: 'Recorded for row {row}: {outcome}',
    },
    objected: {
      fi: 'Samalla kirjattiin yhteydenottojen vastustaminen.',
      sv: 'Samtidigt registrerades en invändning mot kontakter.',
      en: 'An objection to being contacted was recorded with it.',
    },
    nowClosed: { fi: 'Lista on suljettu.', sv: 'Listan är stängd.', en: 'The list is closed.' },
    noResults: {
      fi: 'Suljettuja listoja ei ole.',
      sv: 'Det finns inga stängda listor.',
      en: 'No list has been closed.',
    },
    results: {
      fi: '{intervention}, suljetut listat: {figure}',
      sv: '{intervention}, stängda listor: {figure}',
      en: '{intervention}, closed lists: {figure}',
    },
    outcomes: {
      reached: { fi: 'tavoitettu', sv: 'nåddes', en: 'reached' },
      'not-reached': { fi: 'ei vastausta', sv: 'inget svar', en: 'no answer' },
      'call-again': { fi: 'soitetaan uudelleen', sv: 'ringer igen', en: 'call again' },
      'visit-agreed': { fi: 'kotikäynti sovittu', sv: 'hembesök avtalat', en: 'visit agreed' },
      'guided-to-assessment': {
        fi: 'ohjattu palvelutarpeen arviointiin',
        sv: 'hänvisad till bedömning av servicebehovet',
        en: 'guided to an assessment of service needs',
      },
      'guided-to-carer-support': {
        fi: 'ohjattu omaishoidon tukeen',
        sv: 'hänvisad till stöd för närståendevård',
        en: 'guided to support for informal care',
      },
      'guided-to-association': {
        fi: 'ohjattu järjestön toimintaan',
        sv: 'hänvisad till en förening',
        en: 'guided to an association',
      },
      'in-hospital': { fi: 'sairaalassa', sv: 'på sjukhus', en: 'in hospital' },
      moved: { fi: 'muuttanut pois', sv: 'har flyttat bort', en: 'moved away' },
      died: { fi: 'kuollut', sv: 'avliden', en: 'died' },
      declined: { fi: 'kieltäytyi', sv: 'tackade nej', en: 'declined' },
      'service-started': { fi: 'palvelu aloitettu', sv: 'service inledd', en: 'service started' },
      'already-has-help': { fi: 'saa jo apua', sv: 'får redan hjälp', en: 'already has help' },
      unsuitable: { fi: 'ei sovi', sv: 'inte lämplig', en: 'not suitable' },
      'wrong-person': { fi: 'väärä henkilö', sv: 'fel person', en: 'wrong person' },
      none: { fi: 'ei kirjattu', sv: 'inget registrerat', en: 'nothing recorded' },
    },
    languages: {
      'language-fi': { fi: 'suomi', sv: 'finska', en: 'Finnish' },
      'language-sv': { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
      'language-se': { fi: 'pohjoissaame', sv: 'nordsamiska', en: 'North Sámi' },
      'language-smn': { fi: 'inarinsaame', sv: 'enaresamiska', en: 'Inari Sámi' },
      'language-sms': { fi: 'koltansaame', sv: 'skoltsamiska', en: 'Skolt Sámi' },
      'language-other': { fi: 'muu', sv: 'annat', en: 'other' },
    },
    /** Beside the service language, where the words for a call are in another: said, never guessed at. */
    callWordsIn: {
      'language-fi': {
        fi: 'puhelun sanat suomeksi, tarkistettua käännöstä ei ole',
        sv: 'orden för samtalet på finska, granskad översättning saknas',
        en: 'words for the call in Finnish, there is no reviewed translation',
      },
      'language-sv': {
        fi: 'puhelun sanat ruotsiksi, tarkistettua käännöstä ei ole',
        sv: 'orden för samtalet på svenska, granskad översättning saknas',
        en: 'words for the call in Swedish, there is no reviewed translation',
      },
      'language-en': {
        fi: 'puhelun sanat englanniksi, tarkistettua käännöstä ei ole',
        sv: 'orden för samtalet på engelska, granskad översättning saknas',
        en: 'words for the call in English, there is no reviewed translation',
      },
    },
    peopleDecide: {
      fi: 'Ammattilainen päättää: arvio ei myönnä eikä epää palvelua, eikä perustelu kerro syytä.',
      sv: 'En yrkesperson beslutar: uppskattningen varken beviljar eller nekar en tjänst, och förklaringen anger ingen orsak.',
      en: 'A professional decides: a score neither grants nor denies a service, and a reason is not a cause.',
    },
  },
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

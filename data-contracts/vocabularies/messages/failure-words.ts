import type { Texts } from '../../schemas/fields.ts';

/** What a command or an answer says when it cannot do what was asked. */
export const failureWords: readonly Texts[] = [
  {
    en: 'expected one of {allowed}',
    fi: 'odotettu jokin näistä: {allowed}',
    sv: 'väntat något av {allowed}',
  },
  {
    en: 'at most {most} over HTTP with {interventions} interventions',
    fi: 'rajapinnassa enintään {most}, kun toimenpiteitä on {interventions}',
    sv: 'högst {most} över gränssnittet med {interventions} åtgärder',
  },
  {
    en: 'at most {most} people over HTTP',
    fi: 'rajapinnassa enintään {most} henkilöä',
    sv: 'högst {most} personer över gränssnittet',
  },
  {
    en: 'at most {most} statements over HTTP, one for each purpose and data source',
    fi: 'rajapinnassa enintään {most} ilmoitusta, yksi kutakin käyttötarkoitusta ja tietolähdettä kohti',
    sv: 'högst {most} meddelanden över gränssnittet, ett för varje ändamål och datakälla',
  },
  {
    en: 'invalid job: {faults}',
    fi: 'jokin annettu tieto ei kelpaa: {faults}',
    sv: 'någon uppgift duger inte: {faults}',
  },
  {
    en: '{path}: entry {entry}: {field}: {rule}',
    fi: '{path}: kohta {entry}: {field}: {rule}',
    sv: '{path}: post {entry}: {field}: {rule}',
  },
  { en: 'entry {entry}: {faults}', fi: 'kohta {entry}: {faults}', sv: 'post {entry}: {faults}' },
  {
    en: 'the audit log was not anchored: {message}',
    fi: 'käyttölokia ei ankkuroitu: {message}',
    sv: 'användningsloggen förankrades inte: {message}',
  },
  {
    en: '{station}: nothing published yet; run the step before first',
    fi: '{station}: mitään ei ole vielä julkaistu; tee ensin edeltävä vaihe',
    sv: '{station}: ingenting är publicerat ännu; gör steget före först',
  },
  {
    en: '{station}: published by an earlier version of the service; train and score again',
    fi: '{station}: palvelun aiempi versio on julkaissut tämän; opeta ja pisteytä uudelleen',
    sv: '{station}: publicerad av en tidigare version av tjänsten; träna och poängsätt på nytt',
  },
  {
    en: '{station}: built by an earlier version of the service; build client-months again',
    fi: '{station}: palvelun aiempi versio on koonnut tämän; kokoa asiakaskuukaudet uudelleen (build)',
    sv: '{station}: sammanställd av en tidigare version av tjänsten; sammanställ klientmånaderna på nytt (build)',
  },
  {
    en: '{station}: the model is older than model cards; train it again',
    fi: '{station}: malli on vanhempi kuin mallikortit; opeta se uudelleen',
    sv: '{station}: modellen är äldre än modellkorten; träna den på nytt',
  },
  {
    en: '{folder}: there is no such folder',
    fi: 'kansiota {folder} ei ole',
    sv: 'mappen {folder} finns inte',
  },
  {
    en: '--at: not for real people, whose objections hold from now on',
    fi: '--at: ei todellisista henkilöistä, joiden vastustamiset ovat voimassa heti',
    sv: '--at: inte för verkliga personer, vars invändningar gäller från nu',
  },
  {
    en: 'give --client, or --identifier-on-stdin',
    fi: 'anna --client tai --identifier-on-stdin',
    sv: 'ange --client eller --identifier-on-stdin',
  },
  {
    en: '--horizon: expected one of {months}',
    fi: '--horizon: odotettu jokin näistä: {months}',
    sv: '--horizon: väntat något av {months}',
  },
  {
    en: 'programme: expected one of {programmes}',
    fi: 'ohjelma: odotettu jokin näistä: {programmes}',
    sv: 'programmet: väntat något av {programmes}',
  },
  {
    en: 'outreach list: there is none of this id for this role and unit',
    fi: 'yhteydenottolistaa ei löydy tällä tunnisteella, tai roolisi tai yksikkösi ei oikeuta siihen',
    sv: 'kontaktlistan finns inte, eller så har din roll eller enhet inte rätt till den',
  },
  {
    en: 'outreach list: it has no row of this number',
    fi: 'yhteydenottolistalla ei ole tämän numeron riviä',
    sv: 'kontaktlistan har ingen rad med det numret',
  },
  {
    en: 'eventId: names another event of the list',
    fi: 'eventId: tunniste on jo listan toisella tapahtumalla',
    sv: 'eventId: en annan händelse på listan har redan identifieraren',
  },
  { en: 'the list is closed', fi: 'lista on suljettu', sv: 'listan är stängd' },
  {
    en: 'intervention: not in the catalogue of interventions',
    fi: 'toimenpidettä ei ole toimenpiteiden luettelossa',
    sv: 'åtgärden finns inte i katalogen över åtgärder',
  },
  {
    en: 'erasure: no request for all purposes and sources is in force; record it first (consent record --kind erasure-request)',
    fi: 'henkilöllä ei ole voimassa olevaa pyyntöä kaikkien tietojensa poistamisesta; kirjaa se ensin (consent record --kind erasure-request)',
    sv: 'personen har ingen gällande begäran om att alla uppgifter ska raderas; registrera den först (consent record --kind erasure-request)',
  },
  {
    en: 'erasure: there is none of this person',
    fi: 'henkilön tietoja ei ole poistettu',
    sv: 'personens uppgifter har inte raderats',
  },
  {
    en: 'erasure: not carried out to its end yet',
    fi: 'poistoa ei ole vielä toteutettu loppuun',
    sv: 'raderingen är inte slutförd ännu',
  },
  {
    en: 'erasure: it has been carried out, and cannot be lifted',
    fi: 'poisto on toteutettu, eikä sitä voi perua',
    sv: 'raderingen har gjorts och kan inte återtas',
  },
  {
    en: '{role}: may not {what} here',
    fi: 'rooli {role} ei oikeuta tähän',
    sv: 'rollen {role} ger inte rätt till detta',
  },
  {
    en: 'requester.{field}: holds a personal identity code',
    fi: 'requester.{field}: siinä on henkilötunnus',
    sv: 'requester.{field}: den innehåller en personbeteckning',
  },
  {
    en: '{field}: holds a personal identity code',
    fi: '{field}: siinä on henkilötunnus',
    sv: '{field}: den innehåller en personbeteckning',
  },
  { en: 'training: {message}', fi: 'opetus: {message}', sv: 'träning: {message}' },
  {
    en: 'scoring: {message}',
    fi: 'arvioiden laskeminen: {message}',
    sv: 'beräkning av uppskattningar: {message}',
  },
  { en: 'release: {message}', fi: 'tietojen näyttäminen: {message}', sv: 'visning av uppgifter: {message}' },
  {
    en: 'clock: it is behind the audit log; nothing is released until it is set right',
    fi: 'kello on jäljessä käyttölokista; mitään ei näytetä, ennen kuin se on korjattu',
    sv: 'klockan går efter användningsloggen; ingenting visas förrän den har ställts rätt',
  },
  {
    en: 'audit log: its end is not as it was written',
    fi: 'käyttölokin loppu ei ole ennallaan',
    sv: 'slutet av användningsloggen är inte som det skrevs',
  },
  {
    en: 'audit log: a piece has gone while it was read',
    fi: 'käyttölokista katosi osa, kun sitä luettiin',
    sv: 'en del av användningsloggen försvann medan den lästes',
  },
  {
    en: 'fault: there is none by that name that has not been set aside',
    fi: 'tämän nimistä sivuuttamatonta vikaa ei ole',
    sv: 'det finns inget fel med det namnet som inte redan är åsidosatt',
  },
  {
    en: 'document: a newer version of it has been recorded already',
    fi: 'asiakirjasta on jo kirjattu uudempi versio',
    sv: 'en nyare version av dokumentet har redan registrerats',
  },
  {
    en: 'document: the same version of it said something else',
    fi: 'asiakirjan sama versio sanoi jotain muuta',
    sv: 'samma version av dokumentet sade något annat',
  },
  {
    en: 'consentEventId: names another notice of the same client',
    fi: 'consentEventId: tunniste on jo asiakkaan toisella ilmoituksella',
    sv: 'consentEventId: ett annat meddelande från samma klient har redan identifieraren',
  },
  {
    en: 'effectiveAt: expected from 2000 on and within {years} years of now',
    fi: 'effectiveAt: odotettu hetki vuodesta 2000 alkaen ja enintään {years} vuoden päähän',
    sv: 'effectiveAt: väntat en tidpunkt från år 2000 och högst {years} år framåt',
  },
  {
    en: 'job: the id is another request’s',
    fi: 'tunniste on jo toisella pyynnöllä',
    sv: 'en annan begäran har redan identifieraren',
  },
  {
    en: 'job: the id is another request’s, or of one that has ended',
    fi: 'tunniste on jo toisella pyynnöllä, tai pyyntö on päättynyt',
    sv: 'en annan begäran har redan identifieraren, eller så har den avslutats',
  },
  {
    en: 'keys: the vault’s key is published or given from outside, and is not changed here',
    fi: 'holvin avain on julkinen tai annettu muualta, eikä sitä voi vaihtaa täällä',
    sv: 'valvets nyckel är offentlig eller given utifrån och kan inte bytas här',
  },
  {
    en: 'budget: buys {offers} offers, and a plan has at most {most}; ask for a part of the county',
    fi: 'määräraha riittäisi {offers} tarjottavaan toimenpiteeseen, ja suunnitelmassa on enintään {most}; rajaa kysymystä',
    sv: 'budgeten räcker till {offers} åtgärder och en plan har högst {most}; begränsa frågan',
  },
  {
    en: 'unit costs: no price of a day of hospital-stay',
    fi: 'yksikkökustannuksissa ei ole sairaalapäivän hintaa',
    sv: 'enhetskostnaderna saknar pris för en vårddag',
  },
  {
    en: 'intervention {id}: no eligible client; its rule is {rule}',
    fi: 'toimenpide {id}: kukaan ei täytä ehtoja; ehdot ovat {rule}',
    sv: 'åtgärden {id}: ingen klient uppfyller villkoren; villkoren är {rule}',
  },
  {
    en: 'intervention {id}: no effect of it is known, so no plan of savings can be made; ask for people worth a check-up',
    fi: 'toimenpide {id}: sen vaikutusta ei tunneta, joten säästöjä ei voi suunnitella; pyydä suunnitelma tarkistuskäynnin arvoisista (--hidden)',
    sv: 'åtgärden {id}: dess effekt är inte känd, så besparingar kan inte planeras; be om en plan för dem som är värda en kontroll (--hidden)',
  },
  {
    en: '--hidden: hidden demand is not looked for in {programme}',
    fi: '--hidden: ohjelmassa {programme} ei etsitä piilevää tarvetta',
    sv: '--hidden: i programmet {programme} söks inga dolda behov',
  },
  {
    en: '--interventions: only one together with --hidden',
    fi: '--interventions: vain yksi, kun mukana on --hidden',
    sv: '--interventions: bara en tillsammans med --hidden',
  },
  {
    en: 'interventions: {id} is named twice',
    fi: 'toimenpiteet: {id} on nimetty kahdesti',
    sv: 'åtgärderna: {id} nämns två gånger',
  },
  {
    en: 'capacity: {id} is not offered; offered are {offered}',
    fi: 'paikkamäärät: toimenpidettä {id} ei tarjota; tarjolla ovat {offered}',
    sv: 'antal platser: {id} erbjuds inte; de som erbjuds är {offered}',
  },
  {
    en: 'intervention {id}: not in the catalogue, which has {known}',
    fi: 'toimenpidettä {id} ei ole luettelossa, jossa ovat {known}',
    sv: 'åtgärden {id} finns inte i katalogen, som har {known}',
  },
  {
    en: '{what}: price year {year} is not in the price index',
    fi: '{what}: hintavuotta {year} ei ole hintaindeksissä',
    sv: '{what}: prisåret {year} finns inte i prisindexet',
  },
  { en: 'person identifier: {rule}', fi: 'henkilön tunniste: {rule}', sv: 'personens identifierare: {rule}' },
  {
    en: '{station}: {input} was published anew meanwhile',
    fi: '{station}: {input} julkaistiin välillä uudelleen',
    sv: '{station}: {input} publicerades på nytt under tiden',
  },
  {
    en: '{station}: another run was published meanwhile',
    fi: '{station}: toinen ajo julkaistiin välillä',
    sv: '{station}: en annan körning publicerades under tiden',
  },
  {
    en: '{part} rows: expected at least {least} outcomes, got {cases} among {rows} client-months',
    fi: 'liian vähän tapahtumia: odotettu vähintään {least}, oli {cases} ({rows} asiakaskuukautta, {part})',
    sv: 'för få utfall: väntat minst {least}, fanns {cases} ({rows} klientmånader, {part})',
  },
  {
    en: 'training follow-up: expected {months} months for the longer horizon, got {got}',
    fi: 'liian lyhyt seuranta opetukseen: odotettu {months} kuukautta, oli {got}',
    sv: 'för kort uppföljning för träningen: väntat {months} månader, fanns {got}',
  },
  {
    en: 'coverage: too short for the longest horizon after the look-back',
    fi: 'tietojen aika on liian lyhyt pisimmälle ennustejaksolle',
    sv: 'uppgifternas tid är för kort för den längsta prognosperioden',
  },
  {
    en: '{programme}: needs {months} whole months of data, got {got}',
    fi: '{programme}: tarvitaan {months} kokonaista kuukautta tietoja, on {got}',
    sv: '{programme}: behöver {months} hela månader av uppgifter, har {got}',
  },
  {
    en: 'tables: were made under another pseudonym key than this',
    fi: 'taulut on tehty toisella pseudonyymiavaimella',
    sv: 'tabellerna har gjorts med en annan pseudonymnyckel',
  },
  {
    en: 'landing: register data and simulated or synthetic data cannot be in one home',
    fi: 'samassa kansiossa ei voi olla rekisteritietoja ja simuloituja tai synteettisiä tietoja',
    sv: 'registeruppgifter och simulerade eller syntetiska uppgifter kan inte finnas i samma mapp',
  },
  {
    en: 'landing: a delivery’s name may hold letters, digits and ._:- only: {name}',
    fi: 'toimituksen nimessä saa olla vain kirjaimia, numeroita ja merkkejä ._:- : {name}',
    sv: 'en leverans namn får innehålla bara bokstäver, siffror och ._:- : {name}',
  },
  {
    en: 'unit costs: {what} is priced twice',
    fi: 'yksikkökustannukset: {what} on hinnoiteltu kahdesti',
    sv: 'enhetskostnaderna: {what} har två priser',
  },
  {
    en: 'vault: an identity does not open with the keys there are',
    fi: 'henkilötiedot eivät aukea olemassa olevilla avaimilla',
    sv: 'en identitet öppnas inte med de nycklar som finns',
  },
  {
    en: '{path}: is over 64 MB',
    fi: '{path}: tiedosto on yli 64 megatavua',
    sv: '{path}: filen är över 64 MB',
  },
  { en: '{path}: is no JSON', fi: '{path}: tiedosto ei ole JSONia', sv: '{path}: filen är inte JSON' },
  { en: '{path}: not JSON', fi: '{path}: tiedosto ei ole JSONia', sv: '{path}: filen är inte JSON' },
  { en: '{folder}: is not empty', fi: 'kansio {folder} ei ole tyhjä', sv: 'mappen {folder} är inte tom' },
  {
    en: '{home}: changes all the time',
    fi: 'kansio {home} muuttuu koko ajan',
    sv: 'mappen {home} ändras hela tiden',
  },
  {
    en: '{path}: changed while it was restored',
    fi: '{path}: muuttui palautuksen aikana',
    sv: '{path}: ändrades under återställningen',
  },
  {
    en: '{from}: has no {name}, so it is not whole',
    fi: 'kansiossa {from} ei ole tiedostoa {name}, joten kopio ei ole ehjä',
    sv: 'mappen {from} saknar {name}, så kopian är inte hel',
  },
  {
    en: '{path}: is not as a copy’s list is',
    fi: '{path}: ei ole varmuuskopion luettelo',
    sv: '{path}: är inte en kopias förteckning',
  },
  {
    en: '{path}: is missing from the copy',
    fi: '{path}: puuttuu varmuuskopiosta',
    sv: '{path}: saknas i kopian',
  },
  {
    en: '{path}: is not as it was copied',
    fi: '{path}: ei ole sellainen kuin se kopioitiin',
    sv: '{path}: är inte som det kopierades',
  },
  {
    en: '{path}: is not on the copy’s list',
    fi: '{path}: ei ole varmuuskopion luettelossa',
    sv: '{path}: finns inte i kopians förteckning',
  },
  {
    en: '{to}: a copy is kept apart from the home',
    fi: '{to}: varmuuskopio tehdään muualle kuin kansioon itseensä',
    sv: '{to}: kopian ska vara åtskild från mappen',
  },
  {
    en: '{folder}: a file is no record of an erasure',
    fi: '{folder}: jokin tiedosto ei ole merkintä poistosta',
    sv: '{folder}: en fil är inte en anteckning om radering',
  },
  {
    en: 'the vault key is given from outside: give another, and this one as retired, and rotate again',
    fi: 'holvin avain on annettu muualta: anna toinen, ja tämä poistuvana, ja vaihda uudelleen',
    sv: 'valvets nyckel är given utifrån: ge en annan, och denna som avgående, och byt igen',
  },
  {
    en: '{path}: is not there, and what is in this home cannot be used without it',
    fi: '{path}: avainta ei ole, eikä kansiota voi käyttää ilman sitä',
    sv: '{path}: nyckeln finns inte, och mappen kan inte användas utan den',
  },
  {
    en: '{what}: expected 64 hexadecimal digits',
    fi: '{what}: odotettu 64 heksadesimaalinumeroa',
    sv: '{what}: väntat 64 hexadecimala siffror',
  },
  {
    en: '{file} line {line}, {field}: {message}',
    fi: '{file} rivi {line}, {field}: {message}',
    sv: '{file} rad {line}, {field}: {message}',
  },
  { en: '{file}, {field}: {message}', fi: '{file}, {field}: {message}', sv: '{file}, {field}: {message}' },
  { en: '{path}: {field}: {rule}', fi: '{path}: {field}: {rule}', sv: '{path}: {field}: {rule}' },
];

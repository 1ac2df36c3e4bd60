/** What a person is told of their own data, in ICU MessageFormat, as in `texts`. Plain words, no staff terms. */
export const rightsTexts = {
  title: {
    fi: 'Tietosi Ennakko-palvelussa',
    sv: 'Dina uppgifter i tjänsten Ennakko',
    en: 'Your data in Ennakko',
  },
  madeAt: {
    fi: 'Tämä kirje on tehty {day}.',
    sv: 'Det här brevet är gjort den {day}.',
    en: 'This letter was made on {day}.',
  },
  purpose: {
    fi: 'Hyvinvointialue haluaa tarjota apua ajoissa. Siksi se arvioi, kuka iäkkäistä asukkaista voi myöhemmin tarvita paljon tukea sisältäviä palveluja. Arvio on todennäköisyys, ja se voi olla väärä. Ammattilainen päättää aina. Mitään palvelua ei myönnetä eikä evätä pelkän arvion perusteella.',
    sv: 'Välfärdsområdet vill erbjuda hjälp i tid. Därför uppskattar det vem av de äldre invånarna som senare kan behöva tjänster som innefattar mycket stöd. Uppskattningen är en sannolikhet, och den kan vara fel. En yrkesperson beslutar alltid. Ingen tjänst beviljas eller nekas enbart på grund av uppskattningen.',
    en: 'The wellbeing services county wants to offer help in time. So it estimates which older residents may later need services with much support. The estimate is a probability, and it may be wrong. A professional always decides. No service is granted or denied by the estimate alone.',
  },
  controllerTitle: {
    fi: 'Kuka vastaa tiedoistasi',
    sv: 'Vem som ansvarar för dina uppgifter',
    en: 'Who answers for your data',
  },
  controller: {
    fi: 'Tiedoistasi vastaa rekisterinpitäjä: {name}.',
    sv: 'Den personuppgiftsansvarige ansvarar för dina uppgifter: {name}.',
    en: 'The controller answers for your data: {name}.',
  },
  officer: {
    fi: 'Tietosuojavastaava auttaa sinua, kun asia koskee tietojasi.',
    sv: 'Dataskyddsombudet hjälper dig i frågor som gäller dina uppgifter.',
    en: 'The data-protection officer helps you in matters of your data.',
  },
  reached: {
    fi: 'Puhelin {telephone}. Sähköposti {email}. Osoite {post}.',
    sv: 'Telefon {telephone}. E-post {email}. Adress {post}.',
    en: 'Telephone {telephone}. E-mail {email}. Address {post}.',
  },
  invented: {
    fi: 'Nimi ja yhteystiedot ovat keksittyjä: alue on simuloitu.',
    sv: 'Namnet och kontaktuppgifterna är påhittade: området är simulerat.',
    en: 'The name and how to reach them are invented: the county is simulated.',
  },
  heldTitle: {
    fi: 'Mitä tietoja sinusta on',
    sv: 'Vilka uppgifter som finns om dig',
    en: 'What is held of you',
  },
  heldLine: {
    fi: '{table}: {count, plural, one {# tieto} other {# tietoa}}. Lähde: {sources}.',
    sv: '{table}: {count, plural, one {# uppgift} other {# uppgifter}}. Källa: {sources}.',
    en: '{table}: {count, plural, one {# entry} other {# entries}}. Source: {sources}.',
  },
  recordedOn: { fi: 'Kirjattu {day}.', sv: 'Registrerat den {day}.', en: 'Recorded on {day}.' },
  recordedBetween: {
    fi: 'Kirjattu {from} – {to}.',
    sv: 'Registrerat {from} – {to}.',
    en: 'Recorded {from} – {to}.',
  },
  heldCopy: {
    fi: 'Kaikki tiedot kokonaisina ovat tämän kirjeen liitteessä.',
    sv: 'Alla uppgifter i sin helhet finns i bilagan till det här brevet.',
    en: 'All of it, in full, is enclosed with this letter.',
  },
  heldNothing: {
    fi: 'Sinusta ei ole tietoja.',
    sv: 'Inga uppgifter finns om dig.',
    en: 'Nothing is held of you.',
  },
  identity: {
    fi: 'Nimesi, puhelinnumerosi ja henkilötunnuksesi ovat lukittuina erillään muista tiedoista. Niitä ei avattu tätä kirjettä varten.',
    sv: 'Ditt namn, ditt telefonnummer och din personbeteckning är låsta åtskilda från övriga uppgifter. De öppnades inte för det här brevet.',
    en: 'Your name, telephone number and personal identity code are locked away from everything else. They were not opened for this letter.',
  },
  scoresTitle: {
    fi: 'Mitä sinusta on arvioitu, ja miksi',
    sv: 'Vad som har uppskattats om dig, och varför',
    en: 'What has been estimated of you, and why',
  },
  scoreLine: {
    fi: 'Arvioitu asia: {outcome}. Sadasta ihmisestä, joiden tiedot ovat samanlaisia kuin sinun, näin käy arvion mukaan {first, plural, =0 {alle yhdelle} other {noin #:lle}} {firstMonths} kuukauden aikana ja {second, plural, =0 {alle yhdelle} other {noin #:lle}} {secondMonths} kuukauden aikana. Kaikista iäkkäistä näin käy {firstAverage, plural, =0 {alle yhdelle} other {noin #:lle}} ja {secondAverage, plural, =0 {alle yhdelle} other {noin #:lle}} sadasta. Arvio on tehty niistä tiedoista, jotka olivat {day} (malli {model}). Tiedot tulivat näistä: {sources}.',
    sv: 'Det som uppskattas: {outcome}. Av hundra personer med likadana uppgifter som dina händer det enligt uppskattningen {first, plural, =0 {färre än en} other {ungefär #}} inom {firstMonths} månader och {second, plural, =0 {färre än en} other {ungefär #}} inom {secondMonths} månader. Av alla äldre händer det {firstAverage, plural, =0 {färre än en} other {ungefär #}} och {secondAverage, plural, =0 {färre än en} other {ungefär #}} av hundra. Uppskattningen bygger på de uppgifter som fanns den {day} (modell {model}). Uppgifterna kom från: {sources}.',
    en: 'What is estimated: {outcome}. Of a hundred people whose data are like yours, it happens by the estimate to {first, plural, =0 {fewer than one} other {about #}} within {firstMonths} months and to {second, plural, =0 {fewer than one} other {about #}} within {secondMonths} months. Of all older people it happens to {firstAverage, plural, =0 {fewer than one} other {about #}} and {secondAverage, plural, =0 {fewer than one} other {about #}} of a hundred. The estimate rests on the data as of {day} (model {model}). The data came from: {sources}.',
  },
  typicalLine: {
    fi: 'Tyypillisistä samanikäisistä, samaa sukupuolta olevista ihmisistä näin käy {first, plural, =0 {alle yhdelle} other {noin #:lle}} sadasta {firstMonths} kuukauden aikana ja {second, plural, =0 {alle yhdelle} other {noin #:lle}} sadasta {secondMonths} kuukauden aikana. Näin sinun tietosi poikkeavat heidän tiedoistaan:',
    sv: 'Av typiska personer i samma ålder och av samma kön händer det {first, plural, =0 {färre än en} other {ungefär #}} av hundra inom {firstMonths} månader och {second, plural, =0 {färre än en} other {ungefär #}} av hundra inom {secondMonths} månader. Så här skiljer sig dina uppgifter från deras:',
    en: 'Of typical people of the same age and sex it happens to {first, plural, =0 {fewer than one} other {about #}} of a hundred within {firstMonths} months and to {second, plural, =0 {fewer than one} other {about #}} of a hundred within {secondMonths} months. This is how your data differ from theirs:',
  },
  changeable: {
    fi: 'Mihin voidaan vaikuttaa:',
    sv: 'Det som går att påverka:',
    en: 'What can be changed:',
  },
  notACause: {
    fi: 'Perustelut kertovat, mikä liittyy arvioon. Ne eivät kerro syytä.',
    sv: 'Förklaringarna visar vad som hänger samman med uppskattningen. De anger inte någon orsak.',
    en: 'The reasons say what goes with the estimate. They do not say what causes it.',
  },
  noScore: {
    fi: 'Sinusta ei ole arviota.',
    sv: 'Ingen uppskattning har gjorts om dig.',
    en: 'No estimate has been made of you.',
  },
  basesTitle: {
    fi: 'Millä perusteella tietojasi saa käyttää',
    sv: 'På vilken grund dina uppgifter får användas',
    en: 'By what law your data may be used',
  },
  /** By `LegalBasis.kind`. */
  bases: {
    statute: {
      fi: 'Käyttötarkoitus: {purpose}. Peruste on laki: {provision}. Tiedot: {sources}.',
      sv: 'Ändamål: {purpose}. Grunden är lag: {provision}. Uppgifter: {sources}.',
      en: 'Purpose: {purpose}. By statute: {provision}. Data: {sources}.',
    },
    consent: {
      fi: 'Käyttötarkoitus: {purpose}. Vain, jos olet antanut suostumuksen: {provision}. Tiedot: {sources}.',
      sv: 'Ändamål: {purpose}. Endast om du har gett samtycke: {provision}. Uppgifter: {sources}.',
      en: 'Purpose: {purpose}. Only if you have consented: {provision}. Data: {sources}.',
    },
  },
  basesUnconfirmed: {
    fi: 'Rekisterinpitäjä ei ole vielä vahvistanut näitä perusteita.',
    sv: 'Den personuppgiftsansvarige har ännu inte bekräftat dessa grunder.',
    en: 'The controller has not confirmed these yet.',
  },
  storageTitle: {
    fi: 'Kuinka kauan tietoja säilytetään',
    sv: 'Hur länge uppgifterna bevaras',
    en: 'How long the data are kept',
  },
  storageLine: { fi: '{what}: {howLong}.', sv: '{what}: {howLong}.', en: '{what}: {howLong}.' },
  deliveriesKept: {
    fi: 'Tiedostot, joissa tietosi tulivat palveluun: {days, plural, one {# päivä} other {# päivää}} vastaanotosta.',
    sv: 'Filerna som dina uppgifter kom i: {days, plural, one {# dag} other {# dagar}} från mottagandet.',
    en: 'The files in which your data came: {days, plural, one {# day} other {# days}} from their intake.',
  },
  deliveriesByHand: {
    fi: 'Tiedostot, joissa tietosi tulivat palveluun: kunnes hyvinvointialue poistaa ne.',
    sv: 'Filerna som dina uppgifter kom i: tills välfärdsområdet tar bort dem.',
    en: 'The files in which your data came: until the county removes them.',
  },
  storageUnconfirmed: {
    fi: 'Rekisterinpitäjä ei ole vielä vahvistanut näitä aikoja.',
    sv: 'Den personuppgiftsansvarige har ännu inte bekräftat dessa tider.',
    en: 'The controller has not confirmed these times yet.',
  },
  hiddenTitle: {
    fi: 'Onko sinut katsottu tarkistuskäynnin arvoiseksi',
    sv: 'Om du har bedömts vara värd en kontroll',
    en: 'Whether you were found worth a check-up',
  },
  hiddenLine: {
    fi: 'Tilanne {day}, lähteet: {sources}. Päätelmä rekisteritiedoista, ei diagnoosi.',
    sv: 'Läget {day}, källor: {sources}. En slutsats av registeruppgifter, ingen diagnos.',
    en: 'As of {day}, sources: {sources}. An inference from registers, no diagnosis.',
  },
  noHidden: { fi: 'Ei ole.', sv: 'Nej.', en: 'You were not.' },
  saidTitle: {
    fi: 'Mitä olet ilmoittanut tietojesi käytöstä',
    sv: 'Vad du har meddelat om användningen av dina uppgifter',
    en: 'What you have said about the use of your data',
  },
  saidLine: {
    fi: '{day}: {kind}. Koskee: {purpose}; {source}.',
    sv: '{day}: {kind}. Gäller: {purpose}; {source}.',
    en: '{day}: {kind}. Concerns: {purpose}; {source}.',
  },
  everyPurpose: { fi: 'kaikki käyttötarkoitukset', sv: 'alla ändamål', en: 'every purpose' },
  everySource: { fi: 'kaikki tiedot', sv: 'alla uppgifter', en: 'all data' },
  nothing: { fi: 'Ei mitään.', sv: 'Inget.', en: 'Nothing.' },
  /** By `Purpose`, as it is told to the person. */
  purposes: {
    planning: {
      fi: 'palvelujen suunnittelu',
      sv: 'planering av tjänster',
      en: 'planning of services',
    },
    profiling: {
      fi: 'tilanteesi arvioiminen',
      sv: 'uppskattning av din situation',
      en: 'estimating your situation',
    },
    'hidden-demand': {
      fi: 'tarkistuskäynnin tarpeen arvioiminen',
      sv: 'bedömning av behovet av en kontroll',
      en: 'judging whether a check-up is called for',
    },
    outreach: {
      fi: 'yhteydenotto sinuun',
      sv: 'kontakt med dig',
      en: 'contacting you',
    },
    'model-development': {
      fi: 'laskentamallin kehittäminen',
      sv: 'utveckling av beräkningsmodellen',
      en: 'developing the model',
    },
    statistics: { fi: 'tilastointi', sv: 'statistik', en: 'statistics' },
  },
  filesTitle: {
    fi: 'Tiedostot, joissa sinut mainitaan',
    sv: 'Filer där du nämns',
    en: 'Files in which you are named',
  },
  filesAre: {
    fi: 'Tietosi tulivat palveluun tiedostoina. Niiden nimet ovat liitteessä.',
    sv: 'Dina uppgifter kom till tjänsten som filer. Filernas namn finns i bilagan.',
    en: 'Your data came to the service as files. Their names are enclosed.',
  },
  filesNaming: {
    fi: '{files, plural, one {# tiedosto, jossa} other {# tiedostoa, joissa}} sinusta on {rows, plural, one {# rivi} other {# riviä}}',
    sv: '{files, plural, one {# fil} other {# filer}} med {rows, plural, one {# rad} other {# rader}} om dig',
    en: '{files, plural, one {# file} other {# files}} with {rows, plural, one {# row} other {# rows}} about you',
  },
  filesNotSearched: {
    fi: '{files, plural, one {# tiedosto, jota ei ole voitu tutkia: sinut voidaan mainita siinä} other {# tiedostoa, joita ei ole voitu tutkia: sinut voidaan mainita niissä}}',
    sv: '{files, plural, one {# fil som inte har kunnat undersökas: du kan nämnas i den} other {# filer som inte har kunnat undersökas: du kan nämnas i dem}}',
    en: '{files, plural, one {# file that has not been searched: you may be named in it} other {# files that have not been searched: you may be named in them}}',
  },
  fileLine: {
    fi: '{file}: {rows, plural, one {# rivi} other {# riviä}}{turnedAway, plural, =0 {} one {, joista # hylättiin virheellisenä} other {, joista # hylättiin virheellisinä}}',
    sv: '{file}: {rows, plural, one {# rad} other {# rader}}{turnedAway, plural, =0 {} other {, varav # avvisades som felaktiga}}',
    en: '{file}: {rows, plural, one {# row} other {# rows}}{turnedAway, plural, =0 {} other {, of which # turned away as faulty}}',
  },
  fileNotSearched: {
    fi: '{file}: tiedostoa ei ole voitu tutkia; sinut voidaan mainita siinä',
    sv: '{file}: filen har inte kunnat undersökas; du kan nämnas i den',
    en: '{file}: has not been searched; you may be named in it',
  },
  fileUntil: {
    fi: '{line}. Poistetaan viimeistään seuraavassa vastaanotossa {day} jälkeen.',
    sv: '{line}. Tas bort senast vid nästa mottagning efter {day}.',
    en: '{line}. Removed at the latest by the first intake after {day}.',
  },
  fileByHand: {
    fi: '{line}. Säilyy, kunnes hyvinvointialue poistaa sen.',
    sv: '{line}. Finns kvar tills välfärdsområdet tar bort den.',
    en: '{line}. Kept until the county removes it.',
  },
  listsTitle: { fi: 'Yhteydenottolistat', sv: 'Kontaktlistor', en: 'Outreach lists' },
  listLine: {
    fi: '{day}: olit yksikön {unit} yhteydenottolistalla. Tulos: {outcome}.',
    sv: '{day}: du fanns på en kontaktlista för enheten {unit}. Utfall: {outcome}.',
    en: '{day}: you were on an outreach list of the unit {unit}. Outcome: {outcome}.',
  },
  listRecorded: {
    fi: 'Tiimi on tehnyt sinusta {count, plural, one {# kirjauksen} other {# kirjausta}} ja {notes, plural, one {# muistiinpanon} other {# muistiinpanoa}}.',
    sv: 'Teamet har gjort {count, plural, one {# registrering} other {# registreringar}} och {notes, plural, one {# anteckning} other {# anteckningar}} om dig.',
    en: 'The team has made {count, plural, one {# recording} other {# recordings}} and {notes, plural, one {# note} other {# notes}} about you.',
  },
  noteLine: {
    fi: '{day}, tiimin muistiinpano: {text}',
    sv: '{day}, teamets anteckning: {text}',
    en: '{day}, the team’s note: {text}',
  },
  lotLine: {
    fi: '{day}: arvonta samanarvoisten kesken, {won, select, yes {paikka tuli} other {paikkaa ei tullut}}. Arvonnan avulla mitataan, auttaako toimenpide. Se ei vaikuta muihin palveluihisi.',
    sv: '{day}: lottning bland likvärdiga, {won, select, yes {plats erhölls} other {ingen plats erhölls}}. Med lottningen mäts om åtgärden hjälper. Den påverkar inte dina övriga tjänster.',
    en: '{day}: a lot among equals, {won, select, yes {a place was won} other {no place was won}}. The lot serves to measure whether the intervention helps. It does not affect your other services.',
  },
  shownTitle: {
    fi: 'Kenelle tietojasi on näytetty',
    sv: 'Vem dina uppgifter har visats för',
    en: 'To whom your data were shown',
  },
  otherUseTitle: {
    fi: 'Mihin muuhun tietojasi on käytetty',
    sv: 'Vad dina uppgifter annars har använts till',
    en: 'What else your data were used for',
  },
  seenLine: {
    fi: '{day}: {role} ({unit}): {what}{outcome, select, none {} other { – {outcome}}}.',
    sv: '{day}: {role} ({unit}): {what}{outcome, select, none {} other { – {outcome}}}.',
    en: '{day}: {role} ({unit}): {what}{outcome, select, none {} other { – {outcome}}}.',
  },
  times: {
    fi: '{count, plural, one {# kerran} other {# kertaa}} samana päivänä.',
    sv: '{count, plural, one {# gång} other {# gånger}} samma dag.',
    en: '{count, plural, one {# time} other {# times}} on that day.',
  },
  rightsTitle: { fi: 'Mitä voit tehdä', sv: 'Vad du kan göra', en: 'What you can do' },
  rights: {
    object: {
      fi: 'Voit vastustaa tietojesi käyttöä. Vastustus voi koskea yhtä käyttötarkoitusta tai kaikkia. Se on voimassa heti.',
      sv: 'Du kan göra en invändning mot att dina uppgifter används. Invändningen kan gälla ett ändamål eller alla. Den gäller genast.',
      en: 'You can object to the use of your data, for one purpose or for all. It holds at once.',
    },
    withdraw: {
      fi: 'Jos olet antanut suostumuksen, voit peruuttaa sen milloin tahansa. Se on voimassa heti, eikä se vaikuta palveluihisi.',
      sv: 'Om du har gett ditt samtycke kan du återkalla det när som helst. Det gäller genast och påverkar inte dina tjänster.',
      en: 'If you have consented, you can withdraw that at any time. It holds at once and does not affect your services.',
    },
    rectify: {
      fi: 'Jos jokin tieto on väärin, voit pyytää sen oikaisemista. Tietoa ei käytetä, ennen kuin asia on selvitetty.',
      sv: 'Om en uppgift är fel kan du begära att den rättas. Uppgiften används inte förrän saken har utretts.',
      en: 'If something is wrong you can ask for it to be put right. It is not used until the matter is settled.',
    },
    erase: {
      fi: 'Voit pyytää tietojesi poistamista. Potilas- ja asiakasasiakirjat säilyvät laissa säädetyn ajan siellä, mistä tiedot tulevat. Myös käyttöloki ja tekemäsi ilmoitukset on säilytettävä.',
      sv: 'Du kan begära att dina uppgifter raderas. Patient- och klienthandlingar bevaras den tid som lagen föreskriver där uppgifterna kommer ifrån. Också användningsloggen och dina meddelanden måste bevaras.',
      en: 'You can ask for your data to be erased. Patient and client records are kept, where the data come from, for as long as the law says. The log of who used the data, and what you have said, must be kept too.',
    },
    /** `{name}` is the supervisory authority. */
    complain: {
      fi: 'Jos sinusta tuntuu, että tietojasi on käsitelty väärin, voit valittaa: {name}.',
      sv: 'Om du tycker att dina uppgifter har behandlats fel kan du lämna in ett klagomål: {name}.',
      en: 'If you think that your data were handled wrongly, you can complain: {name}.',
    },
  },
  howToAsk: {
    fi: 'Soita tai kirjoita tietosuojavastaavalle. Omin sanoin riittää. Voit myös pyytää läheistä auttamaan.',
    sv: 'Ring eller skriv till dataskyddsombudet. Egna ord räcker. Du kan också be en närstående om hjälp.',
    en: 'Call or write to the data-protection officer. Your own words will do. You can also ask somebody close to you to help.',
  },
  answeredWithin: {
    fi: 'Saat vastauksen viimeistään kuukauden kuluttua. Se ei maksa mitään.',
    sv: 'Du får svar senast inom en månad. Det kostar ingenting.',
    en: 'You get an answer within a month at the latest. It costs nothing.',
  },
  open: {
    none: {
      fi: 'Avoimia pyyntöjä ei ole.',
      sv: 'Det finns inga öppna begäranden.',
      en: 'There are no open requests.',
    },
    dueOn: { fi: 'Vastattava viimeistään', sv: 'Ska besvaras senast', en: 'Due by' },
    receivedOn: { fi: 'Saapunut', sv: 'Inkom', en: 'Received' },
    kind: { fi: 'Pyyntö', sv: 'Begäran', en: 'Request' },
    concerns: { fi: 'Koskee', sv: 'Gäller', en: 'Concerns' },
    overdue: { fi: '{day} – MYÖHÄSSÄ', sv: '{day} – FÖRSENAD', en: '{day} – OVERDUE' },
    kinds: {
      erasure: { fi: 'tietojen poistaminen', sv: 'radering av uppgifter', en: 'erasure' },
      rectification: {
        fi: 'oikaisu: käyttö on rajoitettu',
        sv: 'rättelse: användningen är begränsad',
        en: 'rectification: use is restricted',
      },
    },
  },
  contested: {
    fi: 'Oikaisupyyntö on kirjattu {instant}. Vastattava viimeistään {due}. Lähteen tietoja ei käytetä, ennen kuin rajoitus perutaan.',
    sv: 'Begäran om rättelse registrerades {instant}. Den ska besvaras senast {due}. Källans uppgifter används inte förrän begränsningen upphävs.',
    en: 'The request for rectification was recorded {instant}. It is due by {due}. Data of the source are not used until the restriction is lifted.',
  },
  tables: {
    clients: { fi: 'Perustiedot', sv: 'Grunduppgifter', en: 'Basic data' },
    'service-events': { fi: 'Palvelutapahtumat', sv: 'Servicehändelser', en: 'Use of services' },
    diagnoses: { fi: 'Diagnoosit', sv: 'Diagnoser', en: 'Diagnoses' },
    assessments: { fi: 'Toimintakyvyn arviot', sv: 'Bedömningar av funktionsförmågan', en: 'Assessments' },
    'social-care-decisions': {
      fi: 'Sosiaalihuollon päätökset',
      sv: 'Beslut inom socialvården',
      en: 'Social-care decisions',
    },
    'consent-events': {
      fi: 'Suostumukset ja kiellot',
      sv: 'Samtycken och förbud',
      en: 'Consents and prohibitions',
    },
    'client-relationships': { fi: 'Asiakassuhteet', sv: 'Klientrelationer', en: 'Client relationships' },
    'former-identifiers': { fi: 'Aiemmat tunnukset', sv: 'Tidigare koder', en: 'Former identifiers' },
  },
  sources: {
    'population-register': { fi: 'väestötiedot', sv: 'befolkningsuppgifter', en: 'population register' },
    'social-care': { fi: 'sosiaalihuolto', sv: 'socialvården', en: 'social care' },
    'primary-care': { fi: 'perusterveydenhuolto', sv: 'primärvården', en: 'primary care' },
    'specialised-care': {
      fi: 'erikoissairaanhoito',
      sv: 'den specialiserade sjukvården',
      en: 'specialised care',
    },
    rai: { fi: 'RAI-arvioinnit', sv: 'RAI-bedömningar', en: 'RAI assessments' },
    claims: { fi: 'korvaustiedot', sv: 'ersättningsuppgifter', en: 'claims' },
  },
  roles: {
    planner: { fi: 'suunnittelija', sv: 'planerare', en: 'planner' },
    'prevention-worker': {
      fi: 'ennaltaehkäisyn työntekijä',
      sv: 'anställd inom förebyggande arbete',
      en: 'prevention worker',
    },
    'knowledge-manager': {
      fi: 'tiedolla johtamisen asiantuntija',
      sv: 'sakkunnig inom kunskapsbaserad ledning',
      en: 'knowledge manager',
    },
    'data-protection-officer': {
      fi: 'tietosuojavastaava',
      sv: 'dataskyddsombud',
      en: 'data-protection officer',
    },
    'client-representative': {
      fi: 'asiakas tai edustaja',
      sv: 'klient eller företrädare',
      en: 'client or representative',
    },
  },
} as const;

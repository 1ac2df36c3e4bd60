/** What a team and a planner are told while a list is worked with, in ICU MessageFormat, as in `texts`. */
export const outreachTexts = {
  columns: {
    next: { fi: 'Seuraavaksi', sv: 'Härnäst', en: 'Next' },
    age: { fi: 'Ikä', sv: 'Ålder', en: 'Age' },
    municipality: { fi: 'Kunta', sv: 'Kommun', en: 'Municipality' },
    attempts: { fi: 'Kirjauksia', sv: 'Registreringar', en: 'Recordings' },
    lastAttempt: { fi: 'Viimeksi', sv: 'Senast', en: 'Last' },
    callAgainOn: { fi: 'Soitetaan', sv: 'Rings upp', en: 'Call on' },
    assignee: { fi: 'Hoitaa', sv: 'Ansvarig', en: 'Taken care of by' },
    notes: { fi: 'Muistiinpanoja', sv: 'Anteckningar', en: 'Notes' },
  },
  next: {
    'call-back': { fi: 'soita nyt, sovittu', sv: 'ring nu, avtalat', en: 'call now, as agreed' },
    'first-call': { fi: 'ensimmäinen soitto', sv: 'första samtalet', en: 'first call' },
    'try-again': { fi: 'yritä uudelleen', sv: 'försök igen', en: 'try again' },
    'call-back-later': { fi: 'soita myöhemmin', sv: 'ring senare', en: 'call later' },
    nothing: { fi: 'ei soitettavaa', sv: 'inget samtal kvar', en: 'no call to make' },
  },
  noTelephone: {
    fi: 'ei numeroa: kirje tai käynti',
    sv: 'inget nummer: brev eller besök',
    en: 'no number: by letter or visit',
  },
  named: { fi: 'Lista {number}', sv: 'Lista {number}', en: 'List {number}' },
  /** To begin the first call with, in the language of the person who is called. */
  firstCall: {
    fi: 'Hyvää päivää, soitan hyvinvointialueelta, yksiköstä {unit}. Soitamme ihmisille, joille varhainen tuki voisi olla hyödyksi. Haluaisin kysyä, miten kotona menee ja olisiko jostakin apua. {hasIntervention, select, yes {Mielessämme oli tällainen tuki: {intervention}. } other {}}Juttelu on vapaaehtoista eikä vaikuta palveluihinne. Kerron mielelläni, mihin tietoihin yhteydenotto perustuu, ja voitte kieltää uudet yhteydenotot. Sopiiko, että jutellaan hetki?',
    sv: 'God dag, jag ringer från välfärdsområdet, enheten {unit}. Vi ringer till personer som kunde ha nytta av stöd i ett tidigt skede. Jag skulle vilja fråga hur det går hemma och om något kunde vara till hjälp. {hasIntervention, select, yes {Vi har tänkt på detta stöd: {intervention}. } other {}}Samtalet är frivilligt och påverkar inte er service. Jag berättar gärna vilka uppgifter kontakten grundar sig på, och ni kan förbjuda nya kontakter. Passar det att vi talar en stund?',
    en: 'Good day, I am calling from the wellbeing services county, from {unit}. We call people whom support at an early stage might help. I would like to ask how things are at home and whether anything would be of help. {hasIntervention, select, yes {We were thinking of this: {intervention}. } other {}}Talking with us is voluntary and changes nothing in your services. I am glad to say what information the call rests on, and you may forbid further calls. May we talk for a moment?',
  },
  callTitle: {
    fi: 'Puhelun alkuun ({language})',
    sv: 'Till början av samtalet ({language})',
    en: 'To begin the call with ({language})',
  },
  callLanguages: {
    'language-fi': { fi: 'suomeksi', sv: 'på finska', en: 'in Finnish' },
    'language-sv': { fi: 'ruotsiksi', sv: 'på svenska', en: 'in Swedish' },
    'language-en': { fi: 'englanniksi', sv: 'på engelska', en: 'in English' },
  },
  history: {
    title: { fi: 'Kirjaukset', sv: 'Registrerat', en: 'Recorded' },
    nothing: { fi: 'Ei vielä mitään.', sv: 'Ännu ingenting.', en: 'Nothing yet.' },
    note: { fi: 'muistiinpano: {text}', sv: 'anteckning: {text}', en: 'note: {text}' },
    noteGone: { fi: 'muistiinpano', sv: 'anteckning', en: 'note' },
    assigned: { fi: 'hoitaa {who}', sv: 'ansvarig {who}', en: 'taken care of by {who}' },
    unassigned: { fi: 'ei kenenkään erityisesti', sv: 'ingen särskild', en: 'nobody in particular' },
    callAgain: { fi: '{outcome} {day}', sv: '{outcome} {day}', en: '{outcome} on {day}' },
    objects: {
      fi: '{outcome}, vastustaa yhteydenottoja',
      sv: '{outcome}, invänder mot kontakter',
      en: '{outcome}, objects to being contacted',
    },
    undone: { fi: 'peruttu', sv: 'ångrat', en: 'undone' },
    undoable: {
      fi: 'peruttavissa {time} asti: --event {event}',
      sv: 'kan ångras till {time}: --event {event}',
      en: 'can be undone until {time}: --event {event}',
    },
  },
  undoHint: {
    fi: 'Peruttavissa 15 minuuttia: ennakko outreach undo {list} --event {event}',
    sv: 'Kan ångras i 15 minuter: ennakko outreach undo {list} --event {event}',
    en: 'Can be undone for 15 minutes: ennakko outreach undo {list} --event {event}',
  },
  undone: {
    fi: 'Kirjaus on peruttu. Jos siinä kirjattiin vastustaminen, sekin on peruttu.',
    sv: 'Registreringen är ångrad. Om en invändning registrerades med den är också den återtagen.',
    en: 'The recording is undone. Where an objection came with it, that is lifted too.',
  },
  noted: {
    fi: 'Muistiinpano on tallennettu salattuna riville {row}.',
    sv: 'Anteckningen är sparad krypterad på rad {row}.',
    en: 'The note is kept, encrypted, for row {row}.',
  },
  assigned: {
    fi: 'Riviä {row} hoitaa {who}.',
    sv: 'Rad {row} sköts av {who}.',
    en: 'Row {row} is taken care of by {who}.',
  },
  unassigned: {
    fi: 'Riviä {row} ei hoida kukaan erityisesti.',
    sv: 'Rad {row} sköts inte av någon särskild.',
    en: 'Nobody in particular takes care of row {row}.',
  },
  notShown: {
    fi: '{count, plural, =0 {Kaikki listan asiakkaat näytetään.} one {Yhtä listan asiakasta ei näytetä juuri nyt.} other {# listan asiakasta ei näytetä juuri nyt.}}',
    sv: '{count, plural, =0 {Alla klienter på listan visas.} one {En klient på listan visas inte just nu.} other {# klienter på listan visas inte just nu.}}',
    en: '{count, plural, =0 {Everybody on the list is shown.} one {One client of the list is not shown just now.} other {# clients of the list are not shown just now.}}',
  },
  whatNext: {
    fi: 'Näin päivä jatkuu (docs/guide/yksi-paiva.md):',
    sv: 'Så här fortsätter dagen (docs/guide/en-dag.md):',
    en: 'How the day goes on (docs/guide/one-day.md):',
  },
  unknownList: {
    fi: 'Yksiköllä ei ole listaa {list}. Listat: ennakko outreach lists',
    sv: 'Enheten har ingen lista {list}. Listorna: ennakko outreach lists',
    en: 'The unit has no list {list}. The lists: ennakko outreach lists',
  },
  preview: {
    mayBeContacted: { fi: 'Tavoitettavissa', sv: 'Kan kontaktas', en: 'May be contacted' },
    missing: {
      'no-consent': {
        fi: 'Ei suostumusta tai jätetty pois',
        sv: 'Inget samtycke eller utelämnad',
        en: 'No consent, or left out',
      },
      'no-legal-basis': { fi: 'Ei oikeusperustetta', sv: 'Ingen rättslig grund', en: 'No legal basis' },
      'no-relationship': {
        fi: 'Ei asiakassuhdetta yksikköön',
        sv: 'Ingen klientrelation till enheten',
        en: 'No relationship with the unit',
      },
      'contacted-already': {
        fi: 'Toisella listalla tai juuri tavoiteltu',
        sv: 'På en annan lista eller nyss kontaktad',
        en: 'On another list or contacted lately',
      },
    },
    few: { fi: 'alle 5', sv: 'under 5', en: 'under 5' },
    method: {
      fi: 'Noin {asked} asiakkaasta, viiden tarkkuudella ja tilanteen mukaan, joka oli päivän alkaessa. Alle viiden lukuja ei näytetä, eikä puuttuvia kerrota yhteensä.',
      sv: 'Av omkring {asked} klienter, i steg om fem och enligt läget när dagen började. Tal under fem visas inte, och de som saknas räknas inte samman.',
      en: 'Of about {asked} clients, in steps of five and as it was when the day began. Figures under five are not shown, and those missing are not added up.',
    },
    nobody: {
      fi: 'Yhdenkään yksikön asiakkaista ei ole viittä, joihin saisi ottaa yhteyttä.',
      sv: 'Ingen enhet har fem klienter som får kontaktas.',
      en: 'No unit has five clients who may be contacted.',
    },
  },
  progress: {
    made: { fi: 'Listalla noin', sv: 'På listan omkring', en: 'On the list, about' },
    untouched: { fi: 'Ei kirjattu', sv: 'Inget registrerat', en: 'Nothing recorded' },
    outcomes: { fi: 'Viimeisin tulos', sv: 'Senaste utfall', en: 'Last outcome' },
    none: {
      fi: 'Et ole tehnyt listoja.',
      sv: 'Du har inte gjort några listor.',
      en: 'You have made no lists.',
    },
    method: {
      fi: 'Luvut viiden tarkkuudella; alle viiden lukuja ei näytetä.',
      sv: 'Talen i steg om fem; tal under fem visas inte.',
      en: 'Figures in steps of five; those under five are not shown.',
    },
  },
} as const;

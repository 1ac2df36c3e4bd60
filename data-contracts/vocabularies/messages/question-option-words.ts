import type { Texts } from '../../schemas/fields.ts';

/** Options of whom is asked about, of lists and of what strategies are compared by. */
export const questionOptionWords: readonly Texts[] = [
  {
    en: 'any of {statuses}; all unless told',
    fi: 'jokin näistä: {statuses}; ellei anneta, kaikki',
    sv: 'någon av dessa: {statuses}; alla om inget annat anges',
  },
  {
    en: 'only people who are known to live alone',
    fi: 'vain ne, joiden tiedetään asuvan yksin',
    sv: 'endast de som man vet bor ensamma',
  },
  {
    en: 'instead of ages, statuses and living alone: one of `ennakko presets`',
    fi: 'iän, palvelutilanteen ja yksin asumisen sijaan: jokin näistä: `ennakko presets`',
    sv: 'i stället för ålder, serviceläge och ensamboende: något av `ennakko presets`',
  },
  {
    en: 'instead of those at risk: a check-up for who without service is worth one; cost, reach and expected starts, no savings',
    fi: 'riskiryhmän sijaan: tarkistuskäynti niille palveluja vailla oleville, joille se olisi paikallaan; hinta, tavoitetut ja odotettavissa olevat aloitukset, ei säästöjä',
    sv: 'i stället för dem med risk: en kontroll för personer utan service som är värda en; kostnad, räckvidd och väntade inledningar, inga besparingar',
  },
  {
    en: 'instead of risk: who without service is worth a check-up, where the county lets it be looked for',
    fi: 'riskin sijaan: kenen palveluja vailla olevan luona kannattaisi tehdä tarkistuskäynti, jos alue sallii etsimisen',
    sv: 'i stället för risk: vem utan service som är värd en kontroll, där området tillåter att man letar',
  },
  {
    en: 'who without service is worth a check-up, where the county lets it be looked for',
    fi: 'kenen palveluja vailla olevan luona kannattaisi tehdä tarkistuskäynti, jos alue sallii etsimisen',
    sv: 'vem utan service som är värd en kontroll, där området tillåter att man letar',
  },
  {
    en: 'draw,strategy,cost,effect, or a row a draw with cost_A,effect_A,cost_B …: gives means, curves and the value of information',
    fi: 'draw,strategy,cost,effect tai rivi simulointia kohti, jossa cost_A,effect_A,cost_B …: antaa keskiarvot, käyrät ja tiedon arvon',
    sv: 'draw,strategy,cost,effect eller en rad per simulering med cost_A,effect_A,cost_B …: ger medelvärden, kurvor och informationens värde',
  },
  {
    en: 'instead of --draws: a row a draw, a column a strategy; with --effects',
    fi: 'valitsimen --draws sijaan: rivi simulointia ja sarake vaihtoehtoa kohti; yhdessä valitsimen --effects kanssa',
    sv: 'i stället för --draws: en rad per simulering, en kolumn per alternativ; med --effects',
  },
  {
    en: 'the effects to --costs, shaped alike',
    fi: 'valitsimen --costs vaikutukset samassa muodossa',
    sv: 'effekterna till --costs, i samma form',
  },
  {
    en: 'beside which every other is told',
    fi: 'vaihtoehto, johon muita verrataan',
    sv: 'alternativet som de andra jämförs med',
  },
  {
    en: 'parameters to be known together, such as pFail,pDie; may be given more than once',
    fi: 'yhdessä tiedettävät parametrit, kuten pFail,pDie; voi antaa useasti',
    sv: 'parametrar som man känner till tillsammans, till exempel pFail,pDie; kan ges flera gånger',
  },
  {
    en: 'with declined: the person objects to being contacted again',
    fi: 'tuloksen declined kanssa: henkilö vastustaa uusia yhteydenottoja',
    sv: 'med declined: personen motsätter sig att bli kontaktad igen',
  },
  {
    en: 'with call-again: the day on which to call, YYYY-MM-DD',
    fi: 'tuloksen call-again kanssa: päivä, jona soitetaan, VVVV-KK-PP',
    sv: 'med call-again: dagen då man ringer, ÅÅÅÅ-MM-DD',
  },
  {
    en: 'an identifier, never a name; without one, nobody in particular',
    fi: 'tunniste, ei koskaan nimi; ilman sitä ei kukaan erityisesti',
    sv: 'en identifierare, aldrig ett namn; utan den ingen särskild',
  },
  {
    en: 'this team alone: one of `outreach units`',
    fi: 'vain tämä tiimi: jokin näistä: `outreach units`',
    sv: 'endast detta team: något av `outreach units`',
  },
  {
    en: 'without whom was contacted within so many days',
    fi: 'ilman niitä, joihin on oltu yhteydessä näin monen päivän sisällä',
    sv: 'utan dem som kontaktats inom så här många dagar',
  },
  {
    en: 'what the list is called; nobody’s name',
    fi: 'listan nimi; ei kenenkään henkilön nimi',
    sv: 'vad listan heter; ingens namn',
  },
  {
    en: 'the list’s number, or its id',
    fi: 'listan numero tai tunniste',
    sv: 'listans nummer eller id',
  },
  { en: 'at most {count} characters', fi: 'enintään {count} merkkiä', sv: 'högst {count} tecken' },
  { en: 'the id of the recording', fi: 'kirjauksen tunniste', sv: 'registreringens identifierare' },
];

import type { Texts } from '../schemas/fields.ts';
import type { ImplausibleKind } from '../schemas/plausibility.ts';

/** What a build tells of the tables and of what it made of them; ICU MessageFormat. */
export const buildTexts = {
  landmark: { fi: 'Tarkastelupäivä', sv: 'Granskningsdag', en: 'Landmark' },
  clientMonths: { fi: 'Asiakaskuukausia', sv: 'Klientmånader', en: 'Client-months' },
  table: { fi: 'Taulu', sv: 'Tabell', en: 'Table' },
  rows: { fi: 'Rivejä', sv: 'Rader', en: 'Rows' },
  withinMonth: { fi: 'Kirjattu kuukaudessa', sv: 'Registrerat inom en månad', en: 'Recorded within a month' },
  withinYear: { fi: 'Vuodessa', sv: 'Inom ett år', en: 'Within a year' },
  onOneDay: { fi: 'Samana päivänä', sv: 'Samma dag', en: 'On one day' },
  afterLandmarks: {
    fi: 'Liian myöhään opittavaksi',
    sv: 'För sent för att läras',
    en: 'Too late to learn from',
  },
  none: {
    fi: 'Yhtäkään asiakaskuukautta ei syntynyt: {eligible}.',
    sv: 'Inte en enda klientmånad bildades: {eligible}.',
    en: 'Not one client-month was made: {eligible}.',
  },
  nobodyEligible: {
    fi: 'kukaan ei täytä ohjelman ehtoja ikänsä, historiansa ja asuinpaikkansa mukaan',
    sv: 'ingen uppfyller programmets villkor för ålder, historia och boende',
    en: 'nobody fits the programme by age, history and residence',
  },
  unheard: {
    fi: '{table}: rivejä on, mutta niiden mukaan jokainen ennustaja on nolla tai puuttuu kaikilta.',
    sv: '{table}: det finns rader, men varje prediktor av dem är noll eller saknas för alla.',
    en: '{table}: there are rows, but every predictor of them is 0 or missing for everybody.',
  },
  likelyCause: {
    fi: '{table}: {share} riveistä on kirjattu niin myöhään, ettei malli voi oppia niistä. Todennäköinen syy: recordedOn on poimintapäivä. Sen on oltava päivä, jona rivi tuli järjestelmään (docs/guide/bring-your-own-data.md).',
    sv: '{table}: {share} av raderna är registrerade så sent att modellen inte kan lära sig av dem. Trolig orsak: recordedOn är uttagets dag. Den ska vara dagen då raden kom in i systemet (docs/guide/bring-your-own-data.md).',
    en: '{table}: {share} of the rows were recorded so late that the model can learn nothing from them. Likely cause: recordedOn is the day of extraction. It must be the day on which the row came into the system (docs/guide/bring-your-own-data.md).',
  },
  silent: {
    fi: 'Nolla tai puuttuu kaikilta niinä tarkastelupäivinä, joista malli oppii: {predictors}',
    sv: 'Noll eller saknas för alla de granskningsdagar som modellen lär sig av: {predictors}',
    en: '0 or missing for everybody at the landmarks that a model learns from: {predictors}',
  },
  unexplained: {
    fi: 'Nolla tai puuttuu kaikilta, vaikka taulun rivejä on: {predictors}. Tarkista koodit, vastaavuudet ja recordedOn. Jos hyvinvointialue ei kirjaa näitä, kerro se kotikansion tiedostossa not-recorded.json: {declared}',
    sv: 'Noll eller saknas för alla, fast tabellen har rader: {predictors}. Kontrollera koderna, mappningen och recordedOn. Om välfärdsområdet inte registrerar dessa, säg det i hemmappens fil not-recorded.json: {declared}',
    en: '0 or missing for everybody, though there are rows of the table: {predictors}. Check the codes, the mapping and recordedOn. If the county does not record these, say so in not-recorded.json of the home: {declared}',
  },
  leftOut: {
    fi: 'jätetty pois asiakaskuukausista',
    sv: 'har lämnats bort ur klientmånaderna',
    en: 'left out of client-months',
  },
  implausible: {
    fi: 'Epäuskottavia rivejä (taulu, yksikkö; luvut viiden tarkkuudella):',
    sv: 'Osannolika rader (tabell, enhet; talen i steg om fem):',
    en: 'Rows that are not plausible (table, unit; counts in steps of five):',
  },
  fewerThanFive: { fi: 'alle 5', sv: 'färre än 5', en: 'fewer than 5' },
} as const satisfies Record<string, Texts>;

/** What is not plausible about a row. */
export const implausibleTexts = {
  'after-death': { fi: 'kuoleman jälkeen', sv: 'efter dödsfallet', en: 'after the death' },
  'before-birth': { fi: 'ennen syntymää', sv: 'före födseln', en: 'before the birth' },
  'while-away': {
    fi: 'aikana, jona asiakas asui muualla',
    sv: 'medan klienten bodde på annan ort',
    en: 'while the client lived elsewhere',
  },
  'open-too-long': {
    fi: 'sairaalajakso auki pidempään kuin on mahdollista',
    sv: 'sjukhusperiod öppen längre än möjligt',
    en: 'a hospital stay open longer than possible',
  },
  'end-far-ahead': {
    fi: 'loppuu kaukana tulevaisuudessa',
    sv: 'slutar långt in i framtiden',
    en: 'ends far in the future',
  },
  'two-deaths': { fi: 'kaksi kuolinpäivää', sv: 'två dödsdagar', en: 'two days of death' },
} as const satisfies Record<ImplausibleKind, Texts>;

import type { Texts } from '../schemas/fields.ts';
import type { HiddenCertainty, HiddenReason } from '../schemas/hidden-demand.ts';

/** What is said of hidden demand, in ICU MessageFormat, as in `texts`: that a check-up is worth it, and no more. */
export const hiddenDemandTexts = {
  title: {
    fi: 'Tarkistuskäynnin arvoiset: säännöllisiä palveluja vailla olevat',
    sv: 'Värda en kontroll: personer utan regelbunden service',
    en: 'Worth a check-up: people without regular service',
  },
  notADiagnosis: {
    fi: 'Syy on päätelmä rekisteritiedoista: se ei ole diagnoosi eikä kerro, mitä henkilöllä on. Useimmilla ei ole piilevää tarvetta.',
    sv: 'Orsaken är en slutsats av registeruppgifter: den är ingen diagnos och säger inte vad personen har. De flesta har inget dolt behov.',
    en: 'A reason is an inference from registers: it is no diagnosis, and does not say what the person has. Most have no hidden need.',
  },
  notRisk: {
    fi: 'Luettelo on erillinen riskiluettelosta eikä kerro raskaiden palvelujen riskistä.',
    sv: 'Listan är skild från risklistan och säger inget om risken för tunga tjänster.',
    en: 'The list is apart from the risk list, and says nothing of the risk of heavy services.',
  },
  basedOn: {
    fi: 'Tilanne {day}, etsintä {version}',
    sv: 'Läget {day}, sökning {version}',
    en: 'As of {day}, finding {version}',
  },
  strength: { fi: 'Vahvuus', sv: 'Styrka', en: 'Strength' },
  why: { fi: 'Syyt', sv: 'Orsaker', en: 'Reasons' },
  nobody: {
    fi: 'Luettelossa ei ole ketään.',
    sv: 'Ingen finns på listan.',
    en: 'Nobody is on the list.',
  },
  found: {
    fi: 'Tarkistuskäynnin arvoiset: {count, plural, one {# henkilö} other {# henkilöä}}',
    sv: 'Värda en kontroll: {count, plural, one {# person} other {# personer}}',
    en: 'Worth a check-up: {count, plural, one {# person} other {# people}}',
  },
  foundWhoFit: {
    fi: 'Rajaukseen sopivia, jotka ovat jostakin syystä tarkistuskäynnin arvoisia, riittävän suurista ryhmistä: {figure}',
    sv: 'Personer som uppfyller urvalet och av någon orsak är värda en kontroll, i tillräckligt stora grupper: {figure}',
    en: 'People who fit the question and are worth a check-up for any reason, of groups large enough to be told: {figure}',
  },
  off: {
    fi: 'Piilevää tarvetta ei etsitä: {reason}. Rekisterinpitäjä vahvistaa oikeusperusteet tiedostossa legal-bases.json.',
    sv: 'Dolda behov söks inte: {reason}. Den personuppgiftsansvarige bekräftar de rättsliga grunderna i filen legal-bases.json.',
    en: 'Hidden demand is not looked for: {reason}. The controller confirms the legal bases in legal-bases.json.',
  },
  statistics: {
    title: {
      fi: 'Tarkistuskäynnin arvoiset kunnittain ja asiointikielittäin',
      sv: 'Värda en kontroll efter kommun och servicespråk',
      en: 'Worth a check-up, by municipality and language of service',
    },
    /** `{total}` is what the whole table tells. */
    told: {
      fi: 'Näytetyt yhteensä: {total}',
      sv: 'Summan av det som visas: {total}',
      en: 'Sum of what is shown: {total}',
    },
    languages: {
      finnish: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
      swedish: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
      other: { fi: 'muu', sv: 'annat', en: 'other' },
    },
  },
} as const;

/** Each reason by its name on a table, and as it is told of somebody. */
export const hiddenReasonTexts = {
  'signs-without-diagnosis': {
    fi: 'Viitteitä ilman diagnoosia',
    sv: 'Tecken utan diagnos',
    en: 'Signs without a diagnosis',
    told: {
      fi: 'Tarkistuskäynnin arvoinen: samankaltaisista säännöllisiä palveluja vailla olevista {share}:lla on {diagnosis}, tällä henkilöllä ei',
      sv: 'Värd en kontroll: av liknande personer utan regelbunden service har {share} {diagnosis}, den här personen ingen',
      en: 'Worth a check-up: of people like them without regular service {share} have {diagnosis}, and they have none',
    },
  },
  'few-contacts': {
    fi: 'Vähän yhteydenottoja tarpeeseen nähden',
    sv: 'Få kontakter i förhållande till behovet',
    en: 'Few contacts for the need',
    told: {
      fi: 'Tarkistuskäynnin arvoinen: yhteydenottoja on vähemmän kuin lähes kaikilla yhtä sairailla, vähimpien {share} joukossa',
      sv: 'Värd en kontroll: färre kontakter än nästan alla lika sjuka, bland de {share} som har minst',
      en: 'Worth a check-up: fewer contacts than nearly all who are as ill, among the lowest {share}',
    },
  },
} as const satisfies Record<HiddenReason, Texts & { readonly told: Texts }>;

export const hiddenCertaintyTexts = {
  clear: { fi: 'selvä', sv: 'tydlig', en: 'clear' },
  uncertain: { fi: 'epävarma', sv: 'osäker', en: 'uncertain' },
} as const satisfies Record<HiddenCertainty, Texts>;

import type { Texts } from '../schemas/fields.ts';
import type { ModelStandingNote } from '../schemas/model-monitoring.ts';

/** What is said of a model after it was trained, in ICU MessageFormat; every placeholder comes formatted but `{count}`. */
export const monitoringTexts = {
  title: {
    fi: 'Miltä malli näyttää nyt',
    sv: 'Hur modellen står sig nu',
    en: 'How the model stands now',
  },
  'age-within-limit': {
    fi: 'Malli on ajantasainen: se on oppinut siitä, mitä tapahtui ennen {learntUntil}, eli {months} kk ennen näitä arvioita. Raja on {limit} kk.',
    sv: 'Modellen är aktuell: den har lärt sig av det som hände före {learntUntil}, alltså {months} mån. före dessa uppskattningar. Gränsen är {limit} mån.',
    en: 'The model is not stale: it has learnt from what happened before {learntUntil}, {months} months before these scores. The limit is {limit} months.',
  },
  'age-beyond-limit': {
    fi: 'Malli on vanhentunut ja pitää opettaa uudelleen: se on oppinut vain siitä, mitä tapahtui ennen {learntUntil}, eli {months} kk ennen näitä arvioita. Raja on {limit} kk.',
    sv: 'Modellen är föråldrad och ska tränas på nytt: den har bara lärt sig av det som hände före {learntUntil}, alltså {months} mån. före dessa uppskattningar. Gränsen är {limit} mån.',
    en: 'The model is stale and is to be trained anew: it has learnt only from what happened before {learntUntil}, {months} months before these scores. The limit is {limit} months.',
  },
  'age-not-known': {
    fi: 'Mallin ikää ei tiedetä, koska se on opetettu palvelun aiemmalla versiolla. Opeta malli uudelleen.',
    sv: 'Modellens ålder är inte känd, eftersom den är tränad med en tidigare version av tjänsten. Träna modellen på nytt.',
    en: 'How old the model is, is not known: an earlier version of the service trained it. Train it anew.',
  },
  'drift-not-known': {
    fi: 'Ei tiedetä, poikkeavatko asiakkaat niistä, joista malli on oppinut.',
    sv: 'Det är inte känt om klienterna avviker från dem som modellen har lärt sig av.',
    en: 'It is not known whether the clients differ from those whom the model learnt from.',
  },
  'features-alike': {
    fi: 'Asiakkaat muistuttavat niitä, joista malli on oppinut: yksikään {count} muuttujasta ei ole muuttunut.',
    sv: 'Klienterna liknar dem som modellen har lärt sig av: ingen av {count} variabler har förändrats.',
    en: 'The clients are like those whom the model learnt from: of {count} features none has changed.',
  },
  'features-shifted': {
    fi: 'Asiakkaat poikkeavat niistä, joista malli on oppinut: {count, plural, one {# muuttuja on muuttunut} other {# muuttujaa on muuttunut}}.',
    sv: 'Klienterna avviker från dem som modellen har lärt sig av: {count, plural, one {# variabel har} other {# variabler har}} förändrats.',
    en: 'The clients differ from those whom the model learnt from: {count, plural, one {# feature has} other {# features have}} changed.',
  },
  'feature-shifted': {
    fi: 'Muuttunut: {group}, {feature}{more} (PSI {index}).',
    sv: 'Förändrat: {group}, {feature}{more} (PSI {index}).',
    en: 'Changed: {group}, {feature}{more} (PSI {index}).',
  },
  'feature-strongly-shifted': {
    fi: 'Selvästi muuttunut: {group}, {feature}{more} (PSI {index}).',
    sv: 'Klart förändrat: {group}, {feature}{more} (PSI {index}).',
    en: 'Clearly changed: {group}, {feature}{more} (PSI {index}).',
  },
  meanChanged: {
    fi: ': keskiarvo {before} → {now}',
    sv: ': medeltal {before} → {now}',
    en: ': mean {before} → {now}',
  },
  missingChanged: {
    fi: '; tieto puuttuu {before} → {now}',
    sv: '; uppgift saknas {before} → {now}',
    en: '; missing {before} → {now}',
  },
  'predictions-alike': {
    fi: 'Todennäköisyydet {horizon} kk: keskimäärin {now}, opetuksessa {before}. Ei muutosta.',
    sv: 'Sannolikheterna inom {horizon} mån.: i medeltal {now}, i träningen {before}. Ingen förändring.',
    en: 'Probabilities within {horizon} months: on average {now}, in training {before}. No change.',
  },
  'predictions-shifted': {
    fi: 'Todennäköisyydet {horizon} kk: keskimäärin {now}, opetuksessa {before}. Ne ovat muuttuneet.',
    sv: 'Sannolikheterna inom {horizon} mån.: i medeltal {now}, i träningen {before}. De har förändrats.',
    en: 'Probabilities within {horizon} months: on average {now}, in training {before}. They have changed.',
  },
  'predictions-strongly-shifted': {
    fi: 'Todennäköisyydet {horizon} kk: keskimäärin {now}, opetuksessa {before}. Ne ovat muuttuneet selvästi.',
    sv: 'Sannolikheterna inom {horizon} mån.: i medeltal {now}, i träningen {before}. De har förändrats klart.',
    en: 'Probabilities within {horizon} months: on average {now}, in training {before}. They have clearly changed.',
  },
} as const satisfies Record<string, Texts>;

/** What a planner must know of the model behind an answer; among the notes of cohorts and plans. */
export const modelStandingNotes = {
  'model-stale': {
    fi: 'Malli on vanhentunut: se, mistä malli on oppinut, on vanhempaa kuin ohjelma sallii. Arviot voivat olla vääriä.',
    sv: 'Modellen är föråldrad: det den lärt sig är äldre än programmet tillåter. Uppskattningarna kan vara fel.',
    en: 'The model is stale: what it learnt is older than the programme allows. The estimates may be wrong.',
  },
  'people-strongly-shifted': {
    fi: 'Asiakkaat poikkeavat selvästi niistä, joista malli on oppinut. Arviot voivat olla vääriä: kysy tietojohtamisesta.',
    sv: 'Klienterna avviker klart från dem som modellen har lärt sig av. Uppskattningarna kan vara fel: fråga dem som arbetar med kunskapsbaserad ledning.',
    en: 'The clients differ clearly from those whom the model learnt from. The estimates may be wrong: ask knowledge management.',
  },
  'model-not-watched': {
    fi: 'Ei tiedetä, onko malli vanhentunut tai poikkeavatko asiakkaat niistä, joista se on oppinut.',
    sv: 'Det är inte känt om modellen är föråldrad eller om klienterna avviker från dem som den har lärt sig av.',
    en: 'It is not known whether the model is stale, or the clients differ from those it learnt from.',
  },
} as const satisfies Record<ModelStandingNote, Texts>;

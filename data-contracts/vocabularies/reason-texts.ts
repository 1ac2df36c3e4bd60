import type { Texts } from '../schemas/fields.ts';

/** How a reason is put together, in ICU MessageFormat. */
export const reasonTexts = {
  /** A number with its unit, or a word, after what it is of. */
  fact: { fi: '{name}: {value}', sv: '{name}: {value}', en: '{name}: {value}' },
  /** Against what a value stands out, where the typical one is not that there is nothing. */
  against: {
    value: {
      fi: '{seen} (samanikäisillä yleensä {typical})',
      sv: '{seen} (i samma ålder vanligen {typical})',
      en: '{seen} (usually {typical} at this age)',
    },
    more: {
      fi: '{seen} (enemmän kuin samanikäisillä yleensä)',
      sv: '{seen} (mer än vanligt i samma ålder)',
      en: '{seen} (more than usual at this age)',
    },
    less: {
      fi: '{seen} (vähemmän kuin samanikäisillä yleensä)',
      sv: '{seen} (mindre än vanligt i samma ålder)',
      en: '{seen} (less than usual at this age)',
    },
    /** Of a flag. */
    unlike: {
      fi: '{seen} (toisin kuin useimmat samanikäiset)',
      sv: '{seen} (till skillnad från de flesta i samma ålder)',
      en: '{seen} (unlike most of the same age)',
    },
    /** Where there is no value, or where most have none. */
    known: {
      fi: '{seen} (useimmilla samanikäisillä on)',
      sv: '{seen} (finns för de flesta i samma ålder)',
      en: '{seen} (there is for most of the same age)',
    },
    none: {
      fi: '{seen} (useimmilla samanikäisillä ei ole)',
      sv: '{seen} (finns inte för de flesta i samma ålder)',
      en: '{seen} (there is none for most of the same age)',
    },
  },
  /** How far the estimate goes with it; `{points}` has its sign. */
  size: {
    fi: '{seen} – {points}\u00a0%-yksikköä',
    sv: '{seen} – {points}\u00a0procentenheter',
    en: '{seen} – {points}\u00a0percentage points',
  },
  /** Which way alone, where a size would tell whose reason it is. */
  directions: {
    raises: {
      fi: '{seen} – suurentaa arviota',
      sv: '{seen} – höjer uppskattningen',
      en: '{seen} – raises the estimate',
    },
    lowers: {
      fi: '{seen} – pienentää arviota',
      sv: '{seen} – sänker uppskattningen',
      en: '{seen} – lowers the estimate',
    },
  },
  /** How sure the model is of the direction, after everything else. */
  certainty: {
    clear: { fi: '{told} (varma)', sv: '{told} (säker)', en: '{told} (sure)' },
    uncertain: { fi: '{told} (melko varma)', sv: '{told} (ganska säker)', en: '{told} (fairly sure)' },
    'not-measured': { fi: '{told}', sv: '{told}', en: '{told}' },
  },
} as const satisfies Record<string, Texts | Record<string, Texts>>;

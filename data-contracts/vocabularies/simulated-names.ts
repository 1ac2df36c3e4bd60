import type { Language } from '../schemas/fields.ts';

/** Says that nobody bears a name. It is in English in what the simulator delivers. */
export const simulatedMarks = {
  fi: '(simuloitu)',
  sv: '(simulerad)',
  en: '(simulated)',
} as const satisfies Record<Language, string>;

/** A name with its mark in the reader's language; a name without one as it is. */
export const simulatedNameIn = (name: string, language: Language): string =>
  name.endsWith(simulatedMarks.en)
    ? name.slice(0, -simulatedMarks.en.length) + simulatedMarks[language]
    : name;

/** Where an intervention is worth it: intervals of one figure, the others as they are. */
export const turningTexts = {
  /** Above intervals of each intervention; whose they are stands behind its name. */
  turning: {
    fi: 'Milloin kannattaa (yksi luku kerrallaan muuttuu, muut ennallaan):',
    sv: 'När det lönar sig (en siffra åt gången ändras, de andra som nu):',
    en: 'Where it is worth it (one figure moved at a time, the others as they are):',
  },
  turningOf: {
    offered: {
      fi: '{name}, tyypillinen asiakas niistä, joille tarjotaan:',
      sv: '{name}, en typisk klient av dem som erbjuds åtgärden:',
      en: '{name}, a typical client of those offered it:',
    },
    eligible: {
      fi: '{name}, tyypillinen asiakas niistä, jotka täyttävät ehdot (kenellekään ei tarjota):',
      sv: '{name}, en typisk klient av dem som uppfyller villkoren (ingen erbjuds åtgärden):',
      en: '{name}, a typical client of those whom its rule fits (nobody is offered it):',
    },
  },
  /** `{where}` is one or more intervals, or a word for all or none; `{now}` the figure as it is, `{months}` the horizon. */
  turningProbability: {
    fi: 'todennäköisyys {months} kk:n kuluessa, jolla kannattaa: {where} (nyt {now})',
    sv: 'sannolikhet inom {months} mån. då det lönar sig: {where} (nu {now})',
    en: 'probability within {months} months at which it is worth it: {where} (now {now})',
  },
  turningPrice: {
    fi: 'hinta osallistujaa kohti, jolla kannattaa: {where} (nyt {now})',
    sv: 'pris per deltagare då det lönar sig: {where} (nu {now})',
    en: 'price for each who takes it up at which it is worth it: {where} (now {now})',
  },
  turningRatio: {
    fi: 'vaikutussuhde alussa, jolla kannattaa: {where} (nyt {now})',
    sv: 'effektkvot i början då det lönar sig: {where} (nu {now})',
    en: 'ratio of the effect at its beginning at which it is worth it: {where} (now {now})',
  },
  intervals: {
    between: { fi: '{from} – {to}', sv: '{from} – {to}', en: '{from} – {to}' },
    upTo: { fi: 'enintään {to}', sv: 'högst {to}', en: 'at most {to}' },
    from: { fi: 'vähintään {from}', sv: 'minst {from}', en: 'at least {from}' },
    any: { fi: 'mikä tahansa', sv: 'vilken som helst', en: 'any' },
    none: { fi: 'ei mikään', sv: 'ingen', en: 'none' },
    or: { fi: '{one} tai {other}', sv: '{one} eller {other}', en: '{one} or {other}' },
  },
} as const;

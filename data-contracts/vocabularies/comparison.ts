/** What the comparison of strategies says to a person, in ICU MessageFormat. */
export const comparisonTexts = {
  strategy: { fi: 'Vaihtoehto', sv: 'Alternativ', en: 'Strategy' },
  cost: { fi: 'Kustannus', sv: 'Kostnad', en: 'Cost' },
  effect: { fi: 'Vaikutus', sv: 'Effekt', en: 'Effect' },
  incrementalCost: { fi: 'Lisäkustannus', sv: 'Inkrementell kostnad', en: 'Incremental cost' },
  incrementalEffect: { fi: 'Lisävaikutus', sv: 'Inkrementell effekt', en: 'Incremental effect' },
  icer: {
    fi: 'Inkrementaalinen kustannusvaikuttavuussuhde',
    sv: 'Inkrementell kostnadseffektkvot',
    en: 'Incremental cost-effectiveness ratio',
  },
  status: { fi: 'Asema', sv: 'Ställning', en: 'Status' },
  /** By `DominanceStatus`. */
  statuses: {
    'non-dominated': { fi: 'ei dominoitu', sv: 'inte dominerad', en: 'not dominated' },
    'extended-dominated': {
      fi: 'laajennetusti dominoitu',
      sv: 'utvidgat dominerad',
      en: 'extended-dominated',
    },
    dominated: { fi: 'dominoitu', sv: 'dominerad', en: 'dominated' },
  },
  savesMoney: {
    fi: 'Säästön todennäköisyys',
    sv: 'Sannolikhet för besparing',
    en: 'Probability of a saving',
  },
  harms: {
    fi: 'Haitan todennäköisyys',
    sv: 'Sannolikhet för skada',
    en: 'Probability of harm',
  },
  willingnessToPay: { fi: 'Maksuhalukkuus', sv: 'Betalningsvilja', en: 'Willingness to pay' },
  perEffect: {
    fi: 'Maksuhalukkuus (yhdestä vaikutuksen yksiköstä)',
    sv: 'Betalningsvilja (per effektenhet)',
    en: 'Willingness to pay (for one unit of effect)',
  },
  frontier: { fi: 'Hyväksyttävyysraja', sv: 'Acceptansgräns', en: 'Acceptability frontier' },
  optimal: {
    fi: 'Paras odotettu nettohyöty',
    sv: 'Störst förväntad nettonytta',
    en: 'Best expected net benefit',
  },
  acceptability: {
    fi: 'Todennäköisyys, että vaihtoehto on kustannusvaikuttavin',
    sv: 'Sannolikhet att alternativet är kostnadseffektivast',
    en: 'Probability of being the most cost-effective',
  },
  expectedLoss: {
    fi: 'Odotettu menetys, jos valitaan tämä',
    sv: 'Förväntad förlust om detta väljs',
    en: 'Expected loss if this is chosen',
  },
  evpi: {
    fi: 'Täydellisen tiedon arvo',
    sv: 'Värdet av perfekt information',
    en: 'Value of perfect information',
  },
  parameter: { fi: 'Parametri', sv: 'Parameter', en: 'Parameter' },
  /** At the willingness to pay where knowing everything is worth most; `{figure}` is that, formatted. */
  evppi: {
    fi: 'Yhden parametrin tietämisen arvo, kun maksuhalukkuus on {figure}',
    sv: 'Värdet av att känna en parameter, vid betalningsviljan {figure}',
    en: 'Value of knowing one parameter, at a willingness to pay of {figure}',
  },
  titles: {
    plane: {
      fi: 'Kustannusvaikuttavuustaso: ero vaihtoehtoon {reference}',
      sv: 'Kostnadseffektplanet: skillnad mot {reference}',
      en: 'Cost-effectiveness plane: difference from {reference}',
    },
    acceptability: {
      fi: 'Hyväksyttävyyskäyrät ja hyväksyttävyysraja',
      sv: 'Acceptanskurvor och acceptansgräns',
      en: 'Acceptability curves and frontier',
    },
    expectedLoss: { fi: 'Odotettu menetys', sv: 'Förväntad förlust', en: 'Expected loss' },
  },
  descriptions: {
    plane: {
      fi: 'Jokainen piste on yksi simulointi; suuri piste on keskiarvo. Vaaka-akselin yläpuolella vaihtoehto maksaa enemmän, pystyakselin oikealla puolella se vaikuttaa enemmän.',
      sv: 'Varje punkt är en simulering; den stora punkten är medeltalet. Ovanför den vågräta axeln kostar alternativet mer, till höger om den lodräta gör det mer nytta.',
      en: 'Each point is one draw; the large point is the mean. Above the horizontal axis a strategy costs more, to the right of the vertical one it does more.',
    },
    acceptability: {
      fi: 'Käyrä vaihtoehtoa kohti: osuus simuloinneista, joissa sen nettohyöty on suurin. Leveä viiva on hyväksyttävyysraja.',
      sv: 'En kurva per alternativ: andelen simuleringar där dess nettonytta är störst. Den breda linjen är acceptansgränsen.',
      en: 'A curve for each strategy: the share of draws in which its net benefit is greatest. The broad line is the frontier.',
    },
    expectedLoss: {
      fi: 'Käyrä vaihtoehtoa kohti: odotettu nettohyöty, joka menetetään valitsemalla se. Leveä viiva on pienin menetys eli täydellisen tiedon arvo.',
      sv: 'En kurva per alternativ: förväntad nettonytta som går förlorad om det väljs. Den breda linjen är den minsta förlusten, värdet av perfekt information.',
      en: 'A curve for each strategy: the expected net benefit forgone by choosing it. The broad line is the least loss, the value of perfect information.',
    },
  },
  draws: {
    fi: '{count, plural, one {# simulointi} other {# simulointia}}',
    sv: '{count, plural, one {# simulering} other {# simuleringar}}',
    en: '{count, plural, one {# draw} other {# draws}}',
  },
  others: {
    fi: '{count, plural, =0 {} one {; # muu vaihtoehto harmaalla} other {; # muuta vaihtoehtoa harmaalla}}',
    sv: '{count, plural, =0 {} one {; # annat alternativ i grått} other {; # andra alternativ i grått}}',
    en: '{count, plural, =0 {} one {; # other strategy in grey} other {; # other strategies in grey}}',
  },
  /** Heads of the table beside a reference; intervals hold the middle 95 % of the draws. */
  beside: {
    fi: 'Verrattuna: {reference} (95 % simuloinneista)',
    sv: 'Jämfört med {reference} (95 % av simuleringarna)',
    en: 'Beside {reference} (95 % of the draws)',
  },
  incrementalNetBenefit: {
    fi: 'Lisänettohyöty, kun maksuhalukkuus on {figure}',
    sv: 'Inkrementell nettonytta vid betalningsviljan {figure}',
    en: 'Incremental net benefit at a willingness to pay of {figure}',
  },
  /** Of a file that is neither UTF-8 nor UTF-16. */
  readAs: {
    fi: '{file}: luettu merkistönä Windows-1252; tarkista nimien ä, ö ja å',
    sv: '{file}: läst som Windows-1252; kontrollera ä, ö och å i namnen',
    en: '{file}: read as Windows-1252; check ä, ö and å in the names',
  },
  /** Beside the means of draws. */
  besideReference: {
    fi: 'Säästö ja haitta verrattuna vaihtoehtoon {reference}; ± on keskiarvon Monte Carlo -virhe (keskivirhe, {count, plural, one {# simulointi} other {# simulointia}})',
    sv: 'Besparing och skada jämfört med {reference}; ± är medeltalets Monte Carlo-fel (medelfel, {count, plural, one {# simulering} other {# simuleringar}})',
    en: 'Saving and harm beside {reference}; ± is the Monte-Carlo error of a mean (standard error, {count, plural, one {# draw} other {# draws}})',
  },
} as const;

/** What a person is told when their data have been erased, in ICU MessageFormat, as in `rightsTexts`. */
export const erasureTexts = {
  title: {
    fi: 'Tietosi on poistettu Ennakko-palvelusta',
    sv: 'Dina uppgifter har raderats ur tjänsten Ennakko',
    en: 'Your data have been erased from Ennakko',
  },
  doneAt: {
    fi: 'Poistettu {day}.',
    sv: 'Raderat den {day}.',
    en: 'Erased on {day}.',
  },
  erasedTitle: { fi: 'Mitä poistettiin', sv: 'Vad som raderades', en: 'What was erased' },
  table: {
    fi: '{table}: {count, plural, one {# tieto} other {# tietoa}}',
    sv: '{table}: {count, plural, one {# uppgift} other {# uppgifter}}',
    en: '{table}: {count, plural, one {# entry} other {# entries}}',
  },
  identities: {
    fi: 'Nimesi, puhelinnumerosi ja henkilötunnuksesi: {count, plural, one {# versio} other {# versiota}}',
    sv: 'Ditt namn, ditt telefonnummer och din personbeteckning: {count, plural, one {# version} other {# versioner}}',
    en: 'Your name, telephone number and personal identity code: {count, plural, one {# version} other {# versions}}',
  },
  clientMonths: {
    fi: 'Tiedoista lasketut kuukausikoosteet: {count}',
    sv: 'Månadssammandrag som räknats fram av uppgifterna: {count}',
    en: 'Monthly summaries worked out from the data: {count}',
  },
  scores: { fi: 'Arviot: {count}', sv: 'Uppskattningar: {count}', en: 'Estimates: {count}' },
  listRows: {
    fi: 'Rivit yhteydenottolistoilla ja niiden arvonnoissa: {count}',
    sv: 'Rader på kontaktlistor och i deras lottningar: {count}',
    en: 'Rows on outreach lists and in their lots: {count}',
  },
  nothing: {
    fi: 'Sinusta ei ollut tietoja.',
    sv: 'Det fanns inga uppgifter om dig.',
    en: 'Nothing was held of you.',
  },
  fromNow: {
    fi: 'Tietojasi ei oteta palveluun uudelleen. Palveluihisi ja hoitoosi poisto ei vaikuta.',
    sv: 'Dina uppgifter tas inte in i tjänsten på nytt. Raderingen påverkar inte dina tjänster eller din vård.',
    en: 'Your data will not be taken in again. Your services and your care are not affected.',
  },
  model: {
    fi: 'Laskentamalli, joka on opetettu ennen poistoa, on voinut oppia myös sinun tiedoistasi. Mallissa ei ole yksittäisen henkilön tietoja, ja seuraavalla kerralla se opetetaan ilman sinua.',
    sv: 'Den beräkningsmodell som tränades före raderingen kan ha lärt sig också av dina uppgifter. Modellen innehåller inga enskilda personers uppgifter, och nästa gång tränas den utan dig.',
    en: 'The model trained before the erasure may have learnt from your data too. It holds no single person’s data, and next time it is trained without you.',
  },
  takenOut: {
    fi: 'Paperille tai tiedostoon aiemmin otetut listat eivät ole palvelun hallussa; niiden hävittämisestä vastaa yksikkö, joka ne on ottanut.',
    sv: 'Listor som tidigare har tagits ut på papper eller i en fil finns inte i tjänsten; den enhet som har tagit ut dem ansvarar för att de förstörs.',
    en: 'Lists taken out earlier on paper or as a file are not in the service; the unit that took them answers for destroying them.',
  },
  filesTitle: {
    fi: 'Tiedostot, joissa sinut vielä mainitaan',
    sv: 'Filer där du ännu nämns',
    en: 'Files in which you are still named',
  },
  filesWhy: {
    fi: 'Poisto ei muuta toimituksia, joissa tiedot tulivat palveluun, eikä muita tiedostoja, joita palvelu ei itse ylläpidä. Tilanne poiston hetkellä:',
    sv: 'Raderingen ändrar inte de leveranser som uppgifterna kom i och inte heller andra filer som tjänsten inte själv förvaltar. Läget då raderingen gjordes:',
    en: 'The erasure changes neither the deliveries in which the data came nor other files that the service does not manage itself. As it was at the erasure:',
  },
  noFiles: {
    fi: 'Sinua ei mainita missään palveluun toimitetussa tiedostossa, joka on vielä tallella.',
    sv: 'Du nämns inte i någon levererad fil som finns kvar.',
    en: 'You are named in no delivered file that is still there.',
  },
  keptTitle: {
    fi: 'Mitä säilytetään ja miksi',
    sv: 'Vad som bevaras och varför',
    en: 'What is kept, and why',
  },
  kept: {
    fi: '{what}. {why} ({provision})',
    sv: '{what}. {why} ({provision})',
    en: '{what}. {why} ({provision})',
  },
  unconfirmed: {
    fi: 'Rekisterinpitäjä ei ole vahvistanut näitä perusteita.',
    sv: 'Den personuppgiftsansvarige har inte bekräftat dessa grunder.',
    en: 'The controller has not confirmed these grounds.',
  },
  complain: {
    fi: 'Voit tehdä valituksen tietosuojavaltuutetulle.',
    sv: 'Du kan lämna in ett klagomål till dataombudsmannen.',
    en: 'You can complain to the Data Protection Ombudsman.',
  },
} as const;

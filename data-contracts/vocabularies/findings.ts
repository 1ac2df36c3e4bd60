import type { Texts } from '../schemas/fields.ts';

/** What a check of a home may find wrong, by the finding's code; ICU MessageFormat. */
export const findings = {
  'publication-unreadable': {
    fi: '{where}: julkaisun tietoja ei voi lukea',
    sv: '{where}: publiceringens uppgifter går inte att läsa',
    en: '{where}: the publication cannot be read',
  },
  'file-missing': {
    fi: '{where}: tiedosto puuttuu',
    sv: '{where}: filen saknas',
    en: '{where}: the file is missing',
  },
  'file-changed': {
    fi: '{where}: tiedosto on muuttunut julkaisemisen jälkeen',
    sv: '{where}: filen har ändrats efter publiceringen',
    en: '{where}: the file has changed since it was published',
  },
  'table-unreadable': {
    fi: '{where}: taulua ei voi lukea',
    sv: '{where}: tabellen går inte att läsa',
    en: '{where}: the table cannot be read',
  },
  'rows-do-not-add-up': {
    fi: '{where}: toimitettu {delivered}, hyväksytty {accepted}, karanteenissa {quarantined}, poistettu {erased}: summa ei täsmää',
    sv: '{where}: levererat {delivered}, godkänt {accepted}, i karantän {quarantined}, raderat {erased}: summan stämmer inte',
    en: '{where}: {delivered} delivered, {accepted} accepted, {quarantined} quarantined, {erased} erased: they do not add up',
  },
  'rows-not-as-accepted': {
    fi: '{where}: hyväksyttiin {accepted} riviä, taulussa on {found}',
    sv: '{where}: {accepted} rader godkändes, tabellen har {found}',
    en: '{where}: {accepted} rows were accepted, the table holds {found}',
  },
  'consent-not-as-recorded': {
    fi: 'Käyttölokin rivillä {line} kirjattu tahdonilmaus puuttuu suostumuskirjasta tai on muuttunut',
    sv: 'Viljeyttringen på rad {line} i användningsloggen saknas i samtyckesregistret eller har ändrats',
    en: 'What the audit log has at line {line} as recorded is missing from the consent ledger, or was changed',
  },
  'erased-person-held': {
    fi: '{where}: tietoja henkilöstä, jonka tiedot on poistettu, {times} kertaa; suorita poisto uudelleen',
    sv: '{where}: uppgifter om en person vars uppgifter har raderats, {times} gånger; utför raderingen på nytt',
    en: '{where}: data of a person who has been erased, {times} times; carry the erasure out again',
  },
  'audit-log-damaged': {
    fi: 'Käyttöloki on vahingoittunut rivillä {line}',
    sv: 'Användningsloggen är skadad på rad {line}',
    en: 'The audit log is damaged at line {line}',
  },
  'identity-code-outside-vault': {
    fi: '{where}: henkilötunnus holvin ulkopuolella, {times} kertaa',
    sv: '{where}: personbeteckning utanför valvet, {times} gånger',
    en: '{where}: a personal identity code outside the vault, {times} times',
  },
} as const satisfies Record<string, Texts>;

/** What is as it should be, and yet to be known of, by the note's code. */
export const verificationNotes = {
  'model-older-than-erasure': {
    fi: '{where}: mallin opettamisen jälkeen on poistettu henkilöitä, joiden tietoja on voinut olla opetuksessa; seuraava opetus jättää heidät pois',
    sv: '{where}: efter att modellen tränades har personer raderats vars uppgifter kan ha använts i träningen; nästa träning utelämnar dem',
    en: '{where}: people have been erased since the model was trained, who may be among those it learnt from; the next training leaves them out',
  },
} as const satisfies Record<string, Texts>;

/** How a check ended. */
export const checked = {
  sound: {
    fi: 'Kunnossa: {publications} julkaisua, {files} tiedostoa ja {auditLines} käyttölokin riviä tarkistettiin.',
    sv: 'I ordning: {publications} publiceringar, {files} filer och {auditLines} rader i användningsloggen kontrollerades.',
    en: 'Sound: {publications} publications, {files} files and {auditLines} lines of the audit log were checked.',
  },
  auditHead: {
    fi: 'Käyttölokin viimeisen rivin tiiviste: {hash}',
    sv: 'Kontrollsumma för användningsloggens sista rad: {hash}',
    en: 'Hash of the audit log’s last line: {hash}',
  },
} as const satisfies Record<string, Texts>;

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
    fi: '{where}: tietoja henkilöstä, jonka tiedot on poistettu, {times} kertaa; suorita poisto uudelleen, ja poista itse tiedosto, joka ei ole palvelun',
    sv: '{where}: uppgifter om en person vars uppgifter har raderats, {times} gånger; utför raderingen på nytt, och ta själv bort en fil som inte är tjänstens',
    en: '{where}: data of a person who has been erased, {times} times; carry the erasure out again, and remove a file that is not the service’s yourselves',
  },
  'audit-log-damaged': {
    fi: 'Käyttöloki on vahingoittunut rivillä {line}',
    sv: 'Användningsloggen är skadad på rad {line}',
    en: 'The audit log is damaged at line {line}',
  },
  'log-not-as-anchored': {
    fi: 'Käyttöloki ei ole se, joka ankkuroitiin {at}: rivejä {from}–{line} on muutettu, piilotettu tai lisätty ja ketju laskettu uudelleen',
    sv: 'Användningsloggen är inte den som förankrades {at}: rader bland {from}–{line} har ändrats, dolts eller lagts till och kedjan har räknats om',
    en: 'The audit log is not the one that was anchored at {at}: among lines {from} to {line} some were changed, hidden or put in, and the chain made anew',
  },
  'log-shorter-than-anchored': {
    fi: 'Käyttölokin loppu puuttuu: rivejä on {lines}, {at} niitä oli {anchored}',
    sv: 'Slutet av användningsloggen saknas: den har {lines} rader, {at} hade den {anchored}',
    en: 'The end of the audit log is missing: it has {lines} lines, at {at} it had {anchored}',
  },
  'day-not-anchored': {
    fi: 'Käyttölokia ei ankkuroitu {day}, jolloin siihen kirjoitettiin (rivi {line}): ankkuri on viety, tai palvelu keskeytyi ennen ankkurointia',
    sv: 'Användningsloggen förankrades inte {day}, då den skrevs i (rad {line}): ett ankare har tagits bort, eller så avbröts tjänsten före förankringen',
    en: 'The audit log was not anchored on {day}, when it was written to (line {line}): an anchor was taken away, or the service was stopped before it anchored',
  },
  'anchors-missing': {
    fi: 'Käyttölokin ankkurit {from}–{to} puuttuvat tai eivät ole sellaisina kuin ne julkaistiin',
    sv: 'Användningsloggens ankare {from}–{to} saknas eller är inte som de publicerades',
    en: 'Anchors {from} to {to} of the audit log are missing, or not as they were published',
  },
  'anchor-unreadable': {
    fi: 'Käyttölokin ankkureiden {anchor}. rivi ei ole ankkuri',
    sv: 'Rad {anchor} bland användningsloggens ankare är inget ankare',
    en: 'Line {anchor} of the audit log’s anchors is no anchor',
  },
  'anchor-forged': {
    fi: 'Käyttölokin ankkureiden {anchor}. rivi ei ole sen allekirjoittama, jonka se sanoo olevan',
    sv: 'Rad {anchor} bland användningsloggens ankare är inte undertecknad av den som den uppger',
    en: 'Line {anchor} of the audit log’s anchors is not signed by whom it says',
  },
  'anchor-of-another-home': {
    fi: 'Käyttölokin ankkureista {times} on allekirjoitettu toisen palvelukansion avaimella, ensimmäinen rivillä {anchor}. Jos paikalla oli ennen toinen kansio, siirrä ankkuritiedosto sen mukana',
    sv: 'Av användningsloggens ankare är {times} undertecknade med en annan tjänstemapps nyckel, det första på rad {anchor}. Om en annan mapp låg här tidigare: flytta ankarfilen dit den flyttades',
    en: 'Of the audit log’s anchors {times} are signed with another home’s key, the first at line {anchor}. Where another home was here before, move its file of anchors to where it went',
  },
  'identity-code-outside-vault': {
    fi: '{where}: henkilötunnus holvin ulkopuolella, {times} kertaa',
    sv: '{where}: personbeteckning utanför valvet, {times} gånger',
    en: '{where}: a personal identity code outside the vault, {times} times',
  },
} as const satisfies Record<string, Texts>;

/** What is as it should be, and yet to be known of, by the note's code. */
export const verificationNotes = {
  'not-anchored': {
    fi: 'Käyttölokilla ei ole ankkureita: ei voi sanoa, onko se laskettu uudelleen tai katkaistu. Palvelukansio on kopio tai vanhempi kuin ankkurointi, tai ankkurit on viety',
    sv: 'Användningsloggen har inga ankare: det går inte att säga om den har räknats om eller kapats. Tjänstemappen är en kopia eller äldre än förankringen, eller så har ankarna tagits bort',
    en: 'The audit log has no anchors: whether it was made anew or cut cannot be told. The home is a copy or older than anchoring, or its anchors were taken away',
  },
  'not-anchored-before': {
    fi: 'Käyttölokin {lines} ensimmäistä riviä ankkuroitiin vasta {at}: mitä niille tehtiin ennen sitä, ei voi sanoa',
    sv: 'De {lines} första raderna i användningsloggen förankrades först {at}: vad som hände med dem före det går inte att säga',
    en: 'The first {lines} lines of the audit log were not anchored before {at}: what was done to them until then cannot be told',
  },
  'anchored-where-copied-from': {
    fi: 'Palvelukansio on kopio: käyttölokin {anchors} aiempaa ankkuria ovat siellä, mistä se kopioitiin',
    sv: 'Tjänstemappen är en kopia: användningsloggens {anchors} tidigare ankare finns där det kopierades ifrån',
    en: 'The home is a copy: the audit log’s {anchors} earlier anchors are where it was copied from',
  },
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
  anchored: {
    fi: '{anchors, plural, one {# ankkuri} other {# ankkuria}}, viimeisin {at}, rivi {lines}',
    sv: '{anchors, plural, one {# ankare} other {# ankare}}, det senaste {at}, rad {lines}',
    en: '{anchors, plural, one {# anchor} other {# anchors}}, the last of {at}, at line {lines}',
  },
  newlyAnchored: {
    fi: 'Käyttöloki ankkuroitu: ankkuri {number}, rivi {lines}, tiiviste {hash}',
    sv: 'Användningsloggen förankrad: ankare {number}, rad {lines}, kontrollsumma {hash}',
    en: 'The audit log is anchored: anchor {number}, line {lines}, hash {hash}',
  },
  nothingToAnchor: {
    fi: 'Käyttölokissa ei ole mitään ankkuroitavaa viimeisimmän ankkurin jälkeen.',
    sv: 'Användningsloggen har inget att förankra efter det senaste ankaret.',
    en: 'The audit log has nothing to anchor since its last anchor.',
  },
  auditHead: {
    fi: 'Käyttölokin viimeisen rivin tiiviste: {hash}',
    sv: 'Kontrollsumma för användningsloggens sista rad: {hash}',
    en: 'Hash of the audit log’s last line: {hash}',
  },
} as const satisfies Record<string, Texts>;

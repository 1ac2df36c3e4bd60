import type { Texts } from '../schemas/fields.ts';

/** What a check of a home may find wrong, by the finding's code; ICU MessageFormat. */
export const findings = {
  'publication-unreadable': {
    fi: '{where}: julkaisun tietoja ei voi lukea',
    sv: '{where}: publiceringens uppgifter går inte att läsa',
    en: '{where}: the publication cannot be read',
  },
  'publication-missing': {
    fi: '{where}: täällä ei ole mitään, vaikka se on tehty tai sitä on ollut tekeillä; tee uudelleen komennolla `ennakko {command}`',
    sv: '{where}: här finns ingenting, fastän det har gjorts eller varit under arbete; gör om med `ennakko {command}`',
    en: '{where}: nothing is there, though it was made, or begun; make it again with `ennakko {command}`',
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
  'record-unreadable': {
    fi: '{where}: merkintää ei voi lukea; muut merkinnät ovat käytössä',
    sv: '{where}: anteckningen går inte att läsa; de övriga är i bruk',
    en: '{where}: the record cannot be read; all others are in use',
  },
  'no-client-months': {
    fi: '{where}: yhtään asiakaskuukautta ei ole',
    sv: '{where}: det finns inte en enda klientmånad',
    en: '{where}: there is not one client-month',
  },
  'place-taken-twice': {
    fi: '{where}: samasta tiedostosta on taulussa {times} sisältöä; viimeistä sanaa ei voi tietää',
    sv: '{where}: tabellen har {times} innehåll av samma fil; vad som gäller sist går inte att veta',
    en: '{where}: the tables hold {times} contents of the same file; which is the last word cannot be told',
  },
  'key-repeated-in-delivery': {
    fi: '{where}: sama avain on samassa toimituksessa useammin kuin kerran ({times}); viimeistä sanaa ei voi tietää',
    sv: '{where}: samma nyckel finns mer än en gång i samma leverans ({times}); vad som gäller sist går inte att veta',
    en: '{where}: a key comes more than once in one delivery ({times}); which is the last word cannot be told',
  },
  'identifier-claimed-by-two': {
    fi: '{where}: {times, plural, one {# tunnuksen sanotaan olleen kahdella henkilöllä} other {# tunnuksen sanotaan olleen kahdella henkilöllä}}; ketään ei ole yhdistetty sen perusteella',
    sv: '{where}: {times, plural, one {# beteckning sägs ha varit två personers} other {# beteckningar sägs ha varit två personers}}; ingen har förenats på grund av den',
    en: '{where}: {times, plural, one {# identifier is} other {# identifiers are}} said to have been two people’s; nobody has been joined by it',
  },
  'identifier-in-a-circle': {
    fi: '{where}: {times, plural, one {# tunnus johtaa} other {# tunnusta johtaa}} kehään; ketään ei ole yhdistetty sen perusteella',
    sv: '{where}: {times, plural, one {# beteckning leder} other {# beteckningar leder}} i en cirkel; ingen har förenats på grund av den',
    en: '{where}: {times, plural, one {# identifier leads} other {# identifiers lead}} in a circle; nobody has been joined by it',
  },
  'people-not-joined': {
    fi: '{where}: henkilöitä ei ole yhdistetty niin kuin toimitukset kertovat ({times}); anna ennakko ingest',
    sv: '{where}: personer är inte förenade som leveranserna säger ({times}); kör ennakko ingest',
    en: '{where}: people are not joined as the deliveries say ({times}); run ennakko ingest',
  },
  'consent-not-as-recorded': {
    fi: 'Käyttölokin rivillä {line} kirjattu tahdonilmaus puuttuu suostumuskirjasta tai on muuttunut [{id}]',
    sv: 'Viljeyttringen på rad {line} i användningsloggen saknas i samtyckesregistret eller har ändrats [{id}]',
    en: 'What the audit log has at line {line} as recorded is missing from the consent ledger, or was changed [{id}]',
  },
  'consent-missing': {
    fi: '{where}: jonkun tahdonilmaus numero {sequence} puuttuu; hänen tietojaan ei näytetä [{id}]',
    sv: '{where}: någons viljeyttring nummer {sequence} saknas; personens uppgifter lämnas inte ut [{id}]',
    en: '{where}: somebody’s event number {sequence} is missing; nothing of theirs is released [{id}]',
  },
  'consent-unreadable': {
    fi: '{where}: jonkun tahdonilmausta numero {sequence} ei voi lukea; hänen tietojaan ei näytetä [{id}]',
    sv: '{where}: någons viljeyttring nummer {sequence} går inte att läsa; personens uppgifter lämnas inte ut [{id}]',
    en: '{where}: somebody’s event number {sequence} cannot be read; nothing of theirs is released [{id}]',
  },
  'consent-not-in-log': {
    fi: '{where}: tahdonilmausta numero {sequence} ei ole käyttölokissa: palvelu ei ole kirjannut sitä [{id}]',
    sv: '{where}: viljeyttring nummer {sequence} finns inte i användningsloggen: tjänsten har inte registrerat den [{id}]',
    en: '{where}: event number {sequence} is not in the audit log: the service has not recorded it [{id}]',
  },
  'consent-instant-ahead': {
    fi: '{where}: tahdonilmauksen numero {sequence} kirjaushetki ei ole vielä tullut [{id}]',
    sv: '{where}: tidpunkten då viljeyttring nummer {sequence} registrerades har ännu inte kommit [{id}]',
    en: '{where}: the instant at which event number {sequence} was recorded has not come yet [{id}]',
  },
  'consent-aside-not-in-log': {
    fi: '{where}: tahdonilmauksen numero {sequence} sivuuttamista ei ole käyttölokissa [{id}]',
    sv: '{where}: åsidosättandet av viljeyttring nummer {sequence} finns inte i användningsloggen [{id}]',
    en: '{where}: that event number {sequence} was set aside is not in the audit log [{id}]',
  },
  'erased-person-held': {
    fi: '{where}: tietoja henkilöstä, jonka tiedot on poistettu, {times} kertaa; suorita poisto uudelleen, ja poista itse tiedosto, joka ei ole palvelun',
    sv: '{where}: uppgifter om en person vars uppgifter har raderats, {times} gånger; utför raderingen på nytt, och ta själv bort en fil som inte är tjänstens',
    en: '{where}: data of a person who has been erased, {times} times; carry the erasure out again, and remove a file that is not the service’s yourselves',
  },
  'audit-log-damaged': {
    fi: 'Käyttöloki on vahingoittunut rivillä {line} [{id}]',
    sv: 'Användningsloggen är skadad på rad {line} [{id}]',
    en: 'The audit log is damaged at line {line} [{id}]',
  },
  'audit-instant-ahead': {
    fi: 'Käyttölokin rivien {line}–{through} ajankohta ei ole vielä tullut: kello on ollut edellä tai on nyt jäljessä [{id}]',
    sv: 'Tidpunkten för raderna {line}–{through} i användningsloggen har ännu inte kommit: klockan har gått före eller går nu efter [{id}]',
    en: 'The instant of lines {line}–{through} of the audit log has not come yet: a clock was ahead, or is behind now [{id}]',
  },
  'identity-unopened': {
    fi: '{where}: henkilötietoja ei voi avata kodin avaimilla, {times} kertaa',
    sv: '{where}: identitetsuppgifter går inte att öppna med hemmets nycklar, {times} gånger',
    en: '{where}: identities that do not open with the home’s keys, {times} times',
  },
  'name-outside-vault': {
    fi: '{where}: henkilön nimi holvin ulkopuolella, {times} kertaa',
    sv: '{where}: en persons namn utanför valvet, {times} gånger',
    en: '{where}: a person’s name outside the vault, {times} times',
  },
  'telephone-outside-vault': {
    fi: '{where}: henkilön puhelinnumero holvin ulkopuolella, {times} kertaa',
    sv: '{where}: en persons telefonnummer utanför valvet, {times} gånger',
    en: '{where}: a person’s telephone number outside the vault, {times} times',
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
  'not-taken-in': {
    fi: '{where}: tiedostoa ei ole vietu tauluihin, tai se on muuttunut sen jälkeen: ennakko ingest',
    sv: '{where}: filen har inte tagits in, eller har ändrats efter det: ennakko ingest',
    en: '{where}: the file has not been taken in, or has changed since: ennakko ingest',
  },
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
  'checked-since': {
    fi: 'Käyttölokista luettiin riviä {line} seuraavat rivit; sitä edeltävät on ankkuroitu {at}, ja koko lokin tarkistaa `audit verify`, AWS:ssä joka ilta',
    sv: 'Av användningsloggen lästes raderna efter rad {line}; de tidigare förankrades {at}, och hela loggen kontrolleras av `audit verify`, på AWS varje kväll',
    en: 'Of the audit log the lines after line {line} were read; those before were anchored at {at}, and the whole log is checked by `audit verify`, on AWS every evening',
  },
  'model-older-than-erasure': {
    fi: '{where}: mallin opettamisen jälkeen on poistettu henkilöitä, joiden tietoja on voinut olla opetuksessa; seuraava opetus jättää heidät pois',
    sv: '{where}: efter att modellen tränades har personer raderats vars uppgifter kan ha använts i träningen; nästa träning utelämnar dem',
    en: '{where}: people have been erased since the model was trained, who may be among those it learnt from; the next training leaves them out',
  },
  'not-of-latest-months': {
    fi: '{where}: tehty muusta kuin viimeisimmästä tilanteesta, josta asiakaskuukaudet on koostettu; tee uudelleen komennolla `ennakko score`',
    sv: '{where}: gjord av ett annat läge än det senaste som klientmånaderna är sammanställda av; gör om med `ennakko score`',
    en: '{where}: made of another day than the latest that there are client-months of; make it again with `ennakko score`',
  },
  'without-digest': {
    fi: '{where}: {times, plural, one {# tiedoston} other {# tiedoston}} tiivistettä ei ole, koska aiempi versio kirjoitti sen; muutosta ei voi nähdä',
    sv: '{where}: {times, plural, one {# fil} other {# filer}} saknar kontrollsumma, eftersom en tidigare version skrev dem; en ändring syns inte',
    en: '{where}: {times, plural, one {# file has} other {# files have}} no digest, as an earlier version wrote them; whether they have changed cannot be seen',
  },
  'left-behind': {
    fi: '{where}: {times, plural, one {# kesken jäänyt tiedosto} other {# kesken jäänyttä tiedostoa}} (.part), joita mikään ei lue; ne voi poistaa, kun palvelu ei ole käynnissä',
    sv: '{where}: {times, plural, one {# ofullbordad fil} other {# ofullbordade filer}} (.part) som inget läser; de kan tas bort när tjänsten inte är i gång',
    en: '{where}: {times, plural, one {# unfinished file} other {# unfinished files}} (.part) that nothing reads; they can be removed while the service is not running',
  },
  'consent-under-way': {
    fi: '{times, plural, one {# tahdonilmauksen} other {# tahdonilmauksen}} kirjaaminen on kesken; keskeytynyt saatetaan loppuun myöhemmän kirjaamisen yhteydessä',
    sv: 'Registreringen av {times, plural, one {# viljeyttring} other {# viljeyttringar}} pågår; en som avbrutits slutförs vid en senare registrering',
    en: '{times, plural, one {# event is} other {# events are}} being recorded; what was cut off is finished by a later recording',
  },
  'vault-not-opened': {
    fi: '{where}: holvia ei voitu avata, eikä nimiä etsitty',
    sv: '{where}: valvet kunde inte öppnas, och namn söktes inte',
    en: '{where}: the vault could not be opened, and names were not looked for',
  },
  'set-aside': {
    fi: '{id}: sivuutettu {at}, {by} (käyttölokin rivi {line})',
    sv: '{id}: åsidosatt {at}, {by} (rad {line} i användningsloggen)',
    en: '{id}: set aside {at} by {by} (line {line} of the audit log)',
  },
} as const satisfies Record<string, Texts>;

/** What a data-protection officer does about a finding that has a name. */
export const settingAside = {
  how: {
    fi: 'Hakasulkeissa nimetyn sivuuttaa tietosuojavastaava: ennakko audit set-aside NIMI --reason "MIKSI"',
    sv: 'Det som namnges inom hakparentes åsidosätts av dataskyddsombudet: ennakko audit set-aside NAMN --reason "VARFÖR"',
    en: 'What is named in brackets is set aside by the data-protection officer: ennakko audit set-aside NAME --reason "WHY"',
  },
  done: {
    fi: '{id} on sivuutettu; käyttöloki kertoo siitä',
    sv: '{id} har åsidosatts; användningsloggen berättar om det',
    en: '{id} has been set aside, and the audit log says so',
  },
  restricted: {
    fi: 'Kukaan ei tiedä, mitä henkilö ilmoitti: kaikkien hänen tietojensa käyttö on nyt rajoitettu. Kysy häneltä, ja peru sitten rajoitus (restriction-lifted).',
    sv: 'Ingen vet vad personen meddelade: användningen av alla personens uppgifter är nu begränsad. Fråga personen, och upphäv sedan begränsningen (restriction-lifted).',
    en: 'Nobody can tell what the person had said: the use of all their data is now restricted. Ask them, then lift the restriction (restriction-lifted).',
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

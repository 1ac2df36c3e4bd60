import { z } from 'zod';

/** Rules that a delivered file or row may break, as told to whoever has to mend the delivery. */
export const quarantineRules = {
  'empty-file': { fi: 'Tiedosto on tyhjä', sv: 'Filen är tom', en: 'The file is empty' },
  'unknown-table': {
    fi: 'Tiedoston nimi ei vastaa mitään taulua',
    sv: 'Filens namn motsvarar ingen tabell',
    en: 'The file’s name matches no table',
  },
  'unreadable-parquet': {
    fi: 'Parquet-tiedostoa ei voi lukea',
    sv: 'Parquet-filen går inte att läsa',
    en: 'The Parquet file cannot be read',
  },
  'not-utf-8': {
    fi: 'Rivi ei ole UTF-8-koodattu',
    sv: 'Raden är inte kodad i UTF-8',
    en: 'The line is not UTF-8',
  },
  'utf-16': {
    fi: 'Tiedosto on koodattu UTF-16:lla, ei UTF-8:lla',
    sv: 'Filen är kodad i UTF-16, inte i UTF-8',
    en: 'The file is in UTF-16, not in UTF-8',
  },
  'other-encoding': {
    fi: 'Tiedosto ei ole siinä koodauksessa, joka on ilmoitettu (UTF-8, ellei mapping.json sano muuta)',
    sv: 'Filen är inte i den kodning som har angetts (UTF-8, om inte mapping.json säger annat)',
    en: 'The file is not in the encoding that was declared (UTF-8, unless mapping.json says otherwise)',
  },
  'blank-line': {
    fi: 'Rivi on tyhjä',
    sv: 'Raden är tom',
    en: 'The line is empty',
  },
  'no-line-feed': {
    fi: 'Tiedoston rivit päättyvät pelkkään CR-merkkiin; niiden on päätyttävä LF- tai CRLF-merkkeihin',
    sv: 'Filens rader slutar med enbart CR; de ska sluta med LF eller CRLF',
    en: 'The file’s lines end in CR alone; they have to end in LF or CRLF',
  },
  'line-too-long': { fi: 'Rivi on liian pitkä', sv: 'Raden är för lång', en: 'The line is too long' },
  'unclosed-quote': {
    fi: 'Lainausmerkki on sulkematta tai väärässä paikassa',
    sv: 'Ett citattecken är inte avslutat eller står på fel plats',
    en: 'A quotation mark is not closed or stands in the wrong place',
  },
  'wrong-field-count': {
    fi: 'Rivillä on väärä määrä kenttiä',
    sv: 'Raden har fel antal fält',
    en: 'The line has a wrong number of fields',
  },
  'missing-column': {
    fi: 'Pakollinen sarake puuttuu',
    sv: 'En obligatorisk kolumn saknas',
    en: 'A required column is missing',
  },
  'unknown-column': {
    fi: 'Saraketta ei ole sopimuksessa',
    sv: 'Kolumnen finns inte i kontraktet',
    en: 'The contract has no such column',
  },
  'repeated-column': {
    fi: 'Sama sarake on kahteen kertaan',
    sv: 'Samma kolumn förekommer två gånger',
    en: 'A column is there twice',
  },
  'missing-field': {
    fi: 'Pakollinen tieto puuttuu',
    sv: 'En obligatorisk uppgift saknas',
    en: 'A required field is empty',
  },
  'wrong-form': {
    fi: 'Tieto ei ole sovitussa muodossa',
    sv: 'Uppgiften har inte den avtalade formen',
    en: 'The field is not in the agreed form',
  },
  'not-a-number': {
    fi: 'Tieto ei ole luku sovitussa muodossa',
    sv: 'Uppgiften är inte ett tal i den avtalade formen',
    en: 'The field is not a number in the agreed form',
  },
  'not-whole-cents': {
    fi: 'Raha on sentteinä ja kokonaislukuna: 380.00 on euroja, ei senttejä',
    sv: 'Pengar anges i hela cent: 380.00 är euro, inte cent',
    en: 'Money is in whole cents: 380.00 are euros, not cents',
  },
  'out-of-range': {
    fi: 'Luku tai päivä on sallitun alueen ulkopuolella',
    sv: 'Talet eller datumet ligger utanför det tillåtna intervallet',
    en: 'The number or day is out of range',
  },
  'too-long': { fi: 'Tieto on liian pitkä', sv: 'Uppgiften är för lång', en: 'The field is too long' },
  'not-in-code-set': {
    fi: 'Koodia ei ole koodistossa',
    sv: 'Koden finns inte i kodverket',
    en: 'The code is not in its code set',
  },
  'not-a-day': {
    fi: 'Tieto ei ole kalenteripäivä muodossa VVVV-KK-PP',
    sv: 'Uppgiften är inte ett datum i formen ÅÅÅÅ-MM-DD',
    en: 'The field is not a calendar day in the form YYYY-MM-DD',
  },
  'not-an-instant': {
    fi: 'Tieto ei ole UTC-ajanhetki ISO 8601 -muodossa',
    sv: 'Uppgiften är inte en tidpunkt i UTC enligt ISO 8601',
    en: 'The field is not an instant in UTC, ISO 8601',
  },
  'not-a-person-identifier': {
    fi: 'Henkilön tunniste ei ole sovitussa muodossa',
    sv: 'Personens identifierare har inte den avtalade formen',
    en: 'The person identifier is not in the agreed form',
  },
  'impossible-date': {
    fi: 'Henkilötunnuksen päivää ei ole kalenterissa',
    sv: 'Datumet i personbeteckningen finns inte i kalendern',
    en: 'The personal identity code’s day is not in the calendar',
  },
  'bad-control-character': {
    fi: 'Henkilötunnuksen tarkistusmerkki on väärä',
    sv: 'Personbeteckningens kontrolltecken är fel',
    en: 'The personal identity code’s control character is wrong',
  },
  'not-a-simulated-code': {
    fi: 'Simuloidussa tai synteettisessä toimituksessa saa olla vain keksittyjä henkilötunnuksia (yksilönumero 900–999)',
    sv: 'En simulerad eller syntetisk leverans får innehålla endast påhittade personbeteckningar (individnummer 900–999)',
    en: 'A simulated or synthetic delivery may hold made-up personal identity codes only (individual number 900–999)',
  },
  'identity-code-in-field': {
    fi: 'Henkilötunnus on kentässä, johon se ei kuulu',
    sv: 'En personbeteckning står i ett fält där den inte hör hemma',
    en: 'A personal identity code stands in a field where it does not belong',
  },
  'contradicting-fields': {
    fi: 'Rivin tiedot ovat ristiriidassa keskenään',
    sv: 'Radens uppgifter motsäger varandra',
    en: 'The row’s fields contradict one another',
  },
  'duplicate-key': {
    fi: 'Tiedostossa on jo rivi samalla avaimella',
    sv: 'Filen har redan en rad med samma nyckel',
    en: 'The file already has a row with this key',
  },
  'key-in-another-file': {
    fi: 'Saman toimituksen toisessa tiedostossa on jo rivi samalla avaimella: avaimen on oltava sama vain samalle riville',
    sv: 'En annan fil i samma leverans har redan en rad med samma nyckel: en nyckel får höra till en enda rad',
    en: 'Another file of the same delivery already has a row with this key: a key belongs to one row only',
  },
  'key-of-another-person': {
    fi: 'Avain on jo toisen henkilön toisella rivillä: numeroiko kaksi järjestelmää rivejään samoin, tai järjestelmä uudelleen joka poiminnassa?',
    sv: 'Nyckeln hör redan till en annan persons rad: numrerar två system sina rader lika, eller ett system på nytt i varje uttag?',
    en: 'The key already belongs to another row, of another person: do two systems number alike, or does one number anew in each extract?',
  },
} as const;

export type QuarantineRule = keyof typeof quarantineRules;
export const QuarantineRule = z.enum(Object.keys(quarantineRules) as [QuarantineRule, ...QuarantineRule[]]);

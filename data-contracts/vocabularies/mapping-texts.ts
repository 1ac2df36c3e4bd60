/** What the terminal says of native files: mapped, checked and profiled. */
export const mappingTexts = {
  leftOut: {
    fi: 'Rivejä, jotka kuvaus jättää pois tai yhdistää toiseen: {count}',
    sv: 'Rader som beskrivningen utelämnar eller förenar med en annan: {count}',
    en: 'Rows that the mapping leaves out, or joins to another: {count}',
  },
  beyondLists: {
    fi: '{field}: rivejä, joiden koodia ei ole kansallisessa koodistossa: {count} (ryhmä ”muu”)',
    sv: '{field}: rader vars kod inte finns i det nationella kodverket: {count} (gruppen ”annan”)',
    en: '{field}: rows whose code is on no national list: {count} (group “other”)',
  },
  checked: {
    fi: 'Tarkistettu, mitään ei ole otettu sisään. Näin tapahtuisi:',
    sv: 'Kontrollerat, inget har tagits in. Så här skulle det bli:',
    en: 'Checked, nothing has been taken in. This is what would happen:',
  },
  check: {
    why: {
      fi: 'Miksi rivejä jäisi pois',
      sv: 'Varför rader skulle bli utanför',
      en: 'Why rows would stay out',
    },
    file: { fi: 'Tiedosto', sv: 'Fil', en: 'File' },
    field: { fi: 'Tieto', sv: 'Uppgift', en: 'Field' },
    rows: { fi: 'Rivejä', sv: 'Rader', en: 'Rows' },
    lines: { fi: 'Ensimmäiset rivit', sv: 'Första raderna', en: 'First lines' },
  },
  profile: {
    file: {
      fi: '{name}: {rows} riviä, {columns} saraketta, {encoding}, erotin {separator}',
      sv: '{name}: {rows} rader, {columns} kolumner, {encoding}, avgränsare {separator}',
      en: '{name}: {rows} rows, {columns} columns, {encoding}, separator {separator}',
    },
    unreadable: {
      fi: '{name}: ei CSV- tai Parquet-tiedosto, ei luettu',
      sv: '{name}: ingen CSV- eller Parquet-fil, inte läst',
      en: '{name}: no CSV or Parquet file, not read',
    },
    column: { fi: 'Sarake', sv: 'Kolumn', en: 'Column' },
    form: { fi: 'Muoto', sv: 'Form', en: 'Form' },
    empty: { fi: 'Tyhjiä', sv: 'Tomma', en: 'Empty' },
    distinct: { fi: 'Eri arvoja', sv: 'Olika värden', en: 'Distinct' },
    values: { fi: 'Arvoja (riveillä)', sv: 'Värden (på rader)', en: 'Values (in rows)' },
    fills: { fi: 'Ehdotus', sv: 'Förslag', en: 'Proposal' },
    hidden: {
      fi: 'muita {count}',
      sv: 'andra {count}',
      en: '{count} others',
    },
    forms: {
      'identity-code': { fi: 'henkilötunnus', sv: 'personbeteckning', en: 'identity code' },
      day: { fi: 'päivä {form}', sv: 'dag {form}', en: 'day {form}' },
      'whole-number': { fi: 'kokonaisluku', sv: 'heltal', en: 'whole number' },
      'decimal-number': { fi: 'desimaaliluku', sv: 'decimaltal', en: 'decimal number' },
      'diagnosis-code': { fi: 'diagnoosikoodi', sv: 'diagnoskod', en: 'diagnosis code' },
      code: { fi: 'koodi', sv: 'kod', en: 'code' },
      text: { fi: 'teksti', sv: 'text', en: 'text' },
      empty: { fi: 'tyhjä', sv: 'tom', en: 'empty' },
    },
    proposed: {
      fi: 'Ehdotus kuvaukseksi: {path}. Lue se, korjaa se ja kokeile: ennakko ingest --check.',
      sv: 'Förslag till beskrivning: {path}. Läs det, rätta det och pröva: ennakko ingest --check.',
      en: 'Proposed mapping: {path}. Read it, put it right, and try it: ennakko ingest --check.',
    },
    unplaced: {
      fi: 'Ei sijoitettu: {what}',
      sv: 'Inte placerat: {what}',
      en: 'Not placed: {what}',
    },
    lacking: {
      fi: '{table}: mistään ei saada pakollista tietoa {fields}',
      sv: '{table}: den obligatoriska uppgiften {fields} fås inte ur något',
      en: '{table}: nothing gives the required {fields}',
    },
    nothing: {
      fi: 'Kansiossa {folder} ei ole tiedostoja',
      sv: 'Mappen {folder} har inga filer',
      en: 'There are no files in {folder}',
    },
  },
  quality: {
    year: { fi: 'Vuosi', sv: 'År', en: 'Year' },
    place: { fi: 'Paikka', sv: 'Plats', en: 'Place' },
    rows: { fi: 'Rivejä', sv: 'Rader', en: 'Rows' },
    late30: { fi: 'Yli 30 pv myöhässä', sv: 'Över 30 dagar sent', en: 'Over 30 days late' },
    late90: { fi: 'Yli 90 pv myöhässä', sv: 'Över 90 dagar sent', en: 'Over 90 days late' },
    coded: { fi: 'Koodi koodistossa', sv: 'Kod i kodverket', en: 'Code on its list' },
    implausible: {
      fi: 'Ennen syntymää tai kuoleman jälkeen',
      sv: 'Före födelsen eller efter döden',
      en: 'Before birth or after death',
    },
    filled: { fi: 'Tieto on', sv: 'Uppgiften finns', en: 'Field is there' },
    unknown: { fi: 'ei tiedossa', sv: 'inte känt', en: 'not known' },
    method: {
      fi: 'Osuudet ovat viiden prosenttiyksikön askelin ja rivit kymmenittäin. Alle 20 henkilön ryhmiä ei näytetä.',
      sv: 'Andelarna är i steg om fem procentenheter och raderna i tiotal. Grupper under 20 personer visas inte.',
      en: 'Shares are in steps of five percentage points, rows in tens. Groups of fewer than 20 people are not shown.',
    },
  },
  omop: {
    kinds: {
      people: { fi: 'Henkilöitä', sv: 'Personer', en: 'People' },
      visits: { fi: 'Käyntejä', sv: 'Besök', en: 'Visits' },
      deaths: { fi: 'Kuolemia', sv: 'Dödsfall', en: 'Deaths' },
      conditions: { fi: 'Diagnooseja', sv: 'Diagnoser', en: 'Conditions' },
    },
    written: {
      fi: '{what}: {written} / {given}',
      sv: '{what}: {written} av {given}',
      en: '{what}: {written} of {given}',
    },
    assessments: { fi: 'RAI-mittareita: {count}', sv: 'RAI-mätare: {count}', en: 'RAI scales: {count}' },
    covered: {
      fi: 'Diagnooseja, jotka käsitekartta tai koodisto tuntee: {count}',
      sv: 'Diagnoser som begreppskartan eller ett kodverk känner: {count}',
      en: 'Conditions that the concept map or a code system covers: {count}',
    },
    unmappedKinds: {
      visit: { fi: 'käynti', sv: 'besök', en: 'visit' },
      condition: { fi: 'diagnoosi', sv: 'diagnos', en: 'condition' },
    },
    unmapped: {
      fi: 'ei kartassa: {kind}, käsite {conceptId} {name}: {count}',
      sv: 'inte i kartan: {kind}, begrepp {conceptId} {name}: {count}',
      en: 'not mapped: {kind}, concept {conceptId} {name}: {count}',
    },
    more: {
      fi: 'ja {count} käsitettä lisää',
      sv: 'och {count} begrepp till',
      en: 'and {count} more concepts',
    },
  },
} as const;

import type { Texts } from '../../schemas/fields.ts';

/** What stations, importers and the keeping of a home refuse, to whoever runs them. */
export const stationWords: readonly Texts[] = [
  {
    en: '{place}: is missing',
    fi: '{place} puuttuu',
    sv: '{place} saknas',
  },
  { en: '{file}: is too large', fi: '{file} on liian suuri', sv: '{file} är för stor' },
  {
    en: '{file}: field {field}: {rule}',
    fi: '{file}: kenttä `{field}`: {rule}',
    sv: '{file}: fältet `{field}`: {rule}',
  },
  {
    en: '{file}: is readable by others; make it readable by its owner only (chmod 600)',
    fi: '{file}: muutkin voivat lukea tiedoston; anna lukuoikeus vain omistajalle (`chmod 600`)',
    sv: '{file}: andra kan läsa filen; gör den läsbar endast för ägaren (`chmod 600`)',
  },
  {
    en: 'undoing: nothing of this id can be undone',
    fi: 'kumoaminen: tällä tunnisteella ei ole mitään kumottavaa',
    sv: 'ångra: det finns inget med denna identifierare som kan ångras',
  },
  {
    en: 'undoing: it is undone already',
    fi: 'kumoaminen: kirjaus on jo kumottu',
    sv: 'ångra: registreringen är redan ångrad',
  },
  {
    en: 'undoing: it was recorded too long ago',
    fi: 'kumoaminen: kirjauksesta on kulunut liian kauan',
    sv: 'ångra: registreringen gjordes för länge sedan',
  },
  {
    en: 'token: it has been used for this',
    fi: 'tunnus: sitä on jo käytetty tähän',
    sv: 'intyget har redan använts till detta',
  },
  {
    en: 'parquet: too little memory to read',
    fi: 'Parquet-tiedoston lukemiseen on liian vähän muistia',
    sv: 'för lite minne för att läsa Parquet-filen',
  },
  {
    en: 'parquet: the file is truncated or no Parquet file',
    fi: 'tiedosto on katkennut tai ei ole Parquet-tiedosto',
    sv: 'filen är avbruten eller är ingen Parquet-fil',
  },
  {
    en: 'outreach list: an event is missing',
    fi: 'yhteydenottolista: tapahtuma puuttuu',
    sv: 'kontaktlistan: en händelse saknas',
  },
  {
    en: 'outreach: a note does not open with the keys there are',
    fi: 'yhteydenotto: muistiinpano ei aukea nykyisillä avaimilla',
    sv: 'kontakt: en anteckning öppnas inte med nycklarna som finns',
  },
  {
    en: 'objects: what is kept is not of its own contract',
    fi: 'säilytetty tieto ei ole oman sopimuksensa mukainen',
    sv: 'det som har sparats följer inte sitt eget kontrakt',
  },
  {
    en: 'objects: what was to be kept is not of its own contract',
    fi: 'säilytettävä tieto ei ole oman sopimuksensa mukainen',
    sv: 'det som skulle sparas följer inte sitt eget kontrakt',
  },
  {
    en: 'audit log: not as it was anchored: {codes}',
    fi: 'käyttöloki ei ole sellainen kuin se ankkuroitiin: `{codes}`',
    sv: 'användningsloggen är inte som den förankrades: `{codes}`',
  },
  {
    en: 'audit anchor: others publish at the same time; try again',
    fi: 'käyttölokia ankkuroidaan muuallakin samaan aikaan; yritä uudelleen',
    sv: 'användningsloggen förankras samtidigt av andra; försök igen',
  },
  {
    en: 'scores: shards are scored by different rules of service status',
    fi: 'arviot: osat on tehty palvelutilanteen eri säännöillä',
    sv: 'uppskattningarna: delarna är gjorda med olika regler för servicesituationen',
  },
  {
    en: '{station}: shard {shard} of {shards} is not scored',
    fi: '{station}: osaa {shard} (yhteensä {shards}) ei ole arvioitu',
    sv: '{station}: del {shard} av {shards} är inte uppskattad',
  },
  {
    en: 'horizon {horizon}, repetition {rep}, fold {fold}: among the rows to train on expected {expectation}, got {got}',
    fi: 'ennustejakso {horizon}, toistokerta {rep}, osa {fold}: opetettavissa riveissä odotettu {expectation}, annettu {got}',
    sv: 'prognosperiod {horizon}, upprepning {rep}, del {fold}: bland raderna att träna på väntat {expectation}, men {got} gavs',
  },
  {
    en: 'sample {sample}: {file} is missing',
    fi: 'otos {sample}: {file} puuttuu',
    sv: 'urval {sample}: {file} saknas',
  },
  {
    en: 'no DE-SynPUF summary files here',
    fi: 'täällä ei ole DE-SynPUF-yhteenvetotiedostoja',
    sv: 'här finns inga sammanfattningsfiler för DE-SynPUF',
  },
  { en: 'column {column} is missing', fi: 'sarake {column} puuttuu', sv: 'kolumnen {column} saknas' },
  {
    en: 'a summary file is not sorted by DESYNPUF_ID',
    fi: 'yhteenvetotiedosto ei ole DESYNPUF_ID-sarakkeen mukaisessa järjestyksessä',
    sv: 'en sammanfattningsfil är inte sorterad efter DESYNPUF_ID',
  },
  {
    en: 'visit_occurrence: no visit has a day',
    fi: '`visit_occurrence`: yhdelläkään käynnillä ei ole päivää',
    sv: '`visit_occurrence`: inget besök har en dag',
  },
  {
    en: '{path}: there is no such folder or file',
    fi: '{path}: kansiota tai tiedostoa ei ole',
    sv: '{path}: mappen eller filen finns inte',
  },
  {
    en: '{path}: the table {table} is missing',
    fi: '{path}: taulu `{table}` puuttuu',
    sv: '{path}: tabellen `{table}` saknas',
  },
  { en: '{path}: is no DuckDB file', fi: '{path} ei ole DuckDB-tiedosto', sv: '{path} är ingen DuckDB-fil' },
  {
    en: 'landing/{folder} is not simulated: not replaced',
    fi: '`landing/{folder}` ei ole simuloitu, joten sitä ei korvata',
    sv: '`landing/{folder}` är inte simulerad och ersätts därför inte',
  },
  {
    en: 'worker: ended before it had answered',
    fi: 'työprosessi päättyi ennen kuin se ehti vastata',
    sv: 'arbetsprocessen avslutades innan den hann svara',
  },
  {
    en: 'TensorFlow.js: neither tfjs-node nor WebAssembly with SIMD could be started',
    fi: 'TensorFlow.js: `tfjs-node` tai WebAssembly (SIMD) ei käynnistynyt',
    sv: 'TensorFlow.js: varken `tfjs-node` eller WebAssembly (SIMD) kunde startas',
  },
];

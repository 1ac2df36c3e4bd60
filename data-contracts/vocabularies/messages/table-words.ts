import type { Texts } from '../../schemas/fields.ts';

/** What is wrong with a table that somebody has brought. */
export const tableWords: readonly Texts[] = [
  { en: 'expected an id, got nothing', fi: 'tunniste puuttuu', sv: 'identifieraren saknas' },
  { en: 'expected a person, got nothing', fi: 'henkilö puuttuu', sv: 'personen saknas' },
  {
    en: 'expected a number from 0 up',
    fi: 'odotettu luku nollasta ylöspäin',
    sv: 'väntat ett tal från 0 uppåt',
  },
  {
    en: 'expected a whole number from 0 up',
    fi: 'odotettu kokonaisluku nollasta ylöspäin',
    sv: 'väntat ett heltal från 0 uppåt',
  },
  {
    en: 'expected a row for draw {draw} of {file}, got none',
    fi: 'simuloinnilla {draw} tiedostosta {file} ei ole riviä',
    sv: 'simuleringen {draw} i {file} saknar rad',
  },
  {
    en: 'expected an id of its own for each row when folds are given; --person says whose rows they are',
    fi: 'jokaisella rivillä on oltava oma tunniste, kun osat annetaan; --person kertoo, kenen rivit ovat',
    sv: 'varje rad ska ha en egen identifierare när delar ges; --person säger vems raderna är',
  },
  {
    en: 'expected to read it, got {code}',
    fi: 'tiedostoa ei voi lukea ({code})',
    sv: 'filen kan inte läsas ({code})',
  },
  {
    en: 'expected the header’s fields, got {code}',
    fi: 'rivin kentät eivät vastaa otsikkoa ({code})',
    sv: 'radens fält motsvarar inte rubriken ({code})',
  },
  {
    en: 'expected a fold in repetition {rep} of {file}, got none',
    fi: 'toistokerralla {rep} tiedostossa {file} ei ole osaa',
    sv: 'upprepning {rep} i {file} saknar del',
  },
  {
    en: 'expected one fold for all rows of a person in repetition {rep} of {file}, got two',
    fi: 'henkilön rivit ovat kahdessa osassa toistokerralla {rep} tiedostossa {file}',
    sv: 'en persons rader finns i två delar i upprepning {rep} i {file}',
  },
  {
    en: 'expected a row for {strategy} in the draw that begins here, got none',
    fi: 'tästä alkavassa simuloinnissa ei ole riviä vaihtoehdolle {strategy}',
    sv: 'simuleringen som börjar här saknar rad för {strategy}',
  },
  {
    en: 'expected an id of {file}',
    fi: 'odotettu tunniste tiedostosta {file}',
    sv: 'väntat en identifierare i {file}',
  },
  { en: 'expected a repetition, got nothing', fi: 'toistokerta puuttuu', sv: 'upprepningen saknas' },
  { en: 'expected a fold, got nothing', fi: 'osa puuttuu', sv: 'delen saknas' },
  {
    en: 'expected once in a repetition, got twice',
    fi: 'sama on toistokerralla kahdesti',
    sv: 'samma finns två gånger i en upprepning',
  },
  { en: 'expected folds, got none', fi: 'osia ei ole', sv: 'delar saknas' },
  {
    en: 'expected two or more in repetition {rep}, got one',
    fi: 'toistokerralla {rep} on vain yksi osa',
    sv: 'upprepning {rep} har bara en del',
  },
  {
    en: 'expected another file than --data',
    fi: 'odotettu muu tiedosto kuin --data',
    sv: 'väntat en annan fil än --data',
  },
  {
    en: 'expected nobody who is in {file}',
    fi: 'henkilö on myös tiedostossa {file}',
    sv: 'personen finns också i {file}',
  },
  { en: 'expected at least one, got none', fi: 'yhtään ei ole', sv: 'inga finns' },
  { en: 'expected a predictor, got none', fi: 'ennustajia ei ole', sv: 'prediktorer saknas' },
  {
    en: 'expected a column of {file}',
    fi: 'odotettu sarake tiedostosta {file}',
    sv: 'väntat en kolumn i {file}',
  },
  { en: 'expected a name, got nothing', fi: 'nimi puuttuu', sv: 'namnet saknas' },
  {
    en: 'expected each strategy once, got it twice',
    fi: 'sama vaihtoehto on kahdesti',
    sv: 'samma alternativ finns två gånger',
  },
  { en: 'expected a finite number', fi: 'odotettu luku', sv: 'väntat ett tal' },
  { en: 'expected a draw, got nothing', fi: 'simuloinnin numero puuttuu', sv: 'simuleringens nummer saknas' },
  {
    en: 'expected once in a draw, got it twice',
    fi: 'sama on simuloinnissa kahdesti',
    sv: 'samma finns två gånger i en simulering',
  },
  { en: 'expected a parameter, got none', fi: 'parametreja ei ole', sv: 'parametrar saknas' },
  {
    en: 'expected a draw of {file}',
    fi: 'odotettu simulointi tiedostosta {file}',
    sv: 'väntat en simulering i {file}',
  },
  { en: 'expected once, got it twice', fi: 'sama on kahdesti', sv: 'samma finns två gånger' },
  { en: 'expected names of columns, got an empty file', fi: 'tiedosto on tyhjä', sv: 'filen är tom' },
  {
    en: 'expected one column of this name, got two',
    fi: 'tämän nimisiä sarakkeita on kaksi',
    sv: 'det finns två kolumner med namnet',
  },
  {
    en: 'expected a column of this name, got none',
    fi: 'tämän nimistä saraketta ei ole',
    sv: 'det finns ingen kolumn med namnet',
  },
  {
    en: 'expected no column but {names}',
    fi: 'muita sarakkeita kuin {names} ei saa olla',
    sv: 'inga andra kolumner än {names} får finnas',
  },
  {
    en: 'expected a row for the reference {reference}, got none',
    fi: 'vertailukohdalla {reference} ei ole riviä',
    sv: 'jämförelsealternativet {reference} saknar rad',
  },
  {
    en: 'expected letters in UTF-8, UTF-16 or Windows-1252, got bytes that are none of them; save the file as CSV UTF-8',
    fi: 'merkistö ei ole UTF-8, UTF-16 eikä Windows-1252; tallenna tiedosto muodossa CSV UTF-8',
    sv: 'teckenkodningen är varken UTF-8, UTF-16 eller Windows-1252; spara filen som CSV UTF-8',
  },
  {
    en: 'expected a draw and a strategy of {file}',
    fi: 'odotettu simulointi ja vaihtoehto tiedostosta {file}',
    sv: 'väntat en simulering och ett alternativ ur {file}',
  },
  {
    en: 'expected every draw and strategy of {file}',
    fi: 'odotettu jokainen simulointi ja vaihtoehto tiedostosta {file}',
    sv: 'väntat varje simulering och alternativ ur {file}',
  },
  {
    en: 'expected a strategy in every column, got none',
    fi: 'jokaisessa sarakkeessa pitää olla vaihtoehto, jostakin se puuttuu',
    sv: 'väntat ett alternativ i varje kolumn, något saknas',
  },
  {
    en: 'expected quotes around whole cells, got {cell}',
    fi: 'lainausmerkkien pitää olla koko solun ympärillä, annettu {cell}',
    sv: 'citattecknen ska stå kring hela cellen, angivet {cell}',
  },
  {
    en: 'expected {wanted} cells, as the header has, got {count}',
    fi: 'odotettu {wanted} solua, kuten otsikossa, annettu {count}',
    sv: 'väntat {wanted} celler, som i rubriken, angivet {count}',
  },
  {
    en: 'expected one {name}, got two',
    fi: 'odotettu yksi {name}, annettu kaksi',
    sv: 'väntat en {name}, angivet två',
  },
  {
    en: 'expected one decimal sign, got two',
    fi: 'odotettu yksi desimaalimerkki, annettu kaksi',
    sv: 'väntat ett decimaltecken, angivet två',
  },
  {
    en: 'expected a number, got one that may be a thousand or a fraction; write it without a comma, or part cells by ;',
    fi: 'luku voi olla tuhansia tai desimaaleja; kirjoita se ilman pilkkua, tai erota solut merkillä ;',
    sv: 'talet kan vara tusental eller decimaler; skriv det utan komma, eller skilj cellerna med ;',
  },
  {
    en: 'expected {sign} for decimals as in the cells before, got {other}',
    fi: 'odotettu desimaalimerkki {sign} kuten edellisissä soluissa, annettu {other}',
    sv: 'väntat decimaltecknet {sign} som i cellerna före, angivet {other}',
  },
  {
    en: 'expected 0 or a number of a size from 1e-100 to 1e100',
    fi: 'odotettu 0 tai luku, jonka suuruus on 1e-100–1e100',
    sv: 'väntat 0 eller ett tal av storleken 1e-100–1e100',
  },
];

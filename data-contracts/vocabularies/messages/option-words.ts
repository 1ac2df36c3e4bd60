import type { Texts } from '../../schemas/fields.ts';

/** What each option and argument of a command is, as help says it. */
export const optionWords: readonly Texts[] = [
  { en: 'people to simulate', fi: 'simuloitavia henkilöitä', sv: 'personer som simuleras' },
  {
    en: 'the same seed gives the same county and model',
    fi: 'sama siemenluku antaa saman alueen ja mallin',
    sv: 'samma frö ger samma område och modell',
  },
  { en: 'clients in the cohort', fi: 'asiakkaita kohortissa', sv: 'klienter i kohorten' },
  {
    en: 'people to simulate, {from} to {to}',
    fi: 'simuloitavia henkilöitä, {from}–{to}',
    sv: 'personer som simuleras, {from}–{to}',
  },
  {
    en: 'the same seed gives the same county, byte for byte',
    fi: 'sama siemenluku antaa tavulleen saman alueen',
    sv: 'samma frö ger samma område, byte för byte',
  },
  { en: 'whose files they are', fi: 'kenen tiedostoja ne ovat', sv: 'vems filer det är' },
  { en: 'where the files are', fi: 'missä tiedostot ovat', sv: 'var filerna finns' },
  {
    en: 'a file of data-contracts/programmes',
    fi: 'ohjelma: tiedosto kansiossa data-contracts/programmes',
    sv: 'programmet: en fil i data-contracts/programmes',
  },
  {
    en: 'data sources of which nothing is used, such as {example}; models and scores then do without them',
    fi: 'tietolähteet, joista ei käytetä mitään, kuten `{example}`; mallit ja arviot ovat silloin ilman niitä',
    sv: 'datakällor som inte används alls, till exempel `{example}`; modeller och uppskattningar klarar sig då utan dem',
  },
  {
    en: 'who asks: an identifier, never a name',
    fi: 'kuka kysyy: tunniste, ei koskaan nimi',
    sv: 'vem som frågar: en identifierare, aldrig ett namn',
  },
  { en: 'in which role', fi: 'missä roolissa', sv: 'i vilken roll' },
  { en: 'for which unit', fi: 'minkä yksikön puolesta', sv: 'för vilken enhet' },
  {
    en: 'whom a client’s representative stands for',
    fi: 'ketä asiakkaan edustaja edustaa',
    sv: 'vem klientens företrädare företräder',
  },
  {
    en: 'the same seed gives the same model, byte for byte',
    fi: 'sama siemenluku antaa tavulleen saman mallin',
    sv: 'samma frö ger samma modell, byte för byte',
  },
  {
    en: 'study groups kept for the test, such as {example}',
    fi: 'arviointiin säästettävät tutkimusryhmät, kuten {example}',
    sv: 'studiegrupper som sparas för utvärderingen, till exempel {example}',
  },
  {
    en: 'client-months trained on at most',
    fi: 'asiakaskuukausia opetuksessa enintään',
    sv: 'klientmånader i träningen högst',
  },
  {
    en: 'names or codes, such as {example}; all unless told',
    fi: 'nimet tai numerot, kuten {example}; ellei anneta, kaikki',
    sv: 'namn eller koder, till exempel {example}; alla om inget anges',
  },
  {
    en: 'youngest, the first age of a band: {ages}',
    fi: 'nuorin, ikäryhmän ensimmäinen ikä: {ages}',
    sv: 'yngst, en åldersgrupps första ålder: {ages}',
  },
  {
    en: 'oldest, the last age of a band: {ages}',
    fi: 'vanhin, ikäryhmän viimeinen ikä: {ages}',
    sv: 'äldst, en åldersgrupps sista ålder: {ages}',
  },
  {
    en: 'one of the programme’s two horizons; the first unless told',
    fi: 'toinen ohjelman kahdesta ennustejaksosta; ellei anneta, ensimmäinen',
    sv: 'en av programmets två prognosperioder; den första om inget anges',
  },
  {
    en: 'how many clients; {number} unless --threshold is given',
    fi: 'kuinka monta asiakasta; {number}, ellei --threshold ole annettu',
    sv: 'hur många klienter; {number} om inte --threshold anges',
  },
  {
    en: 'all at or above this probability, 0 to 1 in hundredths',
    fi: 'kaikki, joiden todennäköisyys on vähintään tämä, 0–1 sadasosina',
    sv: 'alla med minst denna sannolikhet, 0–1 i hundradelar',
  },
  { en: 'reasons for each client', fi: 'perusteluja asiakasta kohti', sv: 'förklaringar per klient' },
  {
    en: 'rows shown here; all are in the files',
    fi: 'tässä näytettäviä rivejä; kaikki ovat tiedostoissa',
    sv: 'rader som visas här; alla finns i filerna',
  },
  {
    en: 'as of when, such as {example}; now unless told',
    fi: 'minkä hetken mukaan, kuten {example}; ellei anneta, nyt',
    sv: 'per vilken tidpunkt, till exempel {example}; nu om inget anges',
  },
  {
    en: 'where cohort.csv and cohort.json go; {folder} unless told',
    fi: 'minne cohort.csv ja cohort.json kirjoitetaan; ellei anneta, {folder}',
    sv: 'vart cohort.csv och cohort.json skrivs; {folder} om inget anges',
  },
  {
    en: 'for the interventions’ own costs',
    fi: 'toimenpiteiden omiin kustannuksiin',
    sv: 'för åtgärdernas egna kostnader',
  },
  {
    en: 'municipalities, such as {example}; all unless told',
    fi: 'kunnat, kuten {example}; ellei anneta, kaikki',
    sv: 'kommuner, till exempel {example}; alla om inget anges',
  },
  {
    en: 'ids of the catalogue; the programme’s unless told',
    fi: 'luettelon tunnisteet; ellei anneta, ohjelman',
    sv: 'katalogens identifierare; programmets om inget anges',
  },
  {
    en: 'clients it can be offered to, such as {example}; may be given more than once',
    fi: 'monelleko asiakkaalle sitä voi tarjota, kuten {example}; voi antaa useasti',
    sv: 'hur många klienter den kan erbjudas, till exempel {example}; kan ges flera gånger',
  },
  {
    en: 'what a year lived at home is worth beside the costs',
    fi: 'minkä arvoinen kotona eletty vuosi on kustannusten rinnalla',
    sv: 'vad ett år hemma är värt vid sidan av kostnaderna',
  },
  {
    en: 'net benefits closer than this are equal',
    fi: 'tätä lähempänä olevat nettohyödyt ovat yhtä suuret',
    sv: 'nettonyttor närmare varandra än så är lika',
  },
  {
    en: 'draws of the uncertain values',
    fi: 'epävarmojen arvojen simulointeja',
    sv: 'simuleringar av de osäkra värdena',
  },
  {
    en: 'of draws and lots',
    fi: 'simulointien ja arvontojen siemenluku',
    sv: 'frö för simuleringar och lottningar',
  },
  {
    en: 'offers shown here; all are in the files',
    fi: 'tässä näytettäviä tarjottavia toimenpiteitä; kaikki ovat tiedostoissa',
    sv: 'åtgärder som visas här; alla finns i filerna',
  },
  {
    en: 'where the files go; {folder} unless told',
    fi: 'minne tiedostot kirjoitetaan; ellei anneta, {folder}',
    sv: 'vart filerna skrivs; {folder} om inget anges',
  },
  {
    en: 'the person, by a pseudonym that the unit was told',
    fi: 'henkilö, pseudonyymilla jonka yksikkö on saanut',
    sv: 'personen, med en pseudonym som enheten har fått',
  },
  {
    en: 'read the person’s identity code or local: identifier from standard input',
    fi: 'lue henkilötunnus tai local:-tunniste vakiosyötteestä',
    sv: 'läs personbeteckningen eller local:-identifieraren från standardinmatningen',
  },
  { en: 'what was said', fi: 'mitä ilmoitettiin', sv: 'vad som meddelades' },
  { en: 'for which purpose', fi: 'mitä käyttötarkoitusta varten', sv: 'för vilket ändamål' },
  { en: 'of which data source', fi: 'mistä tietolähteestä', sv: 'om vilken datakälla' },
  { en: 'how it was said', fi: 'miten se ilmoitettiin', sv: 'hur det meddelades' },
  {
    en: 'from when it holds; from now on unless told',
    fi: 'mistä alkaen se on voimassa; ellei anneta, heti',
    sv: 'från när det gäller; från nu om inget anges',
  },
  {
    en: 'an id of the event: told again under it, it is recorded once',
    fi: 'ilmoituksen tunniste: samalla tunnisteella se kirjataan vain kerran',
    sv: 'meddelandets identifierare: med samma identifierare registreras det bara en gång',
  },
  {
    en: 'a JSON file, or .ndjson with a resource a line',
    fi: 'JSON-tiedosto, tai .ndjson jossa on resurssi rivillä',
    sv: 'en JSON-fil, eller .ndjson med en resurs per rad',
  },
  {
    en: 'JSON with rows of client and, where suggested, intervention: cohort.json, plan.json, check-ups.json',
    fi: 'JSON, jonka riveillä on asiakas ja mahdollisesti ehdotettu toimenpide: cohort.json, plan.json, check-ups.json',
    sv: 'JSON med rader av klient och eventuell föreslagen åtgärd: cohort.json, plan.json, check-ups.json',
  },
  {
    en: 'the team’s unit: one of `outreach units`',
    fi: 'tiimin yksikkö: jokin näistä: `outreach units`',
    sv: 'teamets enhet: någon av `outreach units`',
  },
  {
    en: 'the horizon that the reasons are of; the first unless told',
    fi: 'ennustejakso, jota perustelut koskevat; ellei anneta, ensimmäinen',
    sv: 'prognosperioden som förklaringarna gäller; den första om inget anges',
  },
  {
    en: 'suggested to whom the file suggests nothing',
    fi: 'ehdotetaan niille, joille tiedosto ei ehdota mitään',
    sv: 'föreslås dem som filen inte föreslår något för',
  },
  {
    en: 'leave out who was contacted within so many days',
    fi: 'jätä pois ne, joihin on otettu yhteyttä näin monen päivän sisällä',
    sv: 'utelämna dem som har kontaktats inom så många dagar',
  },
  { en: 'the list’s id', fi: 'listan tunniste', sv: 'listans identifierare' },
  {
    en: 'the file; only its owner can read it',
    fi: 'tiedosto; vain sen omistaja voi lukea sen',
    sv: 'filen; bara ägaren kan läsa den',
  },
  { en: 'the row', fi: 'rivi', sv: 'raden' },
  { en: 'what came of it', fi: 'mikä oli tulos', sv: 'vad utfallet blev' },
  {
    en: 'with declined: the person objects to being contacted again',
    fi: 'kun tulos on declined: henkilö vastustaa uusia yhteydenottoja',
    sv: 'när utfallet är declined: personen motsätter sig nya kontakter',
  },
  {
    en: 'an id of the recording: told again under it, it is recorded once',
    fi: 'kirjauksen tunniste: samalla tunnisteella se kirjataan vain kerran',
    sv: 'registreringens identifierare: med samma identifierare registreras det bara en gång',
  },
  {
    en: 'hold it against anchors kept in a file, such as those that were mailed',
    fi: 'vertaa tiedostossa säilytettyihin ankkureihin, kuten postitettuihin',
    sv: 'jämför med ankare som förvaras i en fil, till exempel de som har postats',
  },
  {
    en: 'why, without identity codes; kept in the log',
    fi: 'miksi, ilman henkilötunnuksia; jää lokiin',
    sv: 'varför, utan personbeteckningar; sparas i loggen',
  },
  {
    en: 'of what is damaged, as verify gives it in brackets',
    fi: 'vahingoittuneen merkinnän nimi, jonka `verify` antaa hakasulkeissa',
    sv: 'namnet på det skadade, som `verify` ger inom hakparentes',
  },
  {
    en: 'where the two files go; only their owner can read them',
    fi: 'minne tiedostot kirjoitetaan; vain niiden omistaja voi lukea ne',
    sv: 'vart de två filerna skrivs; bara ägaren kan läsa dem',
  },
  { en: 'the source', fi: 'tietolähde', sv: 'källan' },
  {
    en: 'an id of the request: told again under it, it is recorded once',
    fi: 'pyynnön tunniste: samalla tunnisteella se kirjataan vain kerran',
    sv: 'begärans identifierare: med samma identifierare registreras den bara en gång',
  },
  {
    en: 'where the copy goes: a folder that is empty or not there',
    fi: 'minne kopio tehdään: tyhjä kansio tai kansio, jota ei vielä ole',
    sv: 'vart kopian görs: en mapp som är tom eller inte finns ännu',
  },
  {
    en: 'the keys too; unless told they are left out, as whoever has both can read everything',
    fi: 'myös avaimet; ellei pyydetä, ne jätetään pois, koska molemmat saanut voi lukea kaiken',
    sv: 'också nycklarna; annars utelämnas de, eftersom den som har båda kan läsa allt',
  },
  {
    en: 'without what was delivered, which names people',
    fi: 'ilman toimituksia, joissa ihmisiä nimetään',
    sv: 'utan leveranserna, som nämner personer',
  },
  {
    en: 'a folder that backup has made',
    fi: 'kansio, jonka `backup` on tehnyt',
    sv: 'en mapp som `backup` har gjort',
  },
  {
    en: 'the keys, where they are kept apart from the copy',
    fi: 'avaimet, jos niitä säilytetään erillään kopiosta',
    sv: 'nycklarna, om de förvaras åtskilda från kopian',
  },
  {
    en: 'erasures/ of the home that was lost: those people are taken out again',
    fi: 'menetetyn kansion erasures/: nämä henkilöt poistetaan uudelleen',
    sv: 'erasures/ i den förlorade mappen: dessa personer tas bort igen',
  },
  { en: 'on which port', fi: 'missä portissa', sv: 'på vilken port' },
  {
    en: 'the table; empty, NA and NaN are missing; every other column is a predictor',
    fi: 'taulukko; tyhjä, NA ja NaN ovat puuttuvia; kaikki muut sarakkeet ovat ennustajia',
    sv: 'tabellen; tomt, NA och NaN saknas; alla andra kolumner är prediktorer',
  },
  {
    en: 'identifies a row; rows of one id stay together',
    fi: 'yksilöi rivin; saman tunnisteen rivit pysyvät yhdessä',
    sv: 'identifierar en rad; rader med samma identifierare hålls ihop',
  },
  {
    en: 'whose a row is, where people have several: all of them stay together',
    fi: 'kenen rivi on, jos henkilöllä on useita: kaikki pysyvät yhdessä',
    sv: 'vems raden är, om personer har flera: alla hålls ihop',
  },
  {
    en: 'until when the row was seen; 0 is taken as the smallest time above 0',
    fi: 'mihin asti riviä seurattiin; 0 luetaan pienimmäksi ajaksi nollan yläpuolella',
    sv: 'hur länge raden följdes; 0 läses som den minsta tiden över noll',
  },
  {
    en: '0 censored, 1 the outcome, 2 and above competing events',
    fi: '0 sensuroitu, 1 tapahtuma, 2 ja yli kilpailevia tapahtumia',
    sv: '0 censurerad, 1 utfallet, 2 och över konkurrerande händelser',
  },
  {
    en: 'rising, in the unit of time, such as {example}',
    fi: 'nousevasti, ajan yksikössä, kuten {example}',
    sv: 'stigande, i tidens enhet, till exempel {example}',
  },
  {
    en: 'row_id,rep,fold; five folds by person, or by id, unless told',
    fi: 'row_id,rep,fold; ellei anneta, viisi osaa henkilöittäin tai tunnisteittain',
    sv: 'row_id,rep,fold; fem delar per person eller identifierare om inget anges',
  },
  {
    en: 'instead of folds: predict these rows, train on all of --data',
    fi: 'osien sijasta: ennusta nämä rivit, opeta kaikella, mitä on kohdassa --data',
    sv: 'i stället för delar: förutsäg dessa rader, träna på allt i --data',
  },
  {
    en: 'instead of folds: predict this share of the people, train on the rest',
    fi: 'osien sijasta: ennusta tämä osuus henkilöistä, opeta muilla',
    sv: 'i stället för delar: förutsäg denna andel av personerna, träna på resten',
  },
  {
    en: 'where the predictions go: {columns}',
    fi: 'minne ennusteet kirjoitetaan: {columns}',
    sv: 'vart prediktionerna skrivs: {columns}',
  },
  {
    en: 'the same seed gives the same predictions',
    fi: 'sama siemenluku antaa samat ennusteet',
    sv: 'samma frö ger samma prediktioner',
  },
  {
    en: 'strategy,cost,effect: gives the incremental table',
    fi: 'strategy,cost,effect: antaa lisätaulukon',
    sv: 'strategy,cost,effect: ger den inkrementella tabellen',
  },
  {
    en: 'draw,strategy,cost,effect: gives means, curves and the value of information',
    fi: 'draw,strategy,cost,effect: antaa keskiarvot, käyrät ja tiedon arvon',
    sv: 'draw,strategy,cost,effect: ger medelvärden, kurvor och informationens värde',
  },
  {
    en: 'willingness to pay, such as {example}',
    fi: 'maksuhalukkuus, kuten {example}',
    sv: 'betalningsvilja, till exempel {example}',
  },
  {
    en: 'beside which money is saved and harm is done',
    fi: 'mihin verrattuna säästyy rahaa ja aiheutuu haittaa',
    sv: 'jämfört med vilket pengar sparas och skada sker',
  },
  {
    en: 'draw and a column a parameter: what knowing each would be worth',
    fi: 'simuloinnin numero ja sarake parametria kohti: minkä arvoista kunkin tietäminen olisi',
    sv: 'simuleringens nummer och en kolumn per parameter: vad det vore värt att känna var och en',
  },
  {
    en: 'with --strategies a CSV file, else a folder for CSV, JSON and pictures',
    fi: 'kun --strategies on annettu, CSV-tiedosto; muuten kansio, johon tulevat CSV, JSON ja kuvat',
    sv: 'med --strategies en CSV-fil, annars en mapp för CSV, JSON och bilder',
  },
  {
    en: "the county's folder: landing/, tables/, models/ …",
    fi: 'alueen kansio: landing/, tables/, models/ …',
    sv: 'områdets mapp: landing/, tables/, models/ …',
  },
  { en: 'fi, sv or en', fi: 'kieli: fi, sv tai en', sv: 'språket: fi, sv eller en' },
];

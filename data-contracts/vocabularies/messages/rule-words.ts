import type { Texts } from '../../schemas/fields.ts';

/** Rules that something given breaks, by their code: of Zod, of FHIR resources, of identity codes. */
export const ruleWords: Readonly<Record<string, Texts>> = {
  unknown: { fi: 'ei ole tiedossa', sv: 'är inte känt', en: 'is not known' },
  invalid_type: {
    fi: 'puuttuu tai on väärää lajia',
    sv: 'saknas eller är av fel slag',
    en: 'is missing or of the wrong kind',
  },
  invalid_format: {
    fi: 'ei ole oikeassa muodossa',
    sv: 'är inte skrivet i rätt form',
    en: 'is not written as it should be',
  },
  invalid_value: {
    fi: 'ei ole mikään sallituista arvoista',
    sv: 'är inget av de tillåtna värdena',
    en: 'is none of the allowed values',
  },
  invalid_union: {
    fi: 'ei ole mikään sallituista muodoista',
    sv: 'är ingen av de tillåtna formerna',
    en: 'is none of the allowed forms',
  },
  invalid_element: { fi: 'jokin osa ei kelpaa', sv: 'en del duger inte', en: 'one part is not right' },
  invalid_key: { fi: 'jokin nimi ei kelpaa', sv: 'ett namn duger inte', en: 'a name is not allowed' },
  too_small: {
    fi: 'on liian pieni, lyhyt tai liian vähän',
    sv: 'är för litet, för kort eller för få',
    en: 'is too small, too short or too few',
  },
  too_big: {
    fi: 'on liian suuri, pitkä tai liian paljon',
    sv: 'är för stort, för långt eller för många',
    en: 'is too large, too long or too many',
  },
  not_multiple_of: {
    fi: 'on liian tarkka: vähemmän desimaaleja',
    sv: 'är för exakt: färre decimaler',
    en: 'is too fine: fewer decimals',
  },
  unrecognized_keys: { fi: 'ei ole tuttu tieto', sv: 'är inte en känd uppgift', en: 'is not known' },
  unreadable: { fi: 'ei ole luettavissa', sv: 'kan inte läsas', en: 'cannot be read' },
  missing: { fi: 'puuttuu', sv: 'saknas', en: 'is missing' },
  'unknown-element': {
    fi: 'on tuntematon elementti',
    sv: 'är ett okänt element',
    en: 'is an element that is not known',
  },
  'unknown-modifier': {
    fi: 'muuttaa merkitystä tuntemattomalla tavalla',
    sv: 'ändrar betydelsen på ett okänt sätt',
    en: 'changes the meaning in a way that is not known',
  },
  'primitive-extension': {
    fi: 'on tuntematon laajennus',
    sv: 'är en okänd utvidgning',
    en: 'is an extension that is not known',
  },
  'empty-list': { fi: 'on tyhjä luettelo', sv: 'är en tom lista', en: 'is an empty list' },
  'too-many': { fi: 'on liian monta', sv: 'innehåller för många', en: 'holds too many' },
  narrows: {
    fi: 'rajaa ilmoitusta tavalla, jota ei voi säilyttää',
    sv: 'begränsar meddelandet på ett sätt som inte kan bevaras',
    en: 'narrows what was said in a way that cannot be kept',
  },
  'not-understood': {
    fi: 'arvoa ei ymmärretä',
    sv: 'har ett värde som inte förstås',
    en: 'holds a value that is not understood',
  },
  'must-be-named': { fi: 'on nimettävä', sv: 'måste anges', en: 'must be named' },
  'not-a-privacy-consent': {
    fi: 'ei koske tietojen käyttöä',
    sv: 'gäller inte användning av uppgifter',
    en: 'is no consent to the use of data',
  },
  'incomplete-resource': {
    fi: 'ei ole koko resurssi',
    sv: 'är inte hela resursen',
    en: 'is not the whole resource',
  },
  'not-in-force-yet': { fi: 'ei ole vielä voimassa', sv: 'gäller inte ännu', en: 'is not in force yet' },
  unverified: { fi: 'ei ole vahvistettu', sv: 'är inte bekräftat', en: 'has not been verified' },
  contradiction: {
    fi: 'on ristiriidassa toisen kohdan kanssa',
    sv: 'motsäger en annan del',
    en: 'contradicts another part',
  },
  'not-the-patient': {
    fi: 'koskee muuta kuin potilasta',
    sv: 'gäller någon annan än patienten',
    en: 'is of somebody else than the patient',
  },
  'partial-date': { fi: 'ei ole kokonainen päivä', sv: 'är inte ett helt datum', en: 'is not a whole date' },
  'no-seconds': { fi: 'sekunnit puuttuvat', sv: 'saknar sekunder', en: 'has no seconds' },
  'no-offset': { fi: 'aikavyöhyke puuttuu', sv: 'saknar tidszon', en: 'has no time zone' },
  'out-of-range': {
    fi: 'on sallitun alueen ulkopuolella',
    sv: 'är utanför det tillåtna',
    en: 'is out of range',
  },
  'in-the-future': { fi: 'on tulevaisuudessa', sv: 'är i framtiden', en: 'is in the future' },
  'inverted-period': {
    fi: 'päättyy ennen alkuaan',
    sv: 'slutar innan det börjar',
    en: 'ends before it begins',
  },
  'unresolved-reference': {
    fi: 'viittaa johonkin, jota ei ole',
    sv: 'hänvisar till något som inte finns',
    en: 'refers to something that is not there',
  },
  'no-identity-code': {
    fi: 'henkilötunnus puuttuu',
    sv: 'saknar personbeteckning',
    en: 'has no personal identity code',
  },
  'not-an-identity-code': {
    fi: 'ei ole henkilötunnus',
    sv: 'är ingen personbeteckning',
    en: 'is no personal identity code',
  },
  'two-people': { fi: 'koskee kahta henkilöä', sv: 'gäller två personer', en: 'names two people' },
  'not-active': { fi: 'ei ole käytössä', sv: 'är inte i bruk', en: 'is not active' },
  'not-a-consent': { fi: 'ei ole `Consent`-resurssi', sv: 'är ingen `Consent`-resurs', en: 'is no Consent' },
  'no-resource': { fi: 'resurssi puuttuu', sv: 'saknar resurs', en: 'holds no resource' },
  'nested-bundle': {
    fi: 'on `Bundle` toisen sisällä',
    sv: 'är en `Bundle` i en annan',
    en: 'is a Bundle within a Bundle',
  },
  'more-pages': { fi: 'sivuja on lisää', sv: 'har fler sidor', en: 'has more pages' },
  'told-twice': { fi: 'on kahdesti', sv: 'finns två gånger', en: 'is told twice' },
  'not-a-person-identifier': {
    fi: 'ei ole henkilön tunniste',
    sv: 'är ingen persons identifierare',
    en: 'is no person’s identifier',
  },
  'impossible-date': {
    fi: 'siinä on päivä, jota ei ole',
    sv: 'har ett datum som inte finns',
    en: 'has a date that does not exist',
  },
  'bad-control-character': {
    fi: 'tarkistusmerkki on väärä: tarkista, onko tunnus kirjoitettu oikein',
    sv: 'har fel kontrolltecken: kontrollera att koden är rätt skriven',
    en: 'has a wrong check character: look for a slip of the hand',
  },
  'not-a-simulated-code': {
    fi: 'ei ole simuloidun henkilön tunnus',
    sv: 'är inte en simulerad persons kod',
    en: 'is not of a simulated person',
  },
  'has no hidden demand': {
    fi: 'ohjelmassa ei etsitä piilevää tarvetta',
    sv: 'i programmet söks inga dolda behov',
    en: 'hidden demand is not looked for in the programme',
  },
  'a status twice': {
    fi: 'sama palvelutilanne on kahdesti',
    sv: 'samma serviceläge finns två gånger',
    en: 'a status twice',
  },
  'looks at what is no predictor of the programme': {
    fi: 'katsoo muuttujaa, jota ohjelmassa ei ole',
    sv: 'ser på en variabel som inte finns i programmet',
    en: 'looks at what is no predictor of the programme',
  },
};

/** What Zod says where a message has its words and not its code. */
const zodWords: readonly Texts[] = [
  {
    en: 'Invalid input: expected {kind}, received {got}',
    fi: 'puuttuu tai on väärää lajia',
    sv: 'saknas eller är av fel slag',
  },
  {
    en: 'Too small: {limit}',
    fi: 'on liian pieni, lyhyt tai liian vähän',
    sv: 'är för litet, för kort eller för få',
  },
  {
    en: 'Too big: {limit}',
    fi: 'on liian suuri, pitkä tai liian paljon',
    sv: 'är för stort, för långt eller för många',
  },
  {
    en: 'Invalid option: expected one of {values}',
    fi: 'odotettu jokin näistä: {values}',
    sv: 'väntat något av {values}',
  },
  { en: 'Unrecognized key: {name}', fi: 'tuntematon tieto: {name}', sv: 'okänd uppgift: {name}' },
  { en: 'Unrecognized keys: {names}', fi: 'tuntemattomia tietoja: {names}', sv: 'okända uppgifter: {names}' },
  { en: 'Invalid {what}', fi: 'ei ole oikeassa muodossa', sv: 'är inte skrivet i rätt form' },
];

/** Rules of the contracts, which go by their English words. */
export const contractRuleWords: readonly Texts[] = [
  ...zodWords,
  { en: 'lengths differ', fi: 'pituudet eroavat', sv: 'längderna skiljer sig' },
  {
    en: 'give either size or thresholdProbability',
    fi: 'anna joko koko (`size`) tai todennäköisyysraja (`thresholdProbability`), ei molempia',
    sv: 'ange antingen storlek (`size`) eller sannolikhetsgräns (`thresholdProbability`), inte båda',
  },
  {
    en: 'give either client or identifier',
    fi: 'anna joko `client` tai `identifier`',
    sv: 'ange antingen `client` eller `identifier`',
  },
  {
    en: 'below fromAgeYears',
    fi: 'on pienempi kuin alaikäraja (`fromAgeYears`)',
    sv: 'är mindre än den nedre åldersgränsen (`fromAgeYears`)',
  },
  { en: 'somebody is there twice', fi: 'joku on mukana kahdesti', sv: 'någon finns med två gånger' },
  { en: 'too many columns', fi: 'sarakkeita on liikaa', sv: 'kolumnerna är för många' },
  { en: 'day out of range', fi: 'päivä on liian kaukana', sv: 'dagen är för långt borta' },
  { en: 'instant out of range', fi: 'hetki on liian kaukana', sv: 'tidpunkten är för långt borta' },
  { en: 'ends before it begins', fi: 'päättyy ennen alkuaan', sv: 'slutar innan det börjar' },
  { en: 'a year twice', fi: 'sama vuosi on kahdesti', sv: 'samma år finns två gånger' },
  { en: 'a unit twice', fi: 'sama yksikkö on kahdesti', sv: 'samma enhet finns två gånger' },
  { en: 'an id twice', fi: 'sama tunniste on kahdesti', sv: 'samma identifierare finns två gånger' },
  { en: 'an endpoint twice', fi: 'sama vaikutus on kahdesti', sv: 'samma effekt finns två gånger' },
  { en: 'interval upside down', fi: 'välin rajat ovat väärin päin', sv: 'intervallets gränser är omvända' },
  { en: 'outside its interval', fi: 'on oman välinsä ulkopuolella', sv: 'är utanför sitt eget intervall' },
  {
    en: 'give atLeast, atMost or both',
    fi: 'anna `atLeast`, `atMost` tai molemmat',
    sv: 'ange `atLeast`, `atMost` eller båda',
  },
  { en: 'below atLeast', fi: 'on pienempi kuin `atLeast`', sv: 'är mindre än `atLeast`' },
  { en: 'not rising', fi: 'ei ole nouseva', sv: 'är inte stigande' },
  { en: 'a predictor twice', fi: 'sama ennustaja on kahdesti', sv: 'samma prediktor finns två gånger' },
  {
    en: 'not above the longer horizon, which a new model is kept from to be judged',
    fi: 'ei ole pidempää ennustejaksoa suurempi',
    sv: 'är inte större än den längre prognosperioden',
  },
  { en: 'a path within the home', fi: 'ei ole polku kansion sisällä', sv: 'är inte en sökväg inom mappen' },
  {
    en: 'not a code of its system',
    fi: 'ei ole luokituksensa koodi',
    sv: 'är ingen kod i sin klassifikation',
  },
  {
    en: 'neither serviceArea nor serviceForm',
    fi: 'palveluala ja palvelumuoto puuttuvat',
    sv: 'både serviceområde och serviceform saknas',
  },
  { en: 'outside the scale', fi: 'on asteikon ulkopuolella', sv: 'är utanför skalan' },
  { en: 'ended before start', fi: 'päättyi ennen alkuaan', sv: 'slutade före början' },
  {
    en: 'born after validFrom',
    fi: 'syntynyt tietojen voimaantulon jälkeen',
    sv: 'född efter att uppgifterna började gälla',
  },
  {
    en: 'is the same identifier',
    fi: 'on sama kuin nykyinen tunnus',
    sv: 'är samma som den nuvarande beteckningen',
  },
  {
    en: 'two deaths are of clients',
    fi: 'kaksi kuolinpäivää on asiakkaan, ei taulun',
    sv: 'två dödsdagar gäller klienten, inte en tabell',
  },
  { en: 'a kind twice', fi: 'laji kahdesti', sv: 'ett slag två gånger' },
  { en: 'died before birth', fi: 'kuollut ennen syntymää', sv: 'död före födseln' },
  { en: 'recorded before death', fi: 'kirjattu ennen kuolemaa', sv: 'antecknad före döden' },
  {
    en: 'moved out before birth',
    fi: 'muuttanut pois ennen syntymää',
    sv: 'flyttat bort före födseln',
  },
  {
    en: 'covers to before from',
    fi: 'ajanjakso päättyy ennen alkuaan',
    sv: 'perioden slutar innan den börjar',
  },
  { en: 'recorded before diagnosis', fi: 'kirjattu ennen diagnoosia', sv: 'registrerad före diagnosen' },
  { en: 'recorded before decision', fi: 'kirjattu ennen päätöstä', sv: 'registrerad före beslutet' },
  { en: 'recorded before start', fi: 'kirjattu ennen alkua', sv: 'registrerad före början' },
  { en: 'recorded before assessment', fi: 'kirjattu ennen arviointia', sv: 'registrerad före bedömningen' },
  { en: 'recorded before validFrom', fi: 'kirjattu ennen voimaantuloa', sv: 'registrerad före giltigheten' },
];

import type { Texts } from '../schemas/fields.ts';

/** How far a plan says what an item of the checklist asks for. */
export type CheersStatus = 'reported' | 'partly' | 'not-done';

export interface CheersItem {
  readonly number: number;
  readonly status: CheersStatus;
  readonly name: Texts;
  /** What this plan says; ICU MessageFormat. */
  readonly statement: Texts;
}

const item = (number: number, status: CheersStatus, name: Texts, statement: Texts): CheersItem => ({
  number,
  status,
  name,
  statement,
});

/** Words of the statuses. */
export const cheersStatuses = {
  reported: { fi: 'kerrottu', sv: 'redovisat', en: 'reported' },
  partly: { fi: 'osittain', sv: 'delvis', en: 'partly' },
  'not-done': { fi: 'ei tehty', sv: 'inte gjort', en: 'not done' },
} as const satisfies Record<CheersStatus, Texts>;

export const cheersTitle: Texts = {
  fi: 'CHEERS 2022 -tarkistuslista',
  sv: 'Checklistan CHEERS 2022',
  en: 'CHEERS 2022 checklist',
};

/**
 * The 28 items of the checklist for reports of economic evaluations, and what a plan says to each.
 * @source Husereau et al. 2022, Value Health 25:3 (CHEERS 2022); the Finnish and Swedish names are ours
 */
export const cheers2022: readonly CheersItem[] = [
  item(
    1,
    'reported',
    { fi: 'Otsikko', sv: 'Titel', en: 'Title' },
    {
      fi: 'Kustannusvaikuttavuuden arviointi: {outcome}; vertailtavat: {strategies}.',
      sv: 'Utvärdering av kostnadseffektivitet: {outcome}; jämförda alternativ: {strategies}.',
      en: 'Economic evaluation: {outcome}; strategies compared: {strategies}.',
    },
  ),
  item(
    2,
    'reported',
    { fi: 'Tiivistelmä', sv: 'Sammanfattning', en: 'Abstract' },
    {
      fi: '{offers} tarjousta {planned}: kaikki kustannukset {costs}, kuukausia kotona {months}; säästää rahaa todennäköisyydellä {saves}, vähentää kotona eloa todennäköisyydellä {harms}.',
      sv: '{offers} erbjudanden för {planned}: alla kostnader {costs}, månader hemma {months}; sparar pengar med sannolikheten {saves}, minskar tiden hemma med sannolikheten {harms}.',
      en: '{offers} offers for {planned}: all costs {costs}, months at home {months}; saves money with probability {saves}, fewer months at home with probability {harms}.',
    },
  ),
  item(
    3,
    'reported',
    { fi: 'Tausta ja tavoitteet', sv: 'Bakgrund och mål', en: 'Background and objectives' },
    {
      fi: 'Kenelle tarjota ennaltaehkäisevää toimenpidettä määrärahalla {budget}, jotta kotona eletty aika ja rahat riittävät parhaiten.',
      sv: 'Vem som ska erbjudas en förebyggande åtgärd inom budgeten {budget}, så att tiden hemma och pengarna räcker bäst.',
      en: 'Whom to offer which preventive intervention within {budget}, to the best use of time at home and money.',
    },
  ),
  item(
    4,
    'partly',
    { fi: 'Analyysisuunnitelma', sv: 'Analysplan', en: 'Health economic analysis plan' },
    {
      fi: 'Menetelmä on ohjelman dokumentaatiossa ja kiinnitetty ennen laskentaa; erillistä julkaistua suunnitelmaa ei ole.',
      sv: 'Metoden finns i programmets dokumentation och är fastställd före beräkningen; ingen separat publicerad plan finns.',
      en: 'The method is in the documentation and fixed before the run; there is no separate published plan.',
    },
  ),
  item(
    5,
    'reported',
    { fi: 'Kohdejoukko', sv: 'Studiepopulation', en: 'Study population' },
    {
      fi: 'Ohjelman {programme} asiakkaat, joista on arvio, jotka tietojen näyttämisen tarkistus päästi läpi ja jotka täyttävät jonkin toimenpiteen ehdot; rajauksessa {eligible}.',
      sv: 'Klienter med en uppskattning i programmet {programme}, som kontrollen före visning släppte igenom och som uppfyller någon åtgärds villkor; i urvalet {eligible}.',
      en: 'Clients scored in programme {programme} whom the release gate let through and the rule of some intervention fits; fitting the question: {eligible}.',
    },
  ),
  item(
    6,
    'reported',
    { fi: 'Ympäristö ja paikka', sv: 'Miljö och plats', en: 'Setting and location' },
    {
      fi: 'Suomalaisen hyvinvointialueen sosiaali- ja terveyspalvelut; kunnat: {area}.',
      sv: 'Social- och hälsovården i ett finländskt välfärdsområde; kommuner: {area}.',
      en: 'Social and health services of a Finnish wellbeing services county; municipalities: {area}.',
    },
  ),
  item(
    7,
    'reported',
    { fi: 'Vertailtavat', sv: 'Jämförelsealternativ', en: 'Comparators' },
    {
      fi: 'Nykyinen palvelu ilman tarjousta, kukin toimenpide yksin samalla rahalla, ja suunnitelma.',
      sv: 'Nuvarande service utan erbjudande, varje åtgärd ensam för samma pengar, och planen.',
      en: 'Services as they are without an offer, each intervention alone for the same money, and the plan.',
    },
  ),
  item(
    8,
    'reported',
    { fi: 'Näkökulma', sv: 'Perspektiv', en: 'Perspective' },
    {
      fi: 'Hyvinvointialue maksajana. Omaisten aikaa, asiakasmaksuja ja muita maksajia ei lasketa.',
      sv: 'Välfärdsområdet som betalare. Anhörigas tid, klientavgifter och andra betalare räknas inte.',
      en: 'The county as payer. Carers’ time, client fees and other payers are not counted.',
    },
  ),
  item(
    9,
    'reported',
    { fi: 'Aikajänne', sv: 'Tidshorisont', en: 'Time horizon' },
    {
      fi: '{horizons} kuukautta arviosta; sen jälkeistä ei ekstrapoloida.',
      sv: '{horizons} månader från uppskattningen; tiden därefter extrapoleras inte.',
      en: '{horizons} months from scoring; nothing after is extrapolated.',
    },
  ),
  item(
    10,
    'reported',
    { fi: 'Diskonttokorko', sv: 'Diskonteringsränta', en: 'Discount rate' },
    {
      fi: '{rate} vuodessa kustannuksille ja vaikutuksille; myös 0 %.',
      sv: '{rate} per år för kostnader och effekter; även 0 %.',
      en: '{rate} a year for costs and effects; 0 % beside it.',
    },
  ),
  item(
    11,
    'reported',
    { fi: 'Tulosten valinta', sv: 'Val av utfall', en: 'Selection of outcomes' },
    {
      fi: 'Elossa ja kotona eletyt kuukaudet, kuukaudet raskaissa palveluissa, kustannukset. QALY-lukuja ei lasketa.',
      sv: 'Månader levda hemma, månader i tunga tjänster, kostnader. QALY räknas inte.',
      en: 'Months alive and at home, months in heavy services, costs. QALYs are not counted.',
    },
  ),
  item(
    12,
    'reported',
    { fi: 'Tulosten mittaaminen', sv: 'Mätning av utfall', en: 'Measurement of outcomes' },
    {
      fi: 'Mallin {model} kumulatiivisista ilmaantuvuuksista kuukausittain, kuolema kilpailevana tapahtumana.',
      sv: 'Från modellens {model} kumulativa incidenser månad för månad, med död som konkurrerande händelse.',
      en: 'From the cumulative incidences of model {model}, month by month, death competing.',
    },
  ),
  item(
    13,
    'reported',
    { fi: 'Tulosten arvottaminen', sv: 'Värdering av utfall', en: 'Valuation of outcomes' },
    {
      fi: 'Kotona eletty vuosi: {worth}, hyvinvointialueen valinta; hyväksyttävyys näytetään välillä 0–200 000 €.',
      sv: 'Ett år hemma: {worth}, välfärdsområdets val; acceptansen visas för 0–200 000 €.',
      en: 'A year at home: {worth}, the county’s choice; acceptability is shown from 0 to 200,000 €.',
    },
  ),
  item(
    14,
    'reported',
    {
      fi: 'Resurssien ja kustannusten mittaaminen ja arvottaminen',
      sv: 'Mätning och värdering av resurser och kostnader',
      en: 'Measurement and valuation of resources and costs',
    },
    {
      fi: 'Raskaan palvelun päivät päivähinnoin; muut palvelut viime vuoden kustannuksina keskiarvoa kohti palautettuina; toimenpiteet luettelon hinnoin. Lähde ja luotettavuus on kerrottu arvoittain.',
      sv: 'Dagar i tung tjänst till dygnspris; andra tjänster enligt fjolårets kostnader, justerade mot medelvärdet; åtgärder enligt katalogens priser. Källa och tillförlitlighet anges per värde.',
      en: 'Days of heavy service at a daily price; other services as last year’s costs drawn back towards the mean; interventions at the catalogue’s prices. Source and trust are told value by value.',
    },
  ),
  item(
    15,
    'reported',
    {
      fi: 'Valuutta, hintavuosi ja muunnokset',
      sv: 'Valuta, prisår och omräkning',
      en: 'Currency, price date and conversion',
    },
    {
      fi: '{currency}, vuoden {year} hinnoin; muut vuodet hintaindeksillä.',
      sv: '{currency}, i {year} års priser; andra år med prisindex.',
      en: '{currency}, in prices of {year}; other years by the price index.',
    },
  ),
  item(
    16,
    'reported',
    {
      fi: 'Mallin perustelu ja kuvaus',
      sv: 'Modellens grund och beskrivning',
      en: 'Rationale and description of model',
    },
    {
      fi: 'Asiakkaan syykohtaisia kuukausivaaroja kerrotaan hiipuvilla suhteilla; aika raskaassa palvelussa on eksponentiaalinen. Sama kuin kuukausittainen mikrosimulaatio.',
      sv: 'Klientens orsaksspecifika månadsrisker multipliceras med avklingande kvoter; tiden i tung tjänst är exponentiell. Motsvarar en mikrosimulering månad för månad.',
      en: 'The client’s cause-specific monthly hazards are multiplied by waning ratios; time in heavy service is exponential. Equal to a month-by-month micro-simulation.',
    },
  ),
  item(
    17,
    'reported',
    { fi: 'Analyysit ja oletukset', sv: 'Analyser och antaganden', en: 'Analytics and assumptions' },
    {
      fi: 'Riskisuhdetta käytetään vaarasuhteena; vastaanottajien osuus on sekoitus; yksi toimenpide asiakasta kohti; jako määrärahan ja paikkojen sisällä enintään {gap} parhaasta.',
      sv: 'Riskkvoter används som hasardkvoter; andelen som tackar ja är en blandning; en åtgärd per klient; fördelning inom budget och platser högst {gap} från det bästa.',
      en: 'Risk ratios are used as hazard ratios; uptake is a mixture; one intervention a client; allocation within budget and places at most {gap} from the best.',
    },
  ),
  item(
    18,
    'reported',
    {
      fi: 'Vaihtelu asiakkaiden välillä',
      sv: 'Skillnader mellan klienter',
      en: 'Characterizing heterogeneity',
    },
    {
      fi: 'Jokaisella asiakkaalla on oma käyränsä ja kustannuksensa; vaikutussuhde on kaikille sama.',
      sv: 'Varje klient har sin egen kurva och sina egna kostnader; effektkvoten är densamma för alla.',
      en: 'Each client has a curve and costs of their own; the ratio of effect is the same for all.',
    },
  ),
  item(
    19,
    'not-done',
    { fi: 'Jakaumavaikutukset', sv: 'Fördelningseffekter', en: 'Characterizing distributional effects' },
    {
      fi: 'Hyötyjen jakautumista väestöryhmittäin ei ole arvioitu.',
      sv: 'Hur nyttan fördelas mellan befolkningsgrupper har inte utvärderats.',
      en: 'How benefits fall on groups of people has not been evaluated.',
    },
  ),
  item(
    20,
    'reported',
    { fi: 'Epävarmuuden kuvaus', sv: 'Beskrivning av osäkerhet', en: 'Characterizing uncertainty' },
    {
      fi: '{draws} simulointia siemenluvulla nimetyistä jakaumista, yksi- ja kaksisuuntaiset herkkyydet, tiedon arvo. Käyrien omaa epävarmuutta ja hiipumisen nopeutta ei ole simuloitu.',
      sv: '{draws} simuleringar med frö ur namngivna fördelningar, känslighet i en och två riktningar, informationens värde. Kurvornas egen osäkerhet och avklingningens takt har inte dragits.',
      en: '{draws} seeded draws from named distributions, one- and two-way sensitivity, value of information. The curves’ own uncertainty and the speed of waning are not drawn.',
    },
  ),
  item(
    21,
    'not-done',
    {
      fi: 'Asiakkaiden ja muiden osallistuminen',
      sv: 'Delaktighet för klienter och andra',
      en: 'Approach to engagement with patients and others',
    },
    {
      fi: 'Hyvinvointialue kertoo, miten asiakkaat ja ammattilaiset ovat osallistuneet.',
      sv: 'Välfärdsområdet redogör för hur klienter och yrkespersoner har deltagit.',
      en: 'The county tells how clients and professionals have taken part.',
    },
  ),
  item(
    22,
    'reported',
    { fi: 'Parametrit', sv: 'Parametrar', en: 'Study parameters' },
    {
      fi: '{parameters} epävarmaa arvoa jakaumineen, väleineen ja lähteineen tiedostossa plan.json. {demonstration}',
      sv: '{parameters} osäkra värden med fördelningar, intervall och källor i filen plan.json. {demonstration}',
      en: '{parameters} uncertain values with distributions, intervals and sources in plan.json. {demonstration}',
    },
  ),
  item(
    23,
    'reported',
    { fi: 'Päätulokset', sv: 'Huvudresultat', en: 'Summary of main results' },
    {
      fi: 'Toimenpiteet {price}, kaikki kustannukset {costs}, kuukausia kotona {months}, kuukausia raskaissa palveluissa {heavy}.',
      sv: 'Åtgärder {price}, alla kostnader {costs}, månader hemma {months}, månader i tunga tjänster {heavy}.',
      en: 'Interventions {price}, all costs {costs}, months at home {months}, months in heavy services {heavy}.',
    },
  ),
  item(
    24,
    'reported',
    { fi: 'Epävarmuuden vaikutus', sv: 'Osäkerhetens betydelse', en: 'Effect of uncertainty' },
    {
      fi: 'Säästää rahaa {saves}, hintansa arvoinen {worthIt}; eniten kannattaisi tietää varmasti: {widest}.',
      sv: 'Sparar pengar {saves}, värd sitt pris {worthIt}; mest värt att veta säkert: {widest}.',
      en: 'Saves money {saves}, worth its price {worthIt}; most worth knowing for certain is {widest}.',
    },
  ),
  item(
    25,
    'not-done',
    {
      fi: 'Osallistumisen vaikutus',
      sv: 'Delaktighetens betydelse',
      en: 'Effect of engagement with patients and others',
    },
    {
      fi: 'Ei arvioitu.',
      sv: 'Inte utvärderat.',
      en: 'Not evaluated.',
    },
  ),
  item(
    26,
    'reported',
    {
      fi: 'Löydökset, rajoitukset ja yleistettävyys',
      sv: 'Resultat, begränsningar och generaliserbarhet',
      en: 'Findings, limitations, generalizability and current knowledge',
    },
    {
      fi: 'Vaikutukset ovat muualta mitattuja ja voivat olla täällä toiset. {origin}. Viimeisten paikkojen arvonta antaa mitata oman vaikutuksen.',
      sv: 'Effekterna är mätta på andra håll och kan vara andra här. {origin}. Lottningen av de sista platserna gör att den egna effekten kan mätas.',
      en: 'Effects were measured elsewhere and may be others here. {origin}. Drawing the last places by lot lets the own effect be measured.',
    },
  ),
  item(
    27,
    'not-done',
    { fi: 'Rahoitus', sv: 'Finansiering', en: 'Source of funding' },
    {
      fi: 'Hyvinvointialue täydentää.',
      sv: 'Välfärdsområdet fyller i.',
      en: 'The county fills this in.',
    },
  ),
  item(
    28,
    'not-done',
    { fi: 'Sidonnaisuudet', sv: 'Intressekonflikter', en: 'Conflicts of interest' },
    {
      fi: 'Hyvinvointialue täydentää.',
      sv: 'Välfärdsområdet fyller i.',
      en: 'The county fills this in.',
    },
  ),
];

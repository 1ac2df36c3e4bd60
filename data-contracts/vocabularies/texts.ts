import { reachTexts } from './about-texts.ts';
import { modelStandingNotes } from './monitoring-texts.ts';

/**
 * What the terminal says to a person, in ICU MessageFormat. Placeholders are the same in every language;
 * `{share}` and `{figure}` come formatted, `{count}` as a number.
 */
export const texts = {
  /** Steps of a run; keys of `Progress.begin`. */
  steps: {
    simulate: { fi: 'Luodaan simuloitu alue', sv: 'Skapar ett simulerat område', en: 'Simulating a county' },
    import: { fi: 'Tuodaan tiedostoja', sv: 'Importerar filer', en: 'Importing files' },
    ingest: {
      fi: 'Tarkistetaan toimitukset',
      sv: 'Kontrollerar leveranserna',
      en: 'Checking the deliveries',
    },
    'client-months': {
      fi: 'Muodostetaan asiakaskuukaudet',
      sv: 'Bildar klientmånaderna',
      en: 'Building client-months',
    },
    train: { fi: 'Opetetaan malli', sv: 'Tränar modellen', en: 'Training the model' },
    evaluate: { fi: 'Arvioidaan malli', sv: 'Utvärderar modellen', en: 'Evaluating the model' },
    score: { fi: 'Lasketaan todennäköisyydet', sv: 'Beräknar sannolikheterna', en: 'Scoring the clients' },
    cohort: { fi: 'Kootaan kohortti', sv: 'Sammanställer kohorten', en: 'Gathering the cohort' },
    verify: { fi: 'Todennetaan', sv: 'Verifierar', en: 'Verifying' },
  },
  /** Marks shown wherever a figure or a list is shown, by `DataOrigin`. */
  origins: {
    register: { fi: 'Rekisteritietoa', sv: 'Registeruppgifter', en: 'Register data' },
    simulated: {
      fi: 'SIMULOITUA TIETOA: henkilöt ovat keksittyjä',
      sv: 'SIMULERADE UPPGIFTER: personerna är påhittade',
      en: 'SIMULATED DATA: the people are invented',
    },
    synthetic: {
      fi: 'SYNTEETTISTÄ TIETOA: ei todellisia henkilöitä',
      sv: 'SYNTETISKA UPPGIFTER: inga verkliga personer',
      en: 'SYNTHETIC DATA: no real people',
    },
  },
  cohort: {
    title: {
      fi: '{outcome}: todennäköisimmät asiakkaat {months} kuukauden aikana',
      sv: '{outcome}: de mest sannolika klienterna inom {months} månader',
      en: '{outcome}: the likeliest clients within {months} months',
    },
    rank: { fi: 'Järjestys', sv: 'Ordning', en: 'Rank' },
    pseudonym: { fi: 'Pseudonyymi', sv: 'Pseudonym', en: 'Pseudonym' },
    ageBand: { fi: 'Ikäryhmä', sv: 'Åldersgrupp', en: 'Age band' },
    municipality: { fi: 'Kunta', sv: 'Kommun', en: 'Municipality' },
    probability: {
      fi: 'Todennäköisyys {months} kk',
      sv: 'Sannolikhet {months} mån.',
      en: 'Probability within {months} months',
    },
    reasons: { fi: 'Perustelut', sv: 'Förklaring', en: 'Reasons' },
    changeable: {
      fi: 'Mihin voidaan vaikuttaa',
      sv: 'Det som går att påverka',
      en: 'What can be changed',
    },
    expectedCost: {
      fi: 'Odotettu kustannus {months} kk',
      sv: 'Förväntad kostnad {months} mån.',
      en: 'Expected cost within {months} months',
    },
    /** `{model}` is the model's version, `{day}` the landmark, formatted. */
    basedOn: {
      fi: 'Malli {model}, tilanne {day}',
      sv: 'Modell {model}, per {day}',
      en: 'Model {model}, as of {day}',
    },
    origin: { fi: 'Tietojen alkuperä', sv: 'Uppgifternas ursprung', en: 'Origin of the data' },
    reason: { fi: 'Perustelu {place}', sv: 'Förklaring {place}', en: 'Reason {place}' },
    more: {
      fi: '{count, plural, one {… ja # asiakas lisää} other {… ja # asiakasta lisää}}',
      sv: '{count, plural, one {… och # klient till} other {… och # klienter till}}',
      en: '{count, plural, one {… and # more client} other {… and # more clients}}',
    },
    average: {
      fi: 'Ohjelman keskiarvo: {share}',
      sv: 'Programmets medeltal: {share}',
      en: 'The programme’s average: {share}',
    },
    eligible: {
      fi: 'Rajaukseen sopivia asiakkaita: {figure}',
      sv: 'Klienter som uppfyller urvalet: {figure}',
      en: 'Clients who fit the question: {figure}',
    },
    peopleDecide: {
      fi: 'Ammattilainen päättää: arvio ei myönnä eikä epää palvelua.',
      sv: 'En yrkesperson beslutar: uppskattningen varken beviljar eller nekar en tjänst.',
      en: 'A professional decides: a score never grants or denies a service.',
    },
    notACause: {
      fi: 'Perustelut kertovat, mikä liittyy arvioon. Ne eivät kerro syytä.',
      sv: 'Förklaringarna visar vad som hänger samman med uppskattningen. De anger inte någon orsak.',
      en: 'The reasons say what goes with the estimate. They do not say what causes it.',
    },
    howSure: {
      fi: 'Luku kertoo vaikutuksen koon, ”varma” ja ”melko varma” sen, kuinka varma malli on suunnasta.',
      sv: 'Siffran anger hur stor inverkan är, ”säker” och ”ganska säker” hur säker modellen är på riktningen.',
      en: 'The figure says how large the effect is, “sure” and “fairly sure” how sure the model is of its direction.',
    },
    /** What reasons start from, and what age comes to; `{shares}` by age band. */
    typical: {
      fi: 'Perustelut vertaavat tyypilliseen samanikäiseen, samaa sukupuolta olevaan asiakkaaseen. Tyypillisen asiakkaan arvio iän mukaan: {shares}',
      sv: 'Förklaringarna jämför med en typisk klient av samma ålder och kön. Den typiska klientens uppskattning efter ålder: {shares}',
      en: 'Reasons compare with a typical client of the same age and sex. The typical client’s estimate by age: {shares}',
    },
  },
  /** Keys of `Cohort.notes`. */
  notes: {
    'too-few-to-show': {
      fi: 'Kysymykseen sopivia on liian vähän (alle viisi), joten ketään ei näytetä. Laajenna kysymystä.',
      sv: 'För få personer (färre än fem) motsvarar frågan, därför visas ingen. Bredda frågan.',
      en: 'Too few people (fewer than five) fit the question, so nobody is shown. Widen the question.',
    },
    'small-groups-left-out': {
      fi: 'Kun kysymys rajataan palvelutilanteen tai yksin asumisen mukaan, mukana eivät ole ne, joita on samassa kunnassa ja ikäryhmässä liian vähän (alle viisi).',
      sv: 'När frågan avgränsas enligt servicesituation eller ensamboende är de inte med som är för få (färre än fem) i samma kommun och åldersgrupp.',
      en: 'Where a question is about a service status or living alone, those are left out who are too few (fewer than five) of their municipality and age.',
    },
    ...reachTexts,
    'fewer-than-asked': {
      fi: 'Asiakkaita on vähemmän kuin pyydettiin.',
      sv: 'Klienterna är färre än vad som begärdes.',
      en: 'There are fewer clients than were asked for.',
    },
    'more-than-shown': {
      fi: 'Ehdon täyttäviä on enemmän kuin näytetään.',
      sv: 'Fler uppfyller villkoret än vad som visas.',
      en: 'More clients meet the condition than are shown.',
    },
    'legal-basis-unconfirmed': {
      fi: 'Rekisterinpitäjä ei ole vahvistanut oikeusperusteita.',
      sv: 'Den personuppgiftsansvarige har inte bekräftat de rättsliga grunderna.',
      en: 'The controller has not confirmed the legal bases.',
    },
    'cost-unconfirmed': {
      fi: 'Odotettu kustannus perustuu arvoihin, joita kukaan hyvinvointialueella ei ole vahvistanut.',
      sv: 'Den förväntade kostnaden bygger på värden som ingen i välfärdsområdet har bekräftat.',
      en: 'The expected cost rests on values that nobody in the county has confirmed.',
    },
    ...modelStandingNotes,
  },
  withheld: {
    total: {
      fi: '{count, plural, =0 {Ketään ei jätetty pois} other {Pois jätettiin noin # asiakasta}}',
      sv: '{count, plural, =0 {Ingen utelämnades} other {Omkring # klienter utelämnades}}',
      en: '{count, plural, =0 {Nobody was withheld} other {About # clients were withheld}}',
    },
    totalSuppressed: {
      fi: 'Asiakkaita jätettiin pois; määrää ei näytetä, koska siitä voisi päätellä alle viiden hengen ryhmän',
      sv: 'Klienter utelämnades; antalet visas inte eftersom det kunde röja en grupp på färre än fem',
      en: 'Clients were withheld; how many is not shown, as it could give away a group of fewer than five',
    },
    reason: { fi: '{reason}: {figure}', sv: '{reason}: {figure}', en: '{reason}: {figure}' },
    /** A count under 5, or one that would give such away. */
    suppressed: { fi: 'ei näytetä', sv: 'visas inte', en: 'not shown' },
    /** Before who was withheld, in answers about a programme. */
    ofDay: {
      fi: 'Koko ohjelmasta päivän alkaessa:',
      sv: 'Av hela programmet när dagen började:',
      en: 'Of the whole programme when the day began:',
    },
  },
  model: {
    title: { fi: 'Mallin tunnusluvut', sv: 'Modellens nyckeltal', en: 'The model’s figures' },
    model: { fi: 'Malli', sv: 'Modell', en: 'Model' },
    horizon: { fi: 'Ennustejakso', sv: 'Prognosperiod', en: 'Prediction horizon' },
    months: { fi: '{months} kk', sv: '{months} mån.', en: '{months} months' },
    auc: { fi: 'AUC', sv: 'AUC', en: 'AUC' },
    brier: { fi: 'Brier-pistemäärä', sv: 'Brierpoäng', en: 'Brier score' },
    ipa: {
      fi: 'Ennustustarkkuuden indeksi',
      sv: 'Index för prediktionsprecision',
      en: 'Index of prediction accuracy',
    },
    calibrationSlope: {
      fi: 'Kalibraation kulmakerroin',
      sv: 'Kalibreringens lutning',
      en: 'Calibration slope',
    },
    observedToExpected: {
      fi: 'Havaittu/odotettu',
      sv: 'Observerat/förväntat',
      en: 'Observed/expected',
    },
    topDecileCapture: {
      fi: 'Osuus tapahtumista ylimmässä kymmenyksessä',
      sv: 'Andel av händelserna i den översta tiondelen',
      en: 'Share of events in the top tenth',
    },
    network: { fi: 'Riskiverkko', sv: 'Risknätverk', en: 'Risk network' },
    additive: {
      fi: 'Additiivinen malli yksin',
      sv: 'Den additiva modellen ensam',
      en: 'Additive model alone',
    },
    blend: {
      fi: 'Additiivinen malli, neuroverkot ja päätöspuut',
      sv: 'Additiv modell, neurala nätverk och beslutsträd',
      en: 'Additive model, networks and trees',
    },
    ageAndSex: { fi: 'Ikä ja sukupuoli', sv: 'Ålder och kön', en: 'Age and sex' },
    lastYearsCost: {
      fi: 'Viime vuoden kustannus',
      sv: 'Senaste årets kostnad',
      en: 'Last year’s cost',
    },
    logistic: {
      fi: 'Regularisoitu logistinen regressio',
      sv: 'Regulariserad logistisk regression',
      en: 'Regularised logistic regression',
    },
    testedOnOthers: {
      fi: 'Arvioitu {figure} asiakaskuukaudella: muita ihmisiä kuin opetuksessa, sama aika',
      sv: 'Utvärderad på {figure} klientmånader: andra personer än i träningen, samma tid',
      en: 'Tested on {figure} client-months: other people than in training, the same time',
    },
    trueRisk: {
      fi: 'Simulaattorin oma riski',
      sv: 'Simulatorns egen risk',
      en: 'The simulator’s own risk',
    },
    testedOn: {
      fi: 'Arvioitu {figure} asiakaskuukaudella: muita ihmisiä ja myöhempää aikaa kuin opetuksessa',
      sv: 'Utvärderad på {figure} klientmånader: andra personer och senare tid än i träningen',
      en: 'Tested on {figure} client-months: other people and later time than in training',
    },
  },
  table: {
    endAtZero: {
      fi: '{rows, plural, one {# rivi päättyy} other {# riviä päättyy}} hetkeen 0: opetuksessa se on pienin hetki nollan jälkeen',
      sv: '{rows, plural, one {# rad slutar} other {# rader slutar}} vid tiden 0: i träningen är den den minsta tiden efter noll',
      en: '{rows, plural, one {# row ends} other {# rows end}} at time 0: in training it is the smallest time above 0',
    },
    missingTellsCensoring: {
      fi: 'Näiden sarakkeiden puuttuminen ennustaa seurannan päättymistä, joten luvut voivat olla vinot: {columns}',
      sv: 'Att dessa kolumner saknas förutsäger att uppföljningen upphör, så siffrorna kan vara skeva: {columns}',
      en: 'Where these columns are missing, follow-up ends more, or less, often, so the figures may be biased: {columns}',
    },
  },
  ingest: {
    accepted: { fi: 'Hyväksyttyjä rivejä', sv: 'Godkända rader', en: 'Rows accepted' },
    quarantined: { fi: 'Karanteeniin siirrettyjä rivejä', sv: 'Rader i karantän', en: 'Rows quarantined' },
    delivered: { fi: 'Toimitettuja rivejä', sv: 'Levererade rader', en: 'Rows delivered' },
    erased: {
      fi: 'Rivejä henkilöistä, joiden tiedot on poistettu: {count}',
      sv: 'Rader om personer vars uppgifter har raderats: {count}',
      en: 'Rows of people who have been erased: {count}',
    },
    removed: {
      fi: 'Poistettu kansiosta landing/, koska säilytysaika on päättynyt: {count, plural, one {# tiedosto} other {# tiedostoa}}',
      sv: 'Borttaget ur mappen landing/, eftersom bevaringstiden är slut: {count, plural, one {# fil} other {# filer}}',
      en: 'Removed from landing/, their time being over: {count, plural, one {# file} other {# files}}',
    },
    columnsLeftOut: {
      fi: 'sarakkeita ei tunneta, ne jätettiin pois: {columns}',
      sv: 'okända kolumner utelämnades: {columns}',
      en: 'columns not known to the contract were left out: {columns}',
    },
    takenBack: {
      fi: '{delivery} on täydellinen ({table}, {from}–{to}): takaisin otettuja rivejä, joita siinä ei enää ole: {count}',
      sv: '{delivery} är fullständig ({table}, {from}–{to}): återtagna rader som inte längre finns i den: {count}',
      en: '{delivery} is complete ({table}, {from}–{to}): rows taken back that it has no more: {count}',
    },
    notComplete: {
      fi: '{delivery} ei käy täydellisestä ({table}, {from}–{to}), koska sen rivejä hylättiin ({count}) tai niitä ei ole: mitään ei otettu takaisin',
      sv: '{delivery} gäller inte som fullständig ({table}, {from}–{to}), eftersom rader i den inte godkändes ({count}) eller saknas: ingenting togs tillbaka',
      en: '{delivery} is not taken to be complete ({table}, {from}–{to}), as rows of it were turned away ({count}) or there are none: nothing was taken back',
    },
    outOfOrder: {
      fi: '{file}: rivejä, jotka on kirjattu aiemmin kuin aiemman toimituksen tai myöhemmin kuin myöhemmän toimituksen sama rivi: {count}. Toimitukset ovat voimassa nimiensä järjestyksessä: onko se oikea?',
      sv: '{file}: rader som är antecknade före samma rad i en tidigare leverans eller efter den i en senare: {count}. Leveranser gäller i den ordning som deras namn har: är den rätt?',
      en: '{file}: rows recorded before the same row of an earlier delivery, or after that of a later: {count}. Deliveries count in the order of their names: is it right?',
    },
    moved: {
      fi: '{file}: rivejä, jotka aiempi toimitus kertoi toisesta henkilöstä ({field}): {count}',
      sv: '{file}: rader som en tidigare leverans berättade om en annan person ({field}): {count}',
      en: '{file}: rows that an earlier delivery told of another person ({field}): {count}',
    },
    joined: {
      fi: 'Henkilöitä, joista toimitukset ovat puhuneet useammalla tunnuksella ja jotka ovat nyt yhtä: {people}',
      sv: 'Personer som leveranserna har talat om med flera beteckningar och som nu är en: {people}',
      en: 'People of whom deliveries have spoken by several identifiers, and who are one now: {people}',
    },
    joinedRows: {
      fi: 'Aiemmin hyväksyttyjä rivejä, jotka siirtyivät henkilön nykyiselle tunnukselle: {rows}',
      sv: 'Tidigare godkända rader som flyttades till personens nuvarande beteckning: {rows}',
      en: 'Rows accepted before that were moved to their person’s present identifier: {rows}',
    },
    claimedByTwo: {
      fi: '{file} · formerIdentifier: tunnuksia, joiden sanotaan olleen kahdella henkilöllä: {count}; ketään ei yhdistetty niiden perusteella',
      sv: '{file} · formerIdentifier: beteckningar som sägs ha varit två personers: {count}; ingen förenades på grund av dem',
      en: '{file} · formerIdentifier: identifiers said to have been two people’s: {count}; nobody was joined by them',
    },
    inACircle: {
      fi: '{file} · formerIdentifier: tunnuksia, jotka johtavat kehään: {count}; ketään ei yhdistetty niiden perusteella',
      sv: '{file} · formerIdentifier: beteckningar som leder i en cirkel: {count}; ingen förenades på grund av dem',
      en: '{file} · formerIdentifier: identifiers that lead in a circle: {count}; nobody was joined by them',
    },
    noneAccepted: {
      fi: '{table}: yhtäkään toimitetuista riveistä ({delivered}) ei hyväksytty',
      sv: '{table}: ingen av de levererade raderna ({delivered}) godkändes',
      en: '{table}: none of the {delivered} rows delivered was accepted',
    },
    nothing: {
      fi: 'Mitään ei ole toimitettu kansioon {folder}',
      sv: 'Inget har levererats till mappen {folder}',
      en: 'Nothing has been delivered to {folder}',
    },
    table: { fi: 'Taulu', sv: 'Tabell', en: 'Table' },
    rule: { fi: 'Sääntö', sv: 'Regel', en: 'Rule' },
  },
  run: {
    unchanged: { fi: 'ennallaan', sv: 'oförändrat', en: 'unchanged' },
    seconds: { fi: '{figure} s', sv: '{figure} s', en: '{figure} s' },
    filesAre: { fi: 'Tiedostot: {folder}', sv: 'Filer: {folder}', en: 'Files: {folder}' },
    total: { fi: 'Yhteensä', sv: 'Totalt', en: 'Total' },
  },
} as const;

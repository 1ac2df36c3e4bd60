import type { Texts } from '../schemas/fields.ts';

/** What a model may be used for. */
export const intendedUses = {
  'planning-lists': {
    fi: 'Suunnittelija hakee asiakkaita, joille kannattaa tarjota ehkäiseviä palveluja. Ammattilainen arvioi jokaisen asiakkaan ennen yhteydenottoa.',
    sv: 'En planerare söker klienter som kan erbjudas förebyggande tjänster. En yrkesperson bedömer varje klient före kontakt.',
    en: 'A planner looks for clients to whom preventive services may be offered. A person considers each client before contact.',
  },
  'population-served': {
    fi: 'Ennusteet koskevat ohjelman ehdot täyttäviä asiakkaita samalla alueella ja samanlaisilla tiedoilla kuin opetuksessa.',
    sv: 'Prediktionerna gäller klienter som uppfyller programmets villkor, i samma område och med likadana data som i träningen.',
    en: 'Predictions are for clients who fit the programme, in the same county and with the same kind of data as in training.',
  },
  'users-trained': {
    fi: 'Käyttäjä on sosiaali- tai terveydenhuollon ammattilainen tai suunnittelija, joka tuntee tämän kortin rajoitukset.',
    sv: 'Användaren är en yrkesperson eller planerare inom social- och hälsovården som känner till begränsningarna i detta kort.',
    en: 'The user is a professional or planner of social and health care who knows the limits in this card.',
  },
} as const satisfies Record<string, Texts>;

/** What it must not be used for. */
export const misuses = {
  'deciding-services': {
    fi: 'Palvelun myöntäminen, epääminen, lopettaminen tai hinnoittelu ennusteen perusteella.',
    sv: 'Att bevilja, neka, avsluta eller prissätta en tjänst utifrån en prediktion.',
    en: 'Granting, denying, ending or pricing a service by a prediction.',
  },
  'causal-reading': {
    fi: 'Perustelujen lukeminen syinä: malli ei kerro, mikä muuttaisi asiakkaan tulevaisuutta.',
    sv: 'Att läsa förklaringarna som orsaker: modellen säger inte vad som skulle förändra klientens framtid.',
    en: 'Reading reasons as causes: the model does not say what would change a client’s future.',
  },
  'other-places': {
    fi: 'Käyttö toisella alueella, toisille ikäryhmille tai toisille tiedoille arvioimatta mallia siellä uudelleen.',
    sv: 'Användning i ett annat område, för andra åldersgrupper eller på andra data utan att modellen utvärderas där på nytt.',
    en: 'Use in another county, for other ages or on other data without judging the model there anew.',
  },
  'judging-people': {
    fi: 'Ammattilaisten, yksiköiden tai omaisten arviointi asiakkaiden ennusteiden perusteella.',
    sv: 'Att bedöma yrkespersoner, enheter eller anhöriga utifrån klienternas prediktioner.',
    en: 'Judging professionals, units or relatives by their clients’ predictions.',
  },
  'outside-gate': {
    fi: 'Luettelon muodostaminen niiden tarkistusten ohi, jotka tehdään ennen tietojen näyttämistä, tai pseudonyymien palauttaminen henkilöiksi muuten.',
    sv: 'Att bilda en lista förbi de kontroller som görs innan uppgifter visas, eller att på annat sätt göra pseudonymer till personer.',
    en: 'Making a list past the release gate, or turning pseudonyms into persons in any other way.',
  },
} as const satisfies Record<string, Texts>;

/** What a model's figures do not carry; those that hold for a model are on its card. */
export const modelLimits = {
  'invented-people': {
    fi: 'Henkilöt eivät ole todellisia. Luvut kertovat, että laskenta toimii, eivät sitä, kuinka hyvin malli ennustaa todellisella alueella.',
    sv: 'Personerna är inte verkliga. Siffrorna visar att beräkningen fungerar, inte hur väl modellen förutsäger i ett verkligt område.',
    en: 'The people are not real. The figures show that the machinery works, not how well the model foresees in a real county.',
  },
  'older-than-erasure': {
    fi: 'Mallin opettamisen jälkeen on poistettu henkilöitä, joiden tietoja on voinut olla opetuksessa. Seuraava opetus jättää heidät pois.',
    sv: 'Efter att modellen tränades har personer raderats vars uppgifter kan ha använts i träningen. Nästa träning utelämnar dem.',
    en: 'People have been erased since the model was trained, who may be among those it learnt from. The next training leaves them out.',
  },
  'same-time': {
    fi: 'Malli on arvioitu samalta ajalta kuin se on opetettu: myöhemmästä ajasta ei tiedetä.',
    sv: 'Modellen är utvärderad på samma tid som den tränats på: om senare tid vet man inte.',
    en: 'The model was tested on the time it was trained on: of later times nothing is known.',
  },
  'one-county': {
    fi: 'Malli on opetettu ja arvioitu yhdellä alueella.',
    sv: 'Modellen är tränad och utvärderad i ett enda område.',
    en: 'The model was trained and tested in one county.',
  },
  'as-served-before': {
    fi: 'Malli ennustaa, mitä tapahtuu nykyisillä palveluilla. Kun palvelut muuttuvat, ennusteet vanhenevat.',
    sv: 'Modellen förutsäger vad som sker med nuvarande tjänster. När tjänsterna ändras föråldras prediktionerna.',
    en: 'The model foresees what happens with services as they were. When services change, predictions age.',
  },
  'services-seen-only': {
    fi: 'Vain palveluissa kirjattu näkyy: avun tarve, jota kukaan ei ole kirjannut, puuttuu.',
    sv: 'Endast det som registrerats i tjänsterna syns: behov som ingen har registrerat saknas.',
    en: 'Only what services recorded is seen: need that nobody recorded is missing.',
  },
  'few-outcomes': {
    fi: 'Arviointiaineistossa on alle sata tapahtumaa lyhyemmällä jaksolla: luvut ovat epävarmoja.',
    sv: 'Testdata innehåller färre än hundra händelser inom den kortare perioden: siffrorna är osäkra.',
    en: 'The test rows hold fewer than a hundred outcomes by the shorter horizon: the figures are uncertain.',
  },
  'no-better-than-logistic': {
    fi: 'Malli ei erotu logistisesta regressiosta AUC:n perusteella millään ennustejaksolla.',
    sv: 'Modellen skiljer sig inte från logistisk regression i AUC på någon prognosperiod.',
    en: 'The model cannot be told from a logistic regression by AUC at any horizon.',
  },
  'worse-than-logistic': {
    fi: 'Malli on logistista regressiota huonompi AUC:n perusteella ainakin yhdellä ennustejaksolla.',
    sv: 'Modellen är sämre än logistisk regression i AUC på minst en prognosperiod.',
    en: 'The model is worse than a logistic regression by AUC at one horizon at least.',
  },
  miscalibrated: {
    fi: 'Kalibraation kulmakerroin tai havaittu/odotettu poikkeaa yli kymmenesosan ykkösestä ainakin yhdellä jaksolla.',
    sv: 'Kalibreringens lutning eller observerat/förväntat avviker mer än en tiondel från ett på minst en period.',
    en: 'Calibration slope or observed/expected is more than a tenth away from 1 at one horizon at least.',
  },
  'group-miscalibrated': {
    fi: 'Jonkin ryhmän havaittu/odotettu poikkeaa ykkösestä enemmän kuin sattuma selittää: katso ryhmätaulukko.',
    sv: 'I någon grupp avviker observerat/förväntat från ett mer än slumpen förklarar: se grupptabellen.',
    en: 'In some group observed/expected is away from 1 by more than chance: see the table of groups.',
  },
  'missingness-predicts-censoring': {
    fi: 'Jonkin tiedon puuttuminen ennustaa seurannan päättymistä: sensuroinnin painot voivat olla vinot.',
    sv: 'Att någon uppgift saknas förutsäger att uppföljningen upphör: vikterna för censurering kan vara skeva.',
    en: 'Where some value is missing, follow-up ends more, or less, often: weights for censoring may be biased.',
  },
  'far-discrimination': {
    fi: 'AUC on yli 0,90: ennen käyttöä on selvitettävä, vuotaako tieto tulevasta ennustajiin.',
    sv: 'AUC är över 0,90: före användning ska det utredas om uppgifter om framtiden läcker in i prediktorerna.',
    en: 'AUC is above .90: before use, find out whether something of the future leaks into the predictors.',
  },
  'certainty-of-parts': {
    fi: 'Perustelun varmuus kertoo, ovatko mallin osat yhtä mieltä suunnasta. Se ei kerro, mitä toinen otos ihmisiä antaisi.',
    sv: 'En förklarings säkerhet visar om modellens delar är eniga om riktningen. Den visar inte vad ett annat urval av människor skulle ge.',
    en: 'How sure a reason is says whether the model’s parts agree on its direction, not what another sample of people would give.',
  },
  'certainty-not-measured': {
    fi: 'Malli on yksiosainen: perustelujen varmuutta ei voi mitata.',
    sv: 'Modellen har en enda del: förklaringarnas säkerhet kan inte mätas.',
    en: 'The model has one part: how sure its reasons are cannot be measured.',
  },
} as const satisfies Record<string, Texts>;

export type ModelLimit = keyof typeof modelLimits;

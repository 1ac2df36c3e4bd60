import type { Texts } from '../../schemas/fields.ts';

/**
 * Where the shipped catalogues’ values are from, by the words in which the catalogue says it. A county’s own words stay
 * as they are.
 */
export const sourceWords: readonly Texts[] = [
  {
    en: 'Not found in a public source: a demonstration value; the county enters its own.',
    fi: 'Ei löytynyt julkisesta lähteestä: havainnollistava arvo; hyvinvointialue antaa omansa.',
    sv: 'Fanns inte i någon offentlig källa: ett värde för demonstration; välfärdsområdet anger sitt eget.',
  },
  {
    en: 'No cost of its own: it is inside the total-cost effect.',
    fi: 'Omaa hintaa ei ole: se sisältyy vaikutukseen kokonaiskustannuksiin.',
    sv: 'Inget eget pris: det ingår i effekten på de totala kostnaderna.',
  },
  {
    en: 'Ellis et al., Cochrane 2017, comprehensive geriatric assessment in hospital: nursing home RR .80 (.72–.89). The trials followed people for at most about 12 months; the halving is ours.',
    fi: 'Ellis ym., Cochrane 2017, kokonaisvaltainen geriatrinen arviointi sairaalassa: hoitokoti RR 0,80 (0,72–0,89). Tutkimuksissa seurattiin enintään noin 12 kuukautta; puoliintuminen on oma oletuksemme.',
    sv: 'Ellis m.fl., Cochrane 2017, heltäckande geriatrisk bedömning på sjukhus: vårdhem RR 0,80 (0,72–0,89). Studierna följde personerna högst omkring 12 månader; halveringen är vårt antagande.',
  },
  {
    en: 'Ellis et al., Cochrane 2017, comprehensive geriatric assessment in hospital: death RR 1.00 (.93–1.07). The trials followed people for at most about 12 months; the halving is ours.',
    fi: 'Ellis ym., Cochrane 2017, kokonaisvaltainen geriatrinen arviointi sairaalassa: kuolema RR 1,00 (0,93–1,07). Tutkimuksissa seurattiin enintään noin 12 kuukautta; puoliintuminen on oma oletuksemme.',
    sv: 'Ellis m.fl., Cochrane 2017, heltäckande geriatrisk bedömning på sjukhus: död RR 1,00 (0,93–1,07). Studierna följde personerna högst omkring 12 månader; halveringen är vårt antagande.',
  },
  {
    en: "Ellis et al., Cochrane 2017, comprehensive geriatric assessment in hospital: +£234 (−144–605). Taken at 1.17 €/£, an exchange rate of ours, and cut at 0. The review's year is taken as the price year.",
    fi: 'Ellis ym., Cochrane 2017, kokonaisvaltainen geriatrinen arviointi sairaalassa: +234 £ (−144–605). Muunnettu kurssilla 1,17 €/£, joka on oma oletuksemme, ja katkaistu nollaan. Hintavuotena on katsauksen vuosi.',
    sv: 'Ellis m.fl., Cochrane 2017, heltäckande geriatrisk bedömning på sjukhus: +234 £ (−144–605). Omräknat med kursen 1,17 €/£, som är vårt antagande, och avkortat vid 0. Prisåret är översiktens år.',
  },
  {
    en: 'Mittelman et al. 2006 (NYU): nursing home HR .717, p = .025, +557 days at home. The interval is ours, from the p-value on the log scale.',
    fi: 'Mittelman ym. 2006 (NYU): hoitokoti HR 0,717, p = 0,025, +557 päivää kotona. Väli on laskettu p-arvosta logaritmisella asteikolla.',
    sv: 'Mittelman m.fl. 2006 (NYU): vårdhem HR 0,717, p = 0,025, +557 dagar hemma. Intervallet har vi räknat ur p-värdet på logaritmisk skala.',
  },
  {
    en: 'Sherrington et al., Cochrane 2019: rate ratio of falls .77 (.71–.83). No effect on heavy services is claimed.',
    fi: 'Sherrington ym., Cochrane 2019: kaatumisten ilmaantuvuussuhde 0,77 (0,71–0,83). Vaikutusta raskaisiin palveluihin ei väitetä olevan.',
    sv: 'Sherrington m.fl., Cochrane 2019: incidenskvot för fallolyckor 0,77 (0,71–0,83). Ingen effekt på tunga tjänster påstås.',
  },
  {
    en: 'No ratio was found: a demonstration value. Lewin 2013 (retrospective): less personal care for up to 57 months, −12,500 AU$ in 5 years.',
    fi: 'Suhdelukua ei löytynyt: havainnollistava arvo. Lewin 2013 (takautuva): vähemmän henkilökohtaista hoivaa jopa 57 kuukauden ajan, −12 500 AU$ viidessä vuodessa.',
    sv: 'Ingen kvot hittades: ett värde för demonstration. Lewin 2013 (retrospektiv): mindre personlig omsorg i upp till 57 månader, −12 500 AU$ på 5 år.',
  },
  {
    en: 'Preventive home visits, 64 randomised trials, n = 28,642: institution RR 1.02 (.88–1.18). The halving is ours.',
    fi: 'Ehkäisevät kotikäynnit, 64 satunnaistettua tutkimusta, n = 28 642: laitoshoito RR 1,02 (0,88–1,18). Puoliintuminen on oma oletuksemme.',
    sv: 'Förebyggande hembesök, 64 randomiserade studier, n = 28 642: institution RR 1,02 (0,88–1,18). Halveringen är vårt antagande.',
  },
  {
    en: 'Preventive home visits, 64 randomised trials, n = 28,642: hospital RR .96 (.91–1.01). The halving is ours.',
    fi: 'Ehkäisevät kotikäynnit, 64 satunnaistettua tutkimusta, n = 28 642: sairaalahoito RR 0,96 (0,91–1,01). Puoliintuminen on oma oletuksemme.',
    sv: 'Förebyggande hembesök, 64 randomiserade studier, n = 28 642: sjukhusvård RR 0,96 (0,91–1,01). Halveringen är vårt antagande.',
  },
  {
    en: 'Preventive home visits, 64 randomised trials, n = 28,642: death RR .93 (.87–.99). The halving is ours.',
    fi: 'Ehkäisevät kotikäynnit, 64 satunnaistettua tutkimusta, n = 28 642: kuolema RR 0,93 (0,87–0,99). Puoliintuminen on oma oletuksemme.',
    sv: 'Förebyggande hembesök, 64 randomiserade studier, n = 28 642: död RR 0,93 (0,87–0,99). Halveringen är vårt antagande.',
  },
  {
    en: 'Dementia family-care coordinator, Finland 2001, n = 100: at home at 6/12/24 months .98/.92/.63 against .91/.81/.68, so the gain is gone by 24 months. The ratio of having left home by 12 months, its interval (50 + 50 people) and its halving are ours.',
    fi: 'Muistiperheen omahoitaja, Suomi 2001, n = 100: kotona 6/12/24 kuukauden kuluttua 0,98/0,92/0,63, vertailussa 0,91/0,81/0,68, joten hyöty on kadonnut 24 kuukaudessa. Kotoa 12 kuukauden kuluessa lähteneiden suhde, sen väli (50 + 50 henkilöä) ja puoliintuminen on laskettu itse.',
    sv: 'Koordinator för familjevård vid minnessjukdom, Finland 2001, n = 100: hemma efter 6/12/24 månader 0,98/0,92/0,63 mot 0,91/0,81/0,68, så nyttan är borta efter 24 månader. Kvoten av dem som lämnat hemmet inom 12 månader, dess intervall (50 + 50 personer) och halveringen har vi räknat.',
  },
  {
    en: 'Hospital at home, 2021: QALYs equal, −£2,265 (−4,279 – −252) in 6 months. As a ratio of an assumed £22,650: a demonstration value.',
    fi: 'Kotisairaala 2021: laatupainotetut elinvuodet samat, −2 265 £ (−4 279 – −252) kuudessa kuukaudessa. Suhteena oletettuun 22 650 puntaan: havainnollistava arvo.',
    sv: 'Hemsjukhus 2021: lika många kvalitetsjusterade levnadsår, −2 265 £ (−4 279 – −252) på 6 månader. Som kvot av antagna 22 650 £: ett värde för demonstration.',
  },
  {
    en: 'Home exercise for frail people, Finland 2021, n = 299: person-year cost ×1.60 (1.23–1.98) at 12 months, ×1.23 (.95–1.50) at 24; days at home IRR 1.03 (.98–1.09). The halving is ours.',
    fi: 'Kotiharjoittelu gerasteenisille, Suomi 2021, n = 299: henkilövuoden kustannus ×1,60 (1,23–1,98) 12 kuukaudessa, ×1,23 (0,95–1,50) 24 kuukaudessa; kotipäivät IRR 1,03 (0,98–1,09). Puoliintuminen on oma oletuksemme.',
    sv: 'Hemträning för sköra personer, Finland 2021, n = 299: kostnad per personår ×1,60 (1,23–1,98) efter 12 månader, ×1,23 (0,95–1,50) efter 24; dagar hemma IRR 1,03 (0,98–1,09). Halveringen är vårt antagande.',
  },
  {
    en: '24-hour service housing 200 €/day: VM/STM/THL unit costs 2024, release of December 2025 (verified). Mean stay about 26 months: from memory, the county replaces it.',
    fi: 'Ympärivuorokautinen palveluasuminen 200 €/vrk: VM/STM/THL, yksikkökustannukset 2024, julkaistu joulukuussa 2025 (tarkistettu). Keskimääräinen kesto noin 26 kuukautta: muistinvarainen, hyvinvointialue korvaa sen.',
    sv: 'Serviceboende med heldygnsomsorg 200 €/dygn: VM/STM/THL, enhetskostnader 2024, publicerade i december 2025 (kontrollerat). Genomsnittlig tid omkring 26 månader: ur minnet, välfärdsområdet ersätter den.',
  },
  {
    en: 'Hospital day: a demonstration value; the county enters its own.',
    fi: 'Hoitopäivä sairaalassa: havainnollistava arvo; hyvinvointialue antaa omansa.',
    sv: 'Vårddag på sjukhus: ett värde för demonstration; välfärdsområdet anger sitt eget.',
  },
  {
    en: 'No interval was found: ±15 % of the price and about ±19 % of the stay, demonstration values; the county enters its own.',
    fi: 'Väliä ei löytynyt: ±15 % hinnasta ja noin ±19 % kestosta, havainnollistavia arvoja; hyvinvointialue antaa omansa.',
    sv: 'Inget intervall hittades: ±15 % av priset och omkring ±19 % av tiden, värden för demonstration; välfärdsområdet anger sina egna.',
  },
  {
    en: '{message}; updated by {lots} lots of this county: {ratio} ({lower}–{upper}) among takers on average over the time followed',
    fi: '{message} Tarkennettu tämän alueen arvonnoilla ({lots}): vastaanottajilla keskimäärin {ratio} ({lower}–{upper}) seuranta-aikana',
    sv: '{message} Preciserad med {lots} lottningar i detta område: i medeltal {ratio} ({lower}–{upper}) bland dem som tackat ja under uppföljningen',
  },
];

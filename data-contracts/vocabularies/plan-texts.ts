import type { Texts } from '../schemas/fields.ts';
import type { Endpoint, Intervention } from '../schemas/intervention.ts';
import type { LeftOutReason, Plan } from '../schemas/plan.ts';
import { reachTexts } from './about-texts.ts';
import { modelStandingNotes } from './monitoring-texts.ts';
import { turningTexts } from './turning-texts.ts';

/** What a plan says to a planner, in ICU MessageFormat. Figures come formatted; `{count}` is a number. */
export const planTexts = {
  title: {
    fi: '{outcome}: suunnitelma tarjottavista toimenpiteistä',
    sv: '{outcome}: plan för åtgärder som erbjuds',
    en: '{outcome}: plan of interventions to offer',
  },
  /** `{horizon}` is a span, `{rate}` a share, `{year}` the price year. */
  frame: {
    fi: 'Maksajana hyvinvointialue; {horizon}, diskontattu {rate} vuodessa, vuoden {year} hinnoin',
    sv: 'Välfärdsområdet betalar; {horizon}, diskonterat {rate} per år, i {year} års priser',
    en: 'The county pays; {horizon}, discounted {rate} a year, in prices of {year}',
  },
  worth: {
    fi: 'Kotona eletyn vuoden arvoksi on asetettu {worth}',
    sv: 'Ett år hemma har satts till värdet {worth}',
    en: 'A year lived at home is set to be worth {worth}',
  },
  sign: {
    fi: 'Kustannus alle nollan on säästö. Väli: 95 % simuloinneista.',
    sv: 'En kostnad under noll är en besparing. Intervall: 95 % av simuleringarna.',
    en: 'A cost below zero is saved. Intervals: 95 % of the draws.',
  },
  budget: {
    fi: 'Määräraha {budget}, suunniteltu {planned}; jos kaikki ottavat vastaan {all}',
    sv: 'Budget {budget}, planerat {planned}; om alla tackar ja {all}',
    en: 'Budget {budget}, planned {planned}; if everybody accepts {all}',
  },
  overBudget: {
    fi: 'Todennäköisyys, että määräraha ylittyy: {share}',
    sv: 'Sannolikhet att budgeten överskrids: {share}',
    en: 'Probability that the budget is exceeded: {share}',
  },
  intervention: { fi: 'Toimenpide', sv: 'Åtgärd', en: 'Intervention' },
  evidence: { fi: 'Näyttö', sv: 'Evidens', en: 'Evidence' },
  offered: { fi: 'Tarjotaan', sv: 'Erbjuds', en: 'Offered' },
  places: { fi: 'Paikkoja', sv: 'Platser', en: 'Places' },
  ownPrice: { fi: 'Toimenpiteen hinta', sv: 'Åtgärdens pris', en: 'Price of the intervention' },
  heavyCost: { fi: 'Raskaat palvelut', sv: 'Tunga tjänster', en: 'Heavy services' },
  otherCost: {
    fi: 'Muut palvelut kotona',
    sv: 'Andra tjänster hemma',
    en: 'Other services at home',
  },
  allCosts: { fi: 'Kaikki kustannukset', sv: 'Alla kostnader', en: 'All costs' },
  homeMonths: { fi: 'Kotikuukausia lisää', sv: 'Fler månader hemma', en: 'More months at home' },
  heavyMonths: {
    fi: 'Kuukausia raskaissa palveluissa',
    sv: 'Månader i tunga tjänster',
    en: 'Months in heavy services',
  },
  savesMoney: {
    fi: 'Säästön todennäköisyys',
    sv: 'Sannolikhet för besparing',
    en: 'Probability of a saving',
  },
  doesHarm: {
    fi: 'Kotona asumisen lyhenemisen todennäköisyys',
    sv: 'Sannolikhet för kortare tid hemma',
    en: 'Probability of less time at home',
  },
  /** Of one client's row: how sure a mean is, and what the chance is that it comes so for this client. */
  savesOnAverage: {
    fi: 'Säästää keskimäärin: varmuus',
    sv: 'Sparar i snitt: säkerhet',
    en: 'Saves on average: certainty',
  },
  ownCostsFall: {
    fi: 'Omat kulut alenevat: mahdollisuus',
    sv: 'Egna kostnader minskar: chans',
    en: 'Own costs fall: chance',
  },
  harmsOnAverage: {
    fi: 'Kotiaika lyhenee keskimäärin: varmuus',
    sv: 'Kortare tid hemma i snitt: säkerhet',
    en: 'Fewer months at home on average: certainty',
  },
  ownHomeMonthsFall: {
    fi: 'Oma kotiaika lyhenee: mahdollisuus',
    sv: 'Egen tid hemma minskar: chans',
    en: 'Own months at home fall: chance',
  },
  ofOneClient: {
    fi: 'Varmuus kertoo, kuinka varmasti toimenpide keskimäärin vaikuttaa näin tällaisilla asiakkailla. Mahdollisuus koskee juuri tätä asiakasta, ja siinä on mukana, ottaako hän toimenpiteen vastaan.',
    sv: 'Säkerhet säger hur säkert åtgärden i snitt verkar så bland sådana klienter. Chans gäller just den här klienten, och i den ingår om hen tackar ja.',
    en: 'Certainty is how surely an offer does so on average among such clients. Chance is of this one client, and whether they take the offer up is part of it.',
  },
  worthIt: { fi: 'Hintansa arvoinen', sv: 'Värd sitt pris', en: 'Worth its price' },
  together: { fi: 'Yhteensä', sv: 'Tillsammans', en: 'Together' },
  drawnByLot: { fi: 'Arvottu', sv: 'Lottad', en: 'By lot' },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  no: { fi: 'ei', sv: 'nej', en: 'no' },
  demonstrationMark: {
    fi: '* perustuu arvoihin, jotka ovat vain havainnollistusta varten',
    sv: '* bygger på värden som endast är avsedda för demonstration',
    en: '* rests on values that are only for demonstration',
  },
  isDemonstration: {
    fi: 'Vain havainnollistusta varten',
    sv: 'Endast för demonstration',
    en: 'Only for demonstration',
  },
  /** `{change}` and `{months}` are estimates with their intervals, `{share}` a probability. */
  horizonLine: {
    fi: '{horizon}, diskonttaus {rate}: kaikki kustannukset {change}, kotikuukausia lisää {months}, säästön todennäköisyys {share}',
    sv: '{horizon}, diskontering {rate}: alla kostnader {change}, fler månader hemma {months}, sannolikhet för besparing {share}',
    en: '{horizon}, discounting {rate}: all costs {change}, more months at home {months}, probability of a saving {share}',
  },
  yearLine: {
    fi: 'Vuosi {year}: toimenpiteet {price}, raskaat palvelut {heavy}, muut palvelut {other}, yhteensä {all}',
    sv: 'År {year}: åtgärder {price}, tunga tjänster {heavy}, andra tjänster {other}, totalt {all}',
    en: 'Year {year}: interventions {price}, heavy services {heavy}, other services {other}, together {all}',
  },
  byYear: {
    fi: 'Vaikutus talousarvioon vuosittain (diskonttaamatta):',
    sv: 'Påverkan på budgeten per år (odiskonterat):',
    en: 'Budget impact by year (undiscounted):',
  },
  byHorizon: { fi: 'Jaksoittain:', sv: 'Per period:', en: 'By horizon:' },
  next: {
    fi: 'Seuraavat {extra} toisivat: kaikki kustannukset {change}, kotikuukausia lisää {months}, säästön todennäköisyys {share}',
    sv: 'Följande {extra} skulle ge: alla kostnader {change}, fler månader hemma {months}, sannolikhet för besparing {share}',
    en: 'The next {extra} would buy: all costs {change}, more months at home {months}, probability of a saving {share}',
  },
  nextNothing: {
    fi: 'Seuraavat {extra} eivät toisi mitään lisää.',
    sv: 'Följande {extra} skulle inte ge något mer.',
    en: 'The next {extra} would buy nothing more.',
  },
  ...turningTexts,
  offers: { fi: 'Tarjottavat toimenpiteet:', sv: 'Åtgärder som erbjuds:', en: 'Interventions to offer:' },
  moreOffers: {
    fi: '{count, plural, one {… ja # toimenpide lisää} other {… ja # toimenpidettä lisää}}',
    sv: '{count, plural, one {… och # åtgärd till} other {… och # åtgärder till}}',
    en: '{count, plural, one {… and # more offer} other {… and # more offers}}',
  },
  leftOut: {
    fi: 'Ketkä jäivät ilman (ehdot täyttävistä, jotka olivat harkittavina):',
    sv: 'Vilka som blev utan (av dem som uppfyller villkoren och kunde komma i fråga):',
    en: 'Who was left out (of those whom the rule fits and who could be considered):',
  },
  leftOutLine: { fi: '{name}: {reasons}', sv: '{name}: {reasons}', en: '{name}: {reasons}' },
  /** In the place of a number of people left out. */
  numberNotShown: { fi: 'määrää ei näytetä', sv: 'antalet visas inte', en: 'the number is not shown' },
  leftOutReasons: {
    'not-worth-it': {
      fi: 'hyöty ei kata hintaa: {figure}',
      sv: 'nyttan täcker inte priset: {figure}',
      en: 'the benefit does not cover the price: {figure}',
    },
    'offered-another': {
      fi: 'tarjotaan muuta: {figure}',
      sv: 'erbjuds något annat: {figure}',
      en: 'offered another: {figure}',
    },
    'no-place': { fi: 'ei paikkaa: {figure}', sv: 'ingen plats: {figure}', en: 'no place: {figure}' },
    'no-budget': {
      fi: 'määräraha ei riittänyt: {figure}',
      sv: 'budgeten räckte inte: {figure}',
      en: 'the budget was not enough: {figure}',
    },
  } satisfies Record<LeftOutReason, Texts>,
  nobodyLeftOut: { fi: 'ei ketään', sv: 'ingen', en: 'nobody' },
  lots: {
    fi: '{count, plural, one {Viimeisistä paikoista arvottiin # samanarvoisen asiakkaan kesken} other {Viimeisistä paikoista arvottiin # samanarvoisen asiakkaan kesken}} (siemenluku {seed}), jotta vaikutus voidaan myöhemmin mitata.',
    sv: '{count, plural, one {De sista platserna lottades bland # likvärdig klient} other {De sista platserna lottades bland # likvärdiga klienter}} (frö {seed}), så att effekten kan mätas senare.',
    en: '{count, plural, one {The last places were drawn by lot among # equal client} other {The last places were drawn by lot among # equal clients}} (seed {seed}), so that the effect can be measured later.',
  },
  notCounted: {
    fi: '{name}: vaikutusta ei ole laskettu mukaan: {endpoints}',
    sv: '{name}: effekten har inte räknats med: {endpoints}',
    en: '{name}: an effect that is not counted: {endpoints}',
  },
  endpoints: {
    'heavy-services': { fi: 'raskaat palvelut', sv: 'tunga tjänster', en: 'heavy services' },
    hospital: { fi: 'sairaalahoito', sv: 'sjukhusvård', en: 'hospital care' },
    death: { fi: 'kuolema', sv: 'död', en: 'death' },
    falls: { fi: 'kaatumiset', sv: 'fallolyckor', en: 'falls' },
    'total-cost': { fi: 'kokonaiskustannukset', sv: 'totala kostnader', en: 'total cost' },
  } satisfies Record<Endpoint, Texts>,
  grades: {
    high: { fi: 'vahva', sv: 'stark', en: 'high' },
    moderate: { fi: 'kohtalainen', sv: 'måttlig', en: 'moderate' },
    low: { fi: 'heikko', sv: 'svag', en: 'low' },
    'very-low': { fi: 'hyvin heikko', sv: 'mycket svag', en: 'very low' },
  } satisfies Record<Intervention['evidenceGrade'], Texts>,
  /** `{money}` and `{months}` are Monte-Carlo errors, `{gap}` a share. */
  sureness: {
    fi: '{draws} simulointia; keskiarvojen simulointivirhe {money} ja {months} kk; enintään {gap} huonompi kuin paras mahdollinen',
    sv: '{draws} simuleringar; medelvärdenas simuleringsfel {money} och {months} mån.; högst {gap} sämre än det bästa möjliga',
    en: '{draws} draws; Monte-Carlo error of the means {money} and {months} months; at most {gap} worse than the best there is',
  },
  /** `{all}` and `{figure}` are estimates with their errors, `{name}` a parameter. */
  information: {
    fi: 'Jos kaikki tiedettäisiin varmasti ennen kuin päätetään, mitkä toimenpiteet ovat käytössä, se olisi {all} arvoista; eniten kannattaisi tietää: {name} ({figure}).',
    sv: 'Att veta allt säkert innan man beslutar vilka åtgärder som används vore värt {all}; mest värt att veta: {name} ({figure}).',
    en: 'Knowing everything for certain before deciding which interventions to have would be worth {all}; most worth knowing: {name} ({figure}).',
  },
  /** `{name}` is an intervention, `{people}` and `{figures}` lists of the same length. */
  lotsWorth: {
    fi: 'Arvonnasta oppisi: kun toimenpidettä {name} tarjotaan arvotuille {people} asiakkaalle, yhtä moni jää ilman ja kumpiakin seurataan {months} kuukautta, opittu olisi seuraavalle samanlaiselle päätökselle samassa järjestyksessä {figures} arvoista.',
    sv: 'Lottning lär: när {name} erbjuds {people} lottade klienter, lika många blir utan och båda följs i {months} månader, är det man lär sig i samma ordning värt {figures} för nästa likadana beslut.',
    en: 'Lots would teach: where {name} is offered to {people} clients drawn by lot, as many go without and both are followed for {months} months, what is learnt would be worth, in the same order, {figures} to the next decision like this.',
  },
  limits: {
    fi: 'Ei laskettu: muut palvelut raskaiden palvelujen aikana, omaisten aika, asiakasmaksut. Viime vuoden kustannusten oletetaan jatkuvan kotona keskiarvoa kohti korjattuina.',
    sv: 'Inte medräknat: andra tjänster under tunga tjänster, anhörigas tid, klientavgifter. Fjolårets kostnader antas fortsätta hemma, justerade mot medelvärdet.',
    en: 'Not counted: other services while in heavy services, carers’ time, client fees. Last year’s costs are taken to go on at home, drawn back towards the mean.',
  },
  drawsBehind: { fi: '{figure} simulointia', sv: '{figure} simuleringar', en: '{figure} draws' },
  onlyDemonstration: {
    fi: 'VAIN HAVAINNOLLISTUS: osa arvoista ei ole mistään lähteestä',
    sv: 'ENDAST DEMONSTRATION: en del värden kommer inte från någon källa',
    en: 'ONLY A DEMONSTRATION: some values are from no source',
  },
  pictures: {
    plane: {
      title: {
        fi: 'Suunnitelma verrattuna nykytilaan',
        sv: 'Planen jämfört med nuläget',
        en: 'The plan beside the present state',
      },
      x: { fi: 'Lisää vuosia kotona', sv: 'Fler år hemma', en: 'More years at home' },
      y: { fi: 'Lisäkustannus, €', sv: 'Merkostnad, €', en: 'Additional cost, €' },
      description: {
        fi: 'Jokainen piste on yksi simulointi; suuri piste on keskiarvo. Vaaka-akselin alapuolella säästyy rahaa, pystyakselin oikealla puolella eletään enemmän kotona.',
        sv: 'Varje punkt är en simulering; den stora punkten är medelvärdet. Under den vågräta axeln sparas pengar, till höger om den lodräta blir det mer tid hemma.',
        en: 'Each point is one draw; the large point is the mean. Below the horizontal axis money is saved, to the right of the vertical one there is more time at home.',
      },
    },
    acceptability: {
      title: {
        fi: 'Hyväksyttävyyskäyrät ja hyväksyttävyysraja',
        sv: 'Acceptanskurvor och acceptansgräns',
        en: 'Acceptability curves and frontier',
      },
      x: {
        fi: 'Kotona eletyn vuoden arvo, €',
        sv: 'Värdet av ett år hemma, €',
        en: 'Worth of a year at home, €',
      },
      y: {
        fi: 'Todennäköisyys, että nettohyöty on suurin',
        sv: 'Sannolikhet för den största nettonyttan',
        en: 'Probability of the greatest net benefit',
      },
      description: {
        fi: 'Käyrä vaihtoehtoa kohti: osuus simuloinneista, joissa sen nettohyöty on suurin. Leveä viiva on hyväksyttävyysraja.',
        sv: 'En kurva per alternativ: andelen simuleringar där dess nettonytta är störst. Den breda linjen är acceptansgränsen.',
        en: 'A curve for each strategy: the share of draws in which its net benefit is greatest. The broad line is the frontier.',
      },
    },
    expectedLoss: {
      title: { fi: 'Odotettu menetys', sv: 'Förväntad förlust', en: 'Expected loss' },
      x: {
        fi: 'Kotona eletyn vuoden arvo, €',
        sv: 'Värdet av ett år hemma, €',
        en: 'Worth of a year at home, €',
      },
      y: { fi: 'Odotettu menetys, €', sv: 'Förväntad förlust, €', en: 'Expected loss, €' },
      description: {
        fi: 'Käyrä vaihtoehtoa kohti: odotettu nettohyöty, joka menetetään valitsemalla se. Leveä viiva on täydellisen tiedon arvo.',
        sv: 'En kurva per alternativ: förväntad nettonytta som går förlorad om det väljs. Den breda linjen är värdet av perfekt information.',
        en: 'A curve for each strategy: the expected net benefit forgone by choosing it. The broad line is the value of perfect information.',
      },
    },
    tornado: {
      title: {
        fi: 'Mikä vaikuttaa eniten: yksi oletus kerrallaan 95 %:n välinsä ala- ja ylärajalla',
        sv: 'Vad som påverkar mest: ett antagande i taget vid nedre och övre gränsen av sitt 95-procentsintervall',
        en: 'What matters most: one assumption at a time at the ends of its 95 % interval',
      },
      x: { fi: 'Suunnitelman nettohyöty, €', sv: 'Planens nettonytta, €', en: 'The plan’s net benefit, €' },
      y: { fi: 'Oletus', sv: 'Antagande', en: 'Assumption' },
      description: {
        fi: 'Palkki oletusta kohti, levein ylinnä: suunnitelman nettohyöty, kun oletus on välinsä alapäässä (sininen) tai yläpäässä (oranssi).',
        sv: 'En stapel per antagande, den bredaste överst: planens nettonytta när antagandet är i intervallets nedre (blå) eller övre ände (orange).',
        en: 'A bar for each assumption, the widest on top: the plan’s net benefit with the assumption at the lower (blue) or upper end (orange) of its interval.',
      },
    },
    budget: {
      title: {
        fi: 'Vaikutus talousarvioon vuosittain',
        sv: 'Påverkan på budgeten per år',
        en: 'Budget impact by year',
      },
      x: { fi: 'Vuosi arviosta', sv: 'År efter uppskattningen', en: 'Year after the estimate' },
      y: { fi: 'Muutos, €', sv: 'Förändring, €', en: 'Change, €' },
      description: {
        fi: 'Pylväät nollan yläpuolella ovat lisäkustannuksia, alapuolella säästöjä; vinoneliö on yhteissumma ja viiva sen 95 %:n väli.',
        sv: 'Staplar över noll är merkostnader, under noll besparingar; romben är summan och linjen dess 95-procentsintervall.',
        en: 'Bars above zero are additional costs, below it savings; the diamond is the sum and the line its 95 % interval.',
      },
    },
  },
  wholeCounty: { fi: 'koko alue', sv: 'hela området', en: 'the whole county' },
  strategies: {
    none: { fi: 'nykytila', sv: 'nuläget', en: 'the present state' },
    plan: { fi: 'suunnitelma', sv: 'planen', en: 'the plan' },
    part: { fi: 'osa suunnitelmasta', sv: 'en del av planen', en: 'a part of the plan' },
    only: { fi: 'vain {name}', sv: 'endast {name}', en: '{name} alone' },
  },
  /** By the last part of a parameter's id. */
  parameters: {
    day: { fi: 'raskaan palvelun päivähinta', sv: 'dygnspriset i tung tjänst', en: 'a day of heavy service' },
    stay: {
      fi: 'aika raskaassa palvelussa',
      sv: 'tiden i tung tjänst',
      en: 'length of stay in heavy service',
    },
    outcome: {
      fi: 'vaikutus raskaisiin palveluihin',
      sv: 'effekt på tunga tjänster',
      en: 'effect on heavy services',
    },
    death: { fi: 'vaikutus kuolemaan', sv: 'effekt på död', en: 'effect on death' },
    hospital: { fi: 'vaikutus sairaalahoitoon', sv: 'effekt på sjukhusvård', en: 'effect on hospital care' },
    totalCost: {
      fi: 'vaikutus kokonaiskustannuksiin',
      sv: 'effekt på totala kostnader',
      en: 'effect on total cost',
    },
    fixedCents: { fi: 'kertahinta', sv: 'engångspris', en: 'price once' },
    monthlyCents: { fi: 'kuukausihinta', sv: 'månadspris', en: 'price a month' },
    uptakeShare: { fi: 'vastaanottajien osuus', sv: 'andelen som tackar ja', en: 'uptake' },
  },
  peopleDecide: {
    fi: 'Ammattilainen päättää: suunnitelma ei myönnä eikä epää palvelua.',
    sv: 'En yrkesperson beslutar: planen varken beviljar eller nekar en tjänst.',
    en: 'A professional decides: a plan never grants or denies a service.',
  },
  /** Keys of `Plan.notes`. */
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
    'effects-updated': {
      fi: 'Ainakin yhden toimenpiteen vaikutusta on tarkennettu oman alueen arvotuilla paikoilla; luvut ovat suunnitelman parametreissa.',
      sv: 'Effekten av minst en åtgärd har preciserats med platser som lottats i det egna området; siffrorna finns bland planens parametrar.',
      en: 'The effect of at least one intervention has been updated by places drawn by lot in this county; the figures are among the plan’s parameters.',
    },
    ...modelStandingNotes,
    'legal-basis-unconfirmed': {
      fi: 'Rekisterinpitäjä ei ole vahvistanut oikeusperusteita.',
      sv: 'Den personuppgiftsansvarige har inte bekräftat de rättsliga grunderna.',
      en: 'The controller has not confirmed the legal bases.',
    },
    'demonstration-values': {
      fi: 'VAIN HAVAINNOLLISTUS: osa hinnoista ja vaikutuksista ei ole mistään lähteestä. Hyvinvointialue antaa omansa ennen kuin suunnitelmaa käytetään.',
      sv: 'ENDAST DEMONSTRATION: en del priser och effekter kommer inte från någon källa. Välfärdsområdet anger sina egna innan planen används.',
      en: 'ONLY A DEMONSTRATION: some prices and effects are from no source. The county enters its own before a plan is used.',
    },
    'last-years-cost-unknown': {
      fi: 'Osan asiakkaista viime vuoden kustannusta ei tunneta; sitä ei ole laskettu mukaan.',
      sv: 'En del klienters kostnad för det senaste året är inte känd; den har inte räknats med.',
      en: 'Last year’s cost of some clients is not known; it is not counted.',
    },
    'nothing-worth-it': {
      fi: 'Minkään toimenpiteen hyöty ei kata sen hintaa kenenkään kohdalla näillä arvoilla, tai määrärahaa tai paikkoja ei ole.',
      sv: 'Nyttan av åtgärderna täcker inte priset för någon med dessa värden, eller så saknas budget eller platser.',
      en: 'No intervention is worth its price for anybody at these values, or there is no money or no place.',
    },
  } satisfies Record<Plan['notes'][number], Texts>,
} as const;

import type { CheckUpPlan } from '../schemas/check-up-plan.ts';
import type { Texts } from '../schemas/fields.ts';

/** What is said of a plan of check-ups, in ICU MessageFormat, as in `texts`: what it costs and reaches, no savings. */
export const checkUpTexts = {
  title: {
    fi: 'Kenelle tarjotaan tarkistuskäyntiä: säännöllisiä palveluja vailla olevat',
    sv: 'Vem som erbjuds en kontroll: personer utan regelbunden service',
    en: 'Who is offered a check-up: people without regular service',
  },
  intervention: { fi: 'Tarjotaan: {name}', sv: 'Erbjuds: {name}', en: 'Offered: {name}' },
  /** `{price}` and `{share}` are estimates with their intervals. */
  price: {
    fi: 'Hinta vastaanottajaa kohti {price}, vuoden {year} hinnoin; tarjouksen ottaa vastaan {share}',
    sv: 'Pris per person som tackar ja {price}, i {year} års priser; {share} tackar ja',
    en: 'Price for each who takes it up {price}, in prices of {year}; {share} take it up',
  },
  demonstrationPrice: {
    fi: 'Hinta ja vastaanottajien osuus ovat havainnollistavia: ne eivät ole mistään lähteestä.',
    sv: 'Priset och andelen som tackar ja är till för demonstration: de kommer inte från någon källa.',
    en: 'The price and the share who take it up are for demonstration: they are from no source.',
  },
  cost: { fi: 'Kustannus', sv: 'Kostnad', en: 'Cost' },
  costLine: {
    fi: 'Määräraha {budget}, josta suunnitellaan käytettäväksi {planned} (95 %: {cents}); jos kaikki ottavat tarjouksen vastaan, {all}. Määräraha ylittyy todennäköisyydellä {share}.',
    sv: 'Budgeten är {budget}, varav {planned} planeras användas (95 %: {cents}); om alla tackar ja, {all}. Sannolikheten att budgeten överskrids är {share}.',
    en: 'The budget is {budget}, of which {planned} are planned (95%: {cents}); if everybody takes it up, {all}. The budget is exceeded with a probability of {share}.',
  },
  reach: { fi: 'Ketkä tavoitetaan', sv: 'Vilka som nås', en: 'Reach' },
  reachLine: {
    fi: 'Tarjotaan {offered, plural, one {# henkilölle} other {# henkilölle}}{places}; vastaanottajia arviolta {takers} (95 %: {lower} – {upper}).',
    sv: 'Erbjuds {offered, plural, one {# person} other {# personer}}{places}; omkring {takers} väntas tacka ja (95 %: {lower} – {upper}).',
    en: 'Offered to {offered, plural, one {# person} other {# people}}{places}; about {takers} are expected to take it up (95%: {lower} – {upper}).',
  },
  /** After the number of offers; begins with a comma. */
  ofPlaces: { fi: ', paikkoja {places}', sv: ', platser: {places}', en: ', places: {places}' },
  starts: {
    fi: 'Odotettavissa olevat aloitukset',
    sv: 'Väntade inledningar',
    en: 'Expected starts',
  },
  startsLine: {
    fi: '{outcome} {months} kuukauden kuluessa, jos mikään ei muutu: niistä, joille tarjotaan, arviolta {people}',
    sv: '{outcome} inom {months} månader om inget ändras: av dem som erbjuds omkring {people}',
    en: '{outcome} within {months} months if nothing changes: of those offered, about {people}',
  },
  offers: {
    fi: 'Kenelle tarjotaan, vahvin syy ensin:',
    sv: 'Vem som erbjuds, den starkaste orsaken först:',
    en: 'Who is offered it, the strongest reason first:',
  },
  lots: {
    fi: 'Viimeiset paikat arvottiin yhtä vahvojen kesken: {drawn} arvottiin mukaan, {without} jäi ilman. Näin voidaan myöhemmin mitata, mitä tarkistuskäynnit löytävät.',
    sv: 'De sista platserna lottades bland lika starka: {drawn} fick en plats, {without} blev utan. Så kan man senare mäta vad kontrollerna hittar.',
    en: 'Lots were drawn for the last places among the equally strong: {drawn} drew a place, {without} did not. So it can be measured later what check-ups find.',
  },
  peopleDecide: {
    fi: 'Ammattilainen päättää: suunnitelma ei myönnä eikä epää palvelua.',
    sv: 'En yrkesperson beslutar: planen varken beviljar eller nekar en tjänst.',
    en: 'A professional decides: a plan never grants or denies a service.',
  },
  notes: {
    'tells-no-savings': {
      fi: 'Suunnitelma ei kerro säästöistä: tarkistuskäynnin vaikutusta raskaisiin palveluihin ei tunneta eikä lasketa. Se kertoo, mitä käynnit maksavat, ketkä ne tavoittavat ja kuinka moni heistä arvion mukaan tarvitsisi raskaita palveluja muutenkin.',
      sv: 'Planen säger inget om besparingar: kontrollens effekt på tunga tjänster är inte känd och räknas inte. Den säger vad besöken kostar, vilka de når och hur många av dem som enligt uppskattningen behöver tunga tjänster i alla fall.',
      en: 'The plan tells of no savings: what a check-up does to heavy services is not known and not counted. It tells what the visits cost, whom they reach, and how many of those are expected to need heavy services anyway.',
    },
    'demonstration-values': {
      fi: 'VAIN HAVAINNOLLISTUS: osa arvoista ei ole mistään lähteestä. Hyvinvointialue antaa omansa ennen kuin suunnitelmaa käytetään.',
      sv: 'ENDAST DEMONSTRATION: en del värden kommer inte från någon källa. Välfärdsområdet anger sina egna innan planen används.',
      en: 'ONLY A DEMONSTRATION: some values are from no source. The county enters its own before a plan is used.',
    },
    'too-few-to-show': {
      fi: 'Kysymykseen sopivia löydettyjä on liian vähän (alle viisi), joten ketään ei näytetä. Laajenna kysymystä.',
      sv: 'För få av de funna (färre än fem) motsvarar frågan, därför visas ingen. Bredda frågan.',
      en: 'Too few of those found (fewer than five) fit the question, so nobody is shown. Widen the question.',
    },
    'nobody-offered': {
      fi: 'Kenellekään ei tarjota: määrärahaa tai paikkoja ei ole, tai toimenpiteen ehdot eivät sovi kehenkään.',
      sv: 'Ingen erbjuds: budget eller platser saknas, eller åtgärdens villkor passar ingen.',
      en: 'Nobody is offered it: there is no money or no place, or its rule fits nobody.',
    },
    'starts-not-told': {
      fi: 'Odotettavissa olevia aloituksia ei kerrota: niitä, joille tarjotaan, on alle viisi, tai kaikille ei ole saman päivän arviota samoista tietolähteistä.',
      sv: 'Väntade inledningar anges inte: färre än fem erbjuds, eller så har inte alla en uppskattning från samma dag och samma datakällor.',
      en: 'Expected starts are not told: fewer than five are offered it, or not everybody has an estimate of the same day from the same data sources.',
    },
  } satisfies Record<CheckUpPlan['notes'][number], Texts>,
} as const;

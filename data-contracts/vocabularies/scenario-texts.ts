import type { Texts } from '../schemas/fields.ts';
import type { ScenarioId } from '../schemas/plan.ts';

/** The same offers where one assumption is another. */
export const scenarioTexts = {
  /** Above the table. */
  scenarios: {
    fi: 'Samat tarjoukset, kun yksi oletus on toinen:',
    sv: 'Samma erbjudanden när ett antagande är ett annat:',
    en: 'The same offers where one assumption is another:',
  },
  scenario: { fi: 'Oletus', sv: 'Antagande', en: 'Assumption' },
  netBenefit: { fi: 'Nettohyöty', sv: 'Nettonytta', en: 'Net benefit' },
  worthIt: {
    fi: 'Kannattavuuden todennäköisyys',
    sv: 'Sannolikhet att det lönar sig',
    en: 'Probability that it is worth it',
  },
  /** The head of a column that says what the assumption turns. */
  turns: { fi: 'Kääntää', sv: 'Vänder', en: 'Turns' },
  turnsWhat: {
    saving: { fi: 'säästön', sv: 'besparingen', en: 'the saving' },
    worth: { fi: 'nettohyödyn', sv: 'nettonyttan', en: 'the net benefit' },
    nothing: { fi: '–', sv: '–', en: '–' },
  },
  scenarioNames: {
    'as-planned': { fi: 'suunnitelman oletukset', sv: 'planens antaganden', en: 'as planned' },
    'stay-shorter': {
      fi: 'aika raskaassa palvelussa 25 % lyhyempi',
      sv: 'tiden i tung tjänst 25 % kortare',
      en: 'stays in heavy service 25 % shorter',
    },
    'effects-halved': {
      fi: 'kaikki vaikutukset puolet',
      sv: 'alla effekter hälften',
      en: 'all effects halved',
    },
    'risk-lower': {
      fi: 'raskaiden palvelujen riski × 0,8',
      sv: 'risken för tunga tjänster × 0,8',
      en: 'risk of heavy services × 0.8',
    },
    'horizon-60': { fi: '60 kuukautta **', sv: '60 månader **', en: '60 months **' },
    'horizon-120': { fi: '120 kuukautta **', sv: '120 månader **', en: '120 months **' },
    'other-services-left-out': {
      fi: 'muita palveluja kotona ei lasketa',
      sv: 'andra tjänster hemma räknas inte',
      en: 'other services at home not counted',
    },
  } satisfies Record<ScenarioId, Texts>,
  /** Under the table; `{months}` is how far the model foresees. */
  extrapolated: {
    fi: '** Malli näkee {months} kuukautta. Sen jälkeen viimeisen vuoden riskien, kotona asumisen kustannusten ja jäljellä olevien vaikutusten oletetaan jatkuvan; vaikutus, jolle ei ole puoliintumisaikaa, jatkuu täytenä.',
    sv: '** Modellen ser {months} månader framåt. Därefter antas det sista årets risker, kostnaderna hemma och det som är kvar av effekterna fortsätta; en effekt utan halveringstid fortsätter oförminskad.',
    en: '** The model foresees {months} months. After that the last year’s risks, the costs at home and what is left of effects are taken to go on; an effect without a half-life goes on in full.',
  },
  /** `{names}` are scenarios. */
  turnSaving: {
    fi: 'Suunnitelman säästön kääntää: {names}.',
    sv: 'Planens besparing vänds av: {names}.',
    en: 'The plan’s saving is turned by: {names}.',
  },
  turnWorth: {
    fi: 'Suunnitelman nettohyödyn kääntää: {names}.',
    sv: 'Planens nettonytta vänds av: {names}.',
    en: 'The plan’s net benefit is turned by: {names}.',
  },
  turnNothing: {
    fi: 'Mikään näistä oletuksista ei käännä suunnitelman säästöä eikä nettohyötyä.',
    sv: 'Inget av dessa antaganden vänder planens besparing eller nettonytta.',
    en: 'None of these assumptions turns the plan’s saving or its net benefit.',
  },
  /** `{share}` of the price of heavy service. */
  fees: {
    fi: 'Asiakasmaksuja ei ole laskettu: jos ne kattavat yli {share} raskaan palvelun hinnasta, säästöä ei jää.',
    sv: 'Klientavgifter är inte medräknade: om de täcker mer än {share} av priset på tung tjänst finns ingen besparing kvar.',
    en: 'Client fees are not counted: where they cover more than {share} of the price of heavy service, no saving is left.',
  },
  notScenarios: {
    fi: 'Ei oletuksina: omaisten aika, asumisen kustannukset ja muut maksajat, koska niitä ei mallinneta.',
    sv: 'Inte bland antagandena: anhörigas tid, boendekostnader och andra betalare, eftersom de inte modelleras.',
    en: 'Not among the assumptions: carers’ time, costs of housing and other payers, as they are not modelled.',
  },
} as const;

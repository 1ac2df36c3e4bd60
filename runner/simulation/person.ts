import { contacts, population, recording } from './assumptions.ts';
import { monthStart, periodMonths } from './calendar.ts';
import type { Life } from './life.ts';
import { careLevel, type LifeState } from './life-state.ts';
import { bitOf } from './month-of-life.ts';
import { RandomStream } from './random-stream.ts';
import { homeOf, type ServiceLanguage } from './where-people-live.ts';

/** One month of a life as registers may see it. */
export interface SeenMonth {
  readonly month: number;
  readonly year: number;
  /** First day, and the first day of the next month, of death or of moving out. */
  readonly from: number;
  readonly until: number;
  readonly before: LifeState;
  readonly after: LifeState;
  readonly happened: number;
  readonly municipality: string;
  /** Day on which 24-hour care began: in this month, earlier (then `from`), or absent. */
  readonly inCareFrom?: number;
}

/** What is fixed about a person besides the life: place, language and habits that shape what is recorded. */
export interface Person {
  readonly life: Life;
  readonly serviceLanguage: ServiceLanguage;
  readonly months: readonly SeenMonth[];
  readonly primaryHabit: number;
  readonly emergencyHabit: number;
  readonly avoids: boolean;
  readonly isWillingToDayActivities: boolean;
  /** The day on which communal housing began, and its month. */
  readonly communalHousing: { readonly startedOn: number; readonly month: SeenMonth } | undefined;
  readonly isCarerKnown: boolean;
  readonly isLivingAloneKnown: boolean;
}

export function personOf(seed: number, life: Life): Person {
  const random = new RandomStream(seed, life.clientNumber, 1);
  const avoids = life.states[0]!.avoids === 1;
  const { municipality, serviceLanguage } = homeOf(avoids, random);
  const months = monthsOf(life, municipality, random);
  return {
    life,
    serviceLanguage,
    months,
    avoids,
    primaryHabit: (avoids ? contacts.avoiderFactor : 1) * random.spread(contacts.habitSpread.primary),
    emergencyHabit: random.spread(contacts.habitSpread.emergency),
    isCarerKnown: random.chance(recording.carerKnownShare),
    isLivingAloneKnown: !random.chance(recording.livesAloneUnknownShare),
    isWillingToDayActivities: random.chance(contacts.dayActivitiesShare),
    communalHousing: random.chance(contacts.communalHousingShare) ? housingBegin(months, random) : undefined,
  };
}

/** With the first month of regular home care, which is given there too. */
function housingBegin(months: readonly SeenMonth[], random: RandomStream): Person['communalHousing'] {
  const month = months.find(({ before }) => isInRegularCare(before.care));
  return month && { month, startedOn: random.whole(month.from, month.until - 1) };
}

export const isInRegularCare = (care: number) => care === careLevel.regular || care === careLevel.intensive;

/** Day activities are for clients at home, and give informal carers a day's rest. */
export const hasDayActivities = (person: Person, { before: { care, hasCarer } }: SeenMonth): boolean =>
  person.isWillingToDayActivities &&
  care !== careLevel.roundTheClock &&
  (care !== careLevel.none || hasCarer === 1);

/** The months with their municipality; a person moves within the county at most once. */
function monthsOf(life: Life, home: string, random: RandomStream): SeenMonth[] {
  const monthsToMove = Math.floor((-Math.log(1 - random.share()) * 12) / population.movesWithinPerYear);
  const next = homeOf(life.states[0]!.avoids === 1, random).municipality;
  return life.happened.map((happened, index) => {
    const month = life.firstMonth + index;
    const from = monthStart(month);
    const until = Math.min(monthStart(month + 1), life.endDay);
    const before = life.states[index]!;
    return {
      month,
      year: 2018 + Math.floor(month / 12),
      from,
      until,
      before,
      after: life.states[index + 1]!,
      happened,
      municipality: index >= monthsToMove ? next : home,
      inCareFrom: careBegin(happened, before, from, until, random),
    };
  });
}

function careBegin(happened: number, before: LifeState, from: number, until: number, random: RandomStream) {
  if (before.care === careLevel.roundTheClock) return from;
  return happened & bitOf.entersCare ? random.whole(from + 2, until - 1) : undefined;
}

/** Last day of the simulated period for this person on which something can be seen. */
export const lastSeenDay = (life: Life): number => Math.min(life.endDay, monthStart(periodMonths)) - 1;

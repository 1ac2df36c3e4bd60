import { contacts, diagnoses, population, recording } from './assumptions.ts';
import { monthStart, periodMonths } from './calendar.ts';
import type { Life } from './life.ts';
import { careLevel, type LifeState } from './life-state.ts';
import { bitOf } from './month-of-life.ts';
import { RandomStream } from './random-stream.ts';

export type ServiceLanguage = 'fi' | 'sv' | 'other';

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
  readonly isMemoryEverDiagnosed: boolean;
  readonly isCarerKnown: boolean;
  readonly isLivingAloneKnown: boolean;
}

const municipalityCodes = Object.keys(
  population.municipalities,
) as (keyof typeof population.municipalities)[];
const peopleShares = municipalityCodes.map((code) => population.municipalities[code].peopleShare);

export function personOf(seed: number, life: Life): Person {
  const random = new RandomStream(seed, life.clientNumber, 1);
  const home = municipalityCodes[random.level(peopleShares)]!;
  const avoids = random.chance(contacts.avoidsServicesShare);
  const avoidance = avoids ? contacts.avoiderFactor : 1;
  return {
    life,
    serviceLanguage: languageIn(home, random),
    months: monthsOf(life, home, random),
    primaryHabit: avoidance * random.spread(contacts.habitSpread.primary),
    emergencyHabit: random.spread(contacts.habitSpread.emergency),
    isMemoryEverDiagnosed: !avoids && !random.chance(diagnoses.memoryNeverShare),
    isCarerKnown: random.chance(recording.carerKnownShare),
    isLivingAloneKnown: !random.chance(recording.livesAloneUnknownShare),
  };
}

function languageIn(home: keyof typeof population.municipalities, random: RandomStream): ServiceLanguage {
  if (random.chance(population.otherLanguageShare)) return 'other';
  return random.chance(population.municipalities[home].swedishShare) ? 'sv' : 'fi';
}

/** The months with their municipality; a person moves within the county at most once. */
function monthsOf(life: Life, home: string, random: RandomStream): SeenMonth[] {
  const monthsToMove = Math.floor((-Math.log(1 - random.share()) * 12) / population.movesWithinPerYear);
  const next = municipalityCodes[random.level(peopleShares)]!;
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

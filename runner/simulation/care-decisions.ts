import type { DecisionTypeCode } from '../../data-contracts/vocabularies/decision-types.ts';
import { decisions } from './assumptions.ts';
import { isoDay, lastDay } from './calendar.ts';
import { type ClientRows, recordedAfter } from './client-rows.ts';
import { careLevel } from './life-state.ts';
import { bitOf } from './month-of-life.ts';
import { lastSeenDay, type Person, type SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';

/** Social-care decisions: what was granted as care changed, and what was asked for and denied. */
export function writeDecisions(person: Person, rows: ClientRows, random: RandomStream): void {
  const granted = (days: Spell, type: DecisionTypeCode) => writeDecision(days, type, 'granted', rows, random);
  writeSpells(
    person,
    ({ before }) => isSupport(before.care),
    random,
    (days) => granted(days, 'support-services'),
  );
  writeSpells(
    person,
    ({ before }) => isRegular(before.care),
    random,
    (days) => granted(days, 'regular-home-care'),
  );
  writeSpells(
    person,
    ({ before }) => before.hasCarer === 1,
    random,
    (days) => {
      const isGranted = random.chance(decisions.informalCareSupportShare);
      if (isGranted) granted(days, 'informal-care-support');
    },
  );
  for (const month of person.months) writeMonthlyDecisions(month, rows, random);
}

const isSupport = (care: number) => care === careLevel.support;
const isRegular = (care: number) => care === careLevel.regular || care === careLevel.intensive;
const isRising = bitOf.careUp | bitOf.straightToRegular | bitOf.entersCare;

interface Spell {
  readonly fromDay: number;
  /** Absent: it still goes on at the end of the period. */
  readonly toDay?: number;
}

/** Each run of months in which something holds; one that holds from the first month began earlier. */
function writeSpells(
  person: Person,
  holds: (month: SeenMonth) => boolean,
  random: RandomStream,
  write: (days: Spell) => void,
): void {
  let fromDay: number | undefined;
  for (const month of person.months) {
    if (holds(month)) {
      fromDay ??= month === person.months[0] ? month.from - random.whole(20, 700) : month.from;
    } else if (fromDay !== undefined) {
      write({ fromDay, toDay: month.from - 1 });
      fromDay = undefined;
    }
  }
  if (fromDay === undefined) return;
  const last = lastSeenDay(person.life);
  write({ fromDay, toDay: last < lastDay ? last : undefined });
}

function writeMonthlyDecisions(month: SeenMonth, rows: ClientRows, random: RandomStream): void {
  const { frailty, care } = month.before;
  if (care === careLevel.roundTheClock) return;
  const fromDay = random.whole(month.from, (month.inCareFrom ?? month.until) - 1);
  const isAssessed =
    month.happened & isRising || random.chance(decisions.needAssessmentPerYearByFrailty[frailty]! / 12);
  if (isAssessed) writeDecision({ fromDay }, 'service-need-assessment', 'granted', rows, random);
  if (month.inCareFrom !== undefined) {
    writeDecision({ fromDay }, '24-hour-service-housing', 'granted', rows, random);
  }
  const isDenied = random.chance(decisions.deniedPerYearByFrailty[frailty]! / 12);
  if (isDenied) writeDecision({ fromDay }, askedFor(care), 'denied', rows, random);
}

const askedFor = (care: number): DecisionTypeCode =>
  (['support-services', 'regular-home-care', 'communal-housing', '24-hour-service-housing'] as const)[care]!;

/** Delivered open, and again with its end. */
function writeDecision(
  { fromDay, toDay }: Spell,
  type: DecisionTypeCode,
  outcome: 'granted' | 'denied',
  rows: ClientRows,
  random: RandomStream,
): void {
  const head = `${rows.nextId('s')},${type},${outcome},${isoDay(fromDay)},${isoDay(fromDay)}`;
  const fields = (to: string) => `${head},${to},social-care`;
  const opened = { recordedDay: recordedAfter(fromDay, 10, random), fields: fields('') };
  const closed =
    toDay === undefined
      ? undefined
      : { recordedDay: recordedAfter(toDay, 20, random), fields: fields(isoDay(toDay)) };
  rows.addSpell('social-care-decisions', opened, closed);
}

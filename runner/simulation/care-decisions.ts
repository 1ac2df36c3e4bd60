import type { DecisionTypeCode } from '../../data-contracts/vocabularies/national-codes/index.ts';
import { decisions } from './assumptions.ts';
import { lastDay } from './calendar.ts';
import type { ClientRows } from './client-rows.ts';
import { type Spell, writeDecision } from './decision-rows.ts';
import { careLevel } from './life-state.ts';
import { hasDayActivities, isInRegularCare, lastSeenDay, type Person, type SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';
import { writeRequests } from './requests-for-care.ts';
import { lastDayFrom } from './stays.ts';

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
    ({ before }) => isInRegularCare(before.care),
    random,
    (days) => granted(days, 'regular-home-care'),
  );
  writeSpells(
    person,
    ({ before }) => before.hasCarer === 1,
    random,
    (days) => {
      const asks = person.avoids ? decisions.avoiderFactor : 1;
      const isGranted = random.chance(asks * decisions.informalCareSupportShare);
      if (isGranted) granted(days, 'informal-care-support');
    },
  );
  writeSpells(
    person,
    (month) => hasDayActivities(person, month),
    random,
    (days) => granted(days, 'day-activities'),
  );
  writeCommunalHousing(person, granted);
  for (const month of person.months) writeRequests(month, rows, random);
}

const isSupport = (care: number) => care === careLevel.support;

/** The decision on communal housing holds as long as somebody lives there. */
function writeCommunalHousing(person: Person, granted: (days: Spell, type: DecisionTypeCode) => void): void {
  if (!person.communalHousing) return;
  const { startedOn: fromDay } = person.communalHousing;
  const end = lastDayFrom(person, fromDay);
  granted({ fromDay, toDay: end <= lastDay ? end : undefined }, 'communal-housing');
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

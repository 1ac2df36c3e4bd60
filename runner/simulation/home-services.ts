import { contacts } from './assumptions.ts';
import { firstYear } from './calendar.ts';
import { type ClientRows, recordedAfter, type ServiceEventDraft } from './client-rows.ts';
import { careLevel } from './life-state.ts';
import { bitOf } from './month-of-life.ts';
import type { Person, SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';

/** Home care, home nursing, day activities and therapy: one row for a month of contacts. */
export function writeHomeServices(person: Person, rows: ClientRows, random: RandomStream): void {
  const goesToDayActivities = random.chance(contacts.dayActivitiesShare);
  for (const month of person.months) {
    const until = (month.inCareFrom ?? month.until) - 1;
    if (month.happened & bitOf.hospitalStay) writeTherapy(month, rows, random);
    if (until < month.from) continue;
    writeHomeCare(month, until, rows, random);
    writeHomeNursing(month, until, rows, random);
    if (goesToDayActivities && month.before.care > careLevel.none) {
      writeMonth(month, until, random.whole(3, 9), dayActivities(month), rows, random);
    }
  }
}

type MonthOfContacts = Omit<ServiceEventDraft, 'eventId' | 'startedOn' | 'endedOn' | 'contacts'>;

function writeHomeCare(month: SeenMonth, until: number, rows: ClientRows, random: RandomStream): void {
  const { care, frailty } = month.before;
  if (care === careLevel.none) return;
  const visits =
    contacts.homeCareVisitsPerMonth[care]! *
    contacts.homeCareFactorByFrailty[frailty]! *
    random.spread(contacts.homeCareSpread) *
    ((until - month.from + 1) / 30.4);
  const isSupport = care === careLevel.support;
  const how = month.year === firstYear ? { serviceArea: '7' } : { serviceForm: isSupport ? 'T42' : 'T40' };
  const unit = `${isSupport ? 'support-services' : 'home-care'}-${month.municipality}`;
  const draft = { ...how, contactType: 'R20', unit, dataSource: 'social-care' } as const;
  writeMonth(month, until, Math.round(visits), draft, rows, random);
}

function writeHomeNursing(month: SeenMonth, until: number, rows: ClientRows, random: RandomStream): void {
  const { care, frailty, recentStay } = month.before;
  if (care === careLevel.none && !recentStay) return;
  if (!random.chance(contacts.homeNursingShareByFrailty[frailty]!)) return;
  const draft = { serviceForm: 'T41', contactType: 'R20', unit: `home-nursing-${month.municipality}` };
  writeMonth(month, until, random.whole(1, 8), { ...draft, dataSource: 'primary-care' }, rows, random);
}

function writeTherapy(month: SeenMonth, rows: ClientRows, random: RandomStream): void {
  if (!random.chance(contacts.therapyAfterStayShare)) return;
  const serviceForm = random.chance(0.8) ? 'T51' : 'T54';
  const draft = { serviceForm, contactType: 'R10', unit: `therapy-${month.municipality}` };
  writeMonth(
    month,
    month.until - 1,
    random.whole(2, 10),
    { ...draft, dataSource: 'primary-care' },
    rows,
    random,
  );
}

const dayActivities = (month: SeenMonth): MonthOfContacts => ({
  serviceForm: 'T80',
  contactType: 'R10',
  unit: `day-centre-${month.municipality}`,
  dataSource: 'social-care',
});

function writeMonth(
  month: SeenMonth,
  until: number,
  count: number,
  draft: MonthOfContacts,
  rows: ClientRows,
  random: RandomStream,
): void {
  if (count < 1) return;
  const period = { eventId: rows.nextId('e'), startedOn: month.from, endedOn: until, contacts: count };
  rows.addEvent({ ...draft, ...period }, recordedAfter(until, 15, random));
}

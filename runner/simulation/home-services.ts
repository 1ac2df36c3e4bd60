import { contacts } from './assumptions.ts';
import { firstYear } from './calendar.ts';
import { type ClientRows, recordedAfter, type Service, serviceCodes } from './client-rows.ts';
import { careLevel } from './life-state.ts';
import { bitOf } from './month-of-life.ts';
import { hasDayActivities, type Person, type SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';

/** Home care, home nursing, day activities and therapy: one row for a month of contacts. */
export function writeHomeServices(person: Person, rows: ClientRows, random: RandomStream): void {
  for (const month of person.months) {
    const until = (month.inCareFrom ?? month.until) - 1;
    if (month.happened & bitOf.hospitalStay) writeTherapy(month, rows, random);
    if (until < month.from) continue;
    writeHomeCare(month, until, rows, random);
    writeHomeNursing(month, until, rows, random);
    if (hasDayActivities(person, month)) {
      writeMonth(month, until, random.whole(3, 9), dayActivities(month), rows, random);
    }
  }
}

const homeVisits = { contactType: 'R20' } as const;
/** Codes of home care in 2018, and of support services, regular and intensive home care after. */
const homeCareCodesIn2018 = serviceCodes({ ...homeVisits, serviceArea: '7' });
const supportCodes = serviceCodes({ ...homeVisits, serviceForm: 'T42' });
const homeCareCodes = serviceCodes({ ...homeVisits, serviceForm: 'T40' });
const homeNursingCodes = serviceCodes({ ...homeVisits, serviceForm: 'T41' });
const dayActivitiesCodes = serviceCodes({ contactType: 'R10', serviceForm: 'T80' });
const therapyCodes = {
  physiotherapy: serviceCodes({ contactType: 'R10', serviceForm: 'T51' }),
  occupational: serviceCodes({ contactType: 'R10', serviceForm: 'T54' }),
};

function writeHomeCare(month: SeenMonth, until: number, rows: ClientRows, random: RandomStream): void {
  const { care, frailty } = month.before;
  if (care === careLevel.none) return;
  const visits =
    contacts.homeCareVisitsPerMonth[care]! *
    contacts.homeCareFactorByFrailty[frailty]! *
    random.spread(contacts.homeCareSpread) *
    ((until - month.from + 1) / 30.4);
  const isSupport = care === careLevel.support;
  const codes = month.year === firstYear ? homeCareCodesIn2018 : isSupport ? supportCodes : homeCareCodes;
  const unit = `${isSupport ? 'support-services' : 'home-care'}-${month.municipality}`;
  const service = { codes, unit, dataSource: 'social-care' } as const;
  writeMonth(month, until, Math.round(visits), service, rows, random);
}

function writeHomeNursing(month: SeenMonth, until: number, rows: ClientRows, random: RandomStream): void {
  const { care, frailty, recentStay } = month.before;
  if (care === careLevel.none && !recentStay) return;
  if (!random.chance(contacts.homeNursingShareByFrailty[frailty]!)) return;
  const unit = `home-nursing-${month.municipality}`;
  const service = { codes: homeNursingCodes, unit, dataSource: 'primary-care' } as const;
  writeMonth(month, until, random.whole(1, 8), service, rows, random);
}

function writeTherapy(month: SeenMonth, rows: ClientRows, random: RandomStream): void {
  if (!random.chance(contacts.therapyAfterStayShare)) return;
  const codes = therapyCodes[random.chance(contacts.physiotherapyShare) ? 'physiotherapy' : 'occupational'];
  const service = { codes, unit: `therapy-${month.municipality}`, dataSource: 'primary-care' } as const;
  writeMonth(month, month.until - 1, random.whole(2, 10), service, rows, random);
}

const dayActivities = (month: SeenMonth): Service => ({
  codes: dayActivitiesCodes,
  unit: `day-centre-${month.municipality}`,
  dataSource: 'social-care',
});

function writeMonth(
  month: SeenMonth,
  until: number,
  count: number,
  service: Service,
  rows: ClientRows,
  random: RandomStream,
): void {
  if (count < 1) return;
  const event = {
    eventId: rows.nextId('e'),
    service,
    startedOn: month.from,
    endedOn: until,
    contacts: count,
  };
  rows.addEvent(event, recordedAfter(until, 15, random));
}

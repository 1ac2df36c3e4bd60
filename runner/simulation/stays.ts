import { careHomes, contacts, hospital } from './assumptions.ts';
import { dayOf, firstDay, lastDay } from './calendar.ts';
import {
  type ClientRows,
  recordedAfter,
  type Service,
  type ServiceEventDraft,
  serviceCodes,
} from './client-rows.ts';
import { careLevel, isUnserved } from './life-state.ts';
import { bitOf } from './month-of-life.ts';
import type { Person, SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';
import { writeEmergencyVisit } from './visits.ts';

/** From 2022 dementia care has no service area of its own, and communal housing has one. */
const newServiceAreasFrom = dayOf(2022, 0, 1);

/** Hospital stays, communal housing and 24-hour care. */
export function writeStays(person: Person, rows: ClientRows, random: RandomStream): void {
  writeHospitalStays(person, rows, random);
  writeCommunalHousing(person, rows, random);
  writeCareHome(person, rows, random);
}

/** One stay in each month that has one, unless the person is still in from before. */
function writeHospitalStays(person: Person, rows: ClientRows, random: RandomStream): void {
  let freeFrom = firstDay;
  for (const month of person.months) {
    if (!(month.happened & bitOf.hospitalStay)) continue;
    const start = Math.max(random.whole(month.from, month.until - 1), freeFrom);
    const days = lengthDays(month, random);
    if (start >= month.until) continue;
    const end = Math.min(start + days, lastDayFrom(person, start));
    writeHospitalStay(month, start, end, rows, random);
    freeFrom = end + 1;
  }
}

function lengthDays({ before }: SeenMonth, random: RandomStream): number {
  const waits = isUnserved(before) ? hospital.daysFactorWaiting : 1;
  const days =
    waits * hospital.medianDaysByFrailty[before.frailty]! * Math.exp(hospital.daysSpread * random.normal());
  return Math.min(Math.round(days), hospital.longestDays);
}

/** A stay ends at death, at moving out or when 24-hour care begins. */
export function lastDayFrom(person: Person, start: number): number {
  const care = person.months.find((month) => month.inCareFrom !== undefined)?.inCareFrom;
  return care !== undefined && care > start ? Math.min(care, person.life.endDay) : endOfLifeHere(person);
}

const endOfLifeHere = ({ life }: Person) =>
  life.end === 'in-county' ? Number.POSITIVE_INFINITY : life.endDay;

const wardCare = {
  codes: serviceCodes({ serviceArea: '1', contactType: 'R80' }),
  unit: 'central-hospital-905',
  dataSource: 'specialised-care',
  coding: 'ward',
} as const;

function writeHospitalStay(
  month: SeenMonth,
  startedOn: number,
  endedOn: number,
  rows: ClientRows,
  random: RandomStream,
): void {
  const days = endedOn - startedOn + 1;
  const euros = hospital.eurosPerStay + hospital.eurosPerDay * days;
  const costCents = Math.round(100 * euros * random.spread(hospital.costSpread));
  const stay: ServiceEventDraft = {
    eventId: rows.nextId('e'),
    startedOn,
    endedOn: endedOn <= lastDay ? endedOn : undefined,
    service: wardCare,
    costCents,
  };
  rows.addStay(stay, recordedAfter(startedOn, 5, random), recordedAfter(endedOn, 14, random));
  if (random.chance(contacts.emergencyBeforeStayShare)) writeEmergencyVisit(startedOn, month, rows, random);
  if (random.chance(hospital.hipFractureShareByFrailty[month.before.frailty]!)) {
    const code = random.pick(['S72.0', 'S72.1', 'S72.2']);
    writeStayDiagnosis(startedOn, code, rows, random);
    writeStayDiagnosis(startedOn, 'W19', rows, random);
  }
}

function writeStayDiagnosis(day: number, code: string, rows: ClientRows, random: RandomStream): void {
  rows.addDiagnosis({ day, code, dataSource: 'specialised-care' }, recordedAfter(day, 14, random));
}

function writeCommunalHousing(person: Person, rows: ClientRows, random: RandomStream): void {
  if (!person.communalHousing) return;
  const { startedOn, month } = person.communalHousing;
  const end = lastDayFrom(person, startedOn);
  const stay: ServiceEventDraft = {
    eventId: rows.nextId('e'),
    startedOn,
    endedOn: end <= lastDay ? end : undefined,
    service: housing(startedOn < newServiceAreasFrom ? '81' : '38', 'communal-housing', month),
  };
  rows.addStay(stay, recordedAfter(startedOn, 20, random), recordedAfter(end, 20, random));
}

function writeCareHome(person: Person, rows: ClientRows, random: RandomStream): void {
  const first = person.months.find((month) => month.inCareFrom !== undefined);
  if (!first) return;
  const beganBefore = first.before.care === careLevel.roundTheClock;
  const earlierDays = Math.round(-Math.log(1 - random.share()) * 500) + 10;
  const startedOn = beganBefore ? first.from - earlierDays : first.inCareFrom!;
  const end = endOfLifeHere(person);
  const stay: ServiceEventDraft = {
    eventId: rows.nextId('e'),
    startedOn,
    endedOn: end <= lastDay ? end : undefined,
    service: housing(careHomeArea(startedOn, first.after.memory > 0, random), 'care-home', first),
  };
  rows.addStay(stay, recordedAfter(startedOn, 20, random), recordedAfter(end, 20, random));
}

const housing = (serviceArea: string, unit: string, { municipality }: SeenMonth): Service => ({
  codes: serviceCodes({ serviceArea }),
  unit: `${unit}-${municipality}`,
  dataSource: 'social-care',
});

function careHomeArea(startedOn: number, hasMemoryDisorder: boolean, random: RandomStream): string {
  const isInstitution = random.chance(careHomes.institutionShare);
  const isDementiaCare = hasMemoryDisorder && startedOn < newServiceAreasFrom;
  if (isDementiaCare) return isInstitution ? '33' : '34';
  return isInstitution ? '31' : '32';
}

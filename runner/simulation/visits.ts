import { contacts, falls } from './assumptions.ts';
import { firstYear } from './calendar.ts';
import { type ClientRows, recordedAfter, type Service, serviceCodes } from './client-rows.ts';
import { hiddenNeedFactor } from './life-state.ts';
import type { Person, SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';

function primaryContact(unit: string, contactType: string, coding?: Service['coding']) {
  const codes = serviceCodes({ serviceForm: 'T11', contactType });
  return ({ municipality }: SeenMonth): Service => ({
    codes,
    unit: `${unit}-${municipality}`,
    dataSource: 'primary-care',
    coding,
  });
}

function specialistVisit(serviceArea: string) {
  const codes = serviceCodes({ serviceArea, contactType: 'R40', isEmergency: 'no' });
  const unit = 'central-hospital-905';
  return (): Service => ({ codes, unit, dataSource: 'specialised-care', coding: 'specialist' });
}

/** Kinds of scheduled contact. */
const scheduled = {
  doctor: primaryContact('health-centre', 'R10', 'doctor'),
  nurse: primaryContact('nurse-clinic', 'R10'),
  telephone: primaryContact('health-centre', 'R50'),
  remote: primaryContact('health-centre', 'R52'),
  firstSpecialist: specialistVisit('92'),
  laterSpecialist: specialistVisit('93'),
};
const scheduledKinds = Object.keys(scheduled) as (keyof typeof scheduled)[];

/** Appointments, telephone and remote contacts, specialist visits, emergency visits and falls, month by month. */
export function writeVisits(person: Person, rows: ClientRows, random: RandomStream): void {
  const hasMoodTrouble = random.chance(contacts.mentalHealthShare);
  for (const month of person.months) {
    const isInCare = month.inCareFrom === month.from;
    const presence = ((month.until - month.from) / 30.4 / 12) * (isInCare ? contacts.factorInCare : 1);
    writeAppointments(person, month, presence, rows, random);
    writeUrgentVisits(person, month, presence, rows, random);
    writeFalls(month, presence, rows, random);
    if (hasMoodTrouble) {
      const count = random.count(presence * 12 * contacts.mentalHealthPerMonth * person.primaryHabit);
      writeMany(count, mentalHealthVisit(month), month, rows, random);
    }
  }
}

function writeAppointments(
  person: Person,
  month: SeenMonth,
  presence: number,
  rows: ClientRows,
  random: RandomStream,
): void {
  const { frailty } = month.before;
  const usual = presence * person.primaryHabit;
  const specialistPerYear = usual * contacts.specialistPerYearByFrailty[frailty]!;
  const expected: Record<keyof typeof scheduled, number> = {
    doctor: usual * contacts.doctorPerYearByFrailty[frailty]!,
    nurse: usual * contacts.nursePerYearByFrailty[frailty]!,
    telephone: usual * contacts.telephonePerYearByFrailty[frailty]!,
    remote: usual * contacts.remotePerYearByYear[month.year - firstYear]!,
    firstSpecialist: specialistPerYear * contacts.firstVisitShare,
    laterSpecialist: specialistPerYear * (1 - contacts.firstVisitShare),
  };
  for (const kind of scheduledKinds) {
    const count = random.count(expected[kind]);
    if (count > 0) writeMany(count, scheduled[kind](month), month, rows, random);
  }
}

function writeUrgentVisits(
  person: Person,
  month: SeenMonth,
  presence: number,
  rows: ClientRows,
  random: RandomStream,
): void {
  const perYear =
    contacts.emergencyPerYearByFrailty[month.before.frailty]! *
    contacts.emergencyFactorByMemory[month.before.memory]! *
    hiddenNeedFactor(month.before, contacts.emergencyFactorHiddenNeed) *
    (month.before.recentStay ? contacts.emergencyFactorAfterRecentStay : 1);
  const count = random.count(presence * person.emergencyHabit * perYear);
  for (let i = 0; i < count; i++)
    writeEmergencyVisit(random.whole(month.from, month.until - 1), month, rows, random);
}

function writeFalls(month: SeenMonth, presence: number, rows: ClientRows, random: RandomStream): void {
  const { frailty, memory, recentStay } = month.before;
  const perYear =
    falls.perYearByFrailty[frailty]! *
    falls.factorByMemory[memory]! *
    hiddenNeedFactor(month.before, falls.factorHiddenNeed) *
    (recentStay ? falls.factorAfterRecentStay : 1);
  if (!random.chance(perYear * presence)) return;
  const day = random.whole(month.from, month.until - 1);
  const fall = { day, code: random.pick(falls.codes), dataSource: 'primary-care' } as const;
  rows.addDiagnosis(fall, recordedAfter(day, 10, random));
  if (random.chance(falls.emergencyShare)) writeEmergencyVisit(day, month, rows, random);
}

/** An emergency visit: a service area of its own until the end of 2018, then a form of outpatient care. */
export function writeEmergencyVisit(
  day: number,
  month: SeenMonth,
  rows: ClientRows,
  random: RandomStream,
): void {
  const service = month.year === firstYear ? emergencyVisitBefore2019 : emergencyVisit;
  const event = { eventId: rows.nextId('e'), service, startedOn: day, endedOn: day };
  rows.addEvent(event, recordedAfter(day, 7, random));
}

function writeMany(
  count: number,
  service: Service,
  month: SeenMonth,
  rows: ClientRows,
  random: RandomStream,
): void {
  for (let i = 0; i < count; i++) {
    const day = random.whole(month.from, month.until - 1);
    const event = { eventId: rows.nextId('e'), service, startedOn: day, endedOn: day };
    rows.addEvent(event, recordedAfter(day, 10, random));
  }
}

const jointEmergency = {
  unit: 'joint-emergency-905',
  dataSource: 'specialised-care',
  coding: 'emergency',
} as const;
const emergencyVisitBefore2019 = { ...jointEmergency, codes: serviceCodes({ serviceArea: '91' }) };
const emergencyVisit = {
  ...jointEmergency,
  codes: serviceCodes({ serviceForm: 'T11', contactType: 'R10', isEmergency: 'yes' }),
};

const mentalHealthCodes = serviceCodes({ serviceForm: 'T71', contactType: 'R10' });
const mentalHealthVisit = (month: SeenMonth): Service => ({
  codes: mentalHealthCodes,
  unit: `mental-health-${month.municipality}`,
  dataSource: 'primary-care',
});

import { coding, diagnoses, firstAgeYears } from './assumptions.ts';
import { type ClientRows, type CodingVisit, recordedAfter, type Service } from './client-rows.ts';
import { bitOf } from './month-of-life.ts';
import type { Person } from './person.ts';
import type { RandomStream } from './random-stream.ts';

const chronicCodes = Object.keys(diagnoses.chronic) as (keyof typeof diagnoses.chronic)[];

/** An illness that somebody has put a name to: on a day of the period, or before it. */
interface Found {
  readonly code: string;
  readonly foundOn: number;
  readonly dataSource: Service['dataSource'];
}

/**
 * Memory disorders, late or never diagnosed; chronic diseases, by susceptibility and frailty; living alone, seldom. What
 * is true is drawn first; the register holds what the visits code of it.
 */
export function writeIllnesses(person: Person, rows: ClientRows, random: RandomStream): void {
  const found = [
    memoryDisorder(person, random),
    ...chronicCodes.map((code) => chronicDisease(person, code, random)),
  ];
  const visits = rows.codingVisits;
  for (const illness of found) if (illness) codeIllness(illness, person, visits, rows, random);
  writeLivingAlone(person, rows, random);
}

function memoryDisorder(person: Person, random: RandomStream): Found | undefined {
  const found = { code: random.pick(diagnoses.memoryCodes), dataSource: 'specialised-care' } as const;
  const first = person.months[0]!;
  if (first.before.isDiagnosed) {
    return { ...found, foundOn: first.from - random.whole(5, diagnoses.knownBeforeDays.memory) };
  }
  const month = person.months.find(({ happened }) => happened & bitOf.memoryDiagnosed);
  return month && { ...found, foundOn: random.whole(month.from, month.until - 1) };
}

function chronicDisease(
  person: Person,
  code: keyof typeof diagnoses.chronic,
  random: RandomStream,
): Found | undefined {
  const { shareAtStart, perYear } = diagnoses.chronic[code];
  const first = person.months[0]!;
  const yearsSince63 = (first.from - person.life.bornDay) / 365.25 - firstAgeYears;
  const ofPerson = diagnoses.chronicFactorBySusceptibility[first.before.susceptibility]!;
  const factor = ofPerson * diagnoses.chronicFactorByFrailty[first.before.frailty]!;
  const found = { code, dataSource: 'primary-care' } as const;
  if (random.chance(Math.min(0.8, (shareAtStart + perYear * yearsSince63) * factor))) {
    return { ...found, foundOn: first.from - random.whole(5, diagnoses.knownBeforeDays.chronic) };
  }
  const began = person.months.find(({ before, happened }) => {
    const whenFrailer = happened & bitOf.frailer ? diagnoses.chronicFactorWhenFrailer : 1;
    const rate = (perYear / 12) * ofPerson * diagnoses.chronicFactorByFrailty[before.frailty]! * whenFrailer;
    return random.chance(rate);
  });
  return began && { ...found, foundOn: random.whole(began.from, began.until - 1) };
}

/** The rows of an illness: of the day on which it was found, and of each later visit that names it. */
function codeIllness(
  { code, foundOn, dataSource: ofFinder }: Found,
  person: Person,
  visits: readonly CodingVisit[],
  rows: ClientRows,
  random: RandomStream,
): void {
  const isFoundInPeriod = foundOn >= person.months[0]!.from;
  if (isFoundInPeriod && random.chance(coding.whenFoundShare)) write(foundOn, code, ofFinder, rows, random);
  const named = namedShareOf(code);
  for (const { day, kind, dataSource } of visits) {
    if (day > foundOn && random.chance(coding.codedShare[kind] * named[kind]))
      write(day, code, dataSource, rows, random);
  }
}

const special = [coding.ofSpecialists, coding.ofAppointments];
const namedShareOf = (code: string): Readonly<Record<CodingVisit['kind'], number>> =>
  special.find(({ codes }) => (codes as readonly string[]).includes(code))?.namedShare ?? coding.namedShare;

function writeLivingAlone(person: Person, rows: ClientRows, random: RandomStream): void {
  for (const { before, from, until } of person.months) {
    if (before.livesAlone && random.chance(diagnoses.livesAloneCodedPerMonth))
      write(random.whole(from, until - 1), 'Z60.2', 'primary-care', rows, random);
  }
}

function write(
  day: number,
  code: string,
  dataSource: Service['dataSource'],
  rows: ClientRows,
  random: RandomStream,
): void {
  rows.addDiagnosis({ day, code, dataSource }, recordedAfter(day, 14, random));
}

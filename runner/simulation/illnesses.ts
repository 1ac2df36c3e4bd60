import { diagnoses, firstAgeYears } from './assumptions.ts';
import { isoDay } from './calendar.ts';
import { type ClientRows, recordedAfter } from './client-rows.ts';
import { bitOf } from './month-of-life.ts';
import type { Person } from './person.ts';
import type { RandomStream } from './random-stream.ts';

type Source = 'primary-care' | 'specialised-care';

const chronicCodes = Object.keys(diagnoses.chronic) as (keyof typeof diagnoses.chronic)[];

/** Memory disorders, late or never diagnosed; chronic diseases, by susceptibility and frailty; living alone, seldom. */
export function writeIllnesses(person: Person, rows: ClientRows, random: RandomStream): void {
  writeMemoryDisorder(person, rows, random);
  for (const code of chronicCodes) writeChronicDisease(person, code, rows, random);
  writeLivingAlone(person, rows, random);
}

function writeMemoryDisorder(person: Person, rows: ClientRows, random: RandomStream): void {
  const code = random.pick(diagnoses.memoryCodes);
  const first = person.months[0]!;
  if (first.before.isDiagnosed) {
    write(first.from - random.whole(5, 900), code, 'specialised-care', rows, random);
    return;
  }
  const found = person.months.find(({ happened }) => happened & bitOf.memoryDiagnosed);
  if (found) write(random.whole(found.from, found.until - 1), code, 'specialised-care', rows, random);
}

function writeChronicDisease(
  person: Person,
  code: keyof typeof diagnoses.chronic,
  rows: ClientRows,
  random: RandomStream,
): void {
  const { shareAtStart, perYear } = diagnoses.chronic[code];
  const first = person.months[0]!;
  const yearsSince63 = (first.from - person.life.bornDay) / 365.25 - firstAgeYears;
  const ofPerson = diagnoses.chronicFactorBySusceptibility[first.before.susceptibility]!;
  const factor = ofPerson * diagnoses.chronicFactorByFrailty[first.before.frailty]!;
  if (random.chance(Math.min(0.8, (shareAtStart + perYear * yearsSince63) * factor))) {
    write(first.from - random.whole(5, 2500), code, 'primary-care', rows, random);
    return;
  }
  const began = person.months.find(({ before, happened }) => {
    const whenFrailer = happened & bitOf.frailer ? diagnoses.chronicFactorWhenFrailer : 1;
    const rate = (perYear / 12) * ofPerson * diagnoses.chronicFactorByFrailty[before.frailty]! * whenFrailer;
    return random.chance(rate);
  });
  if (began) write(random.whole(began.from, began.until - 1), code, 'primary-care', rows, random);
}

function writeLivingAlone(person: Person, rows: ClientRows, random: RandomStream): void {
  const coded = person.months.find(
    ({ before }) => before.livesAlone && random.chance(diagnoses.livesAloneCodedPerMonth),
  );
  if (coded) write(random.whole(coded.from, coded.until - 1), 'Z60.2', 'primary-care', rows, random);
}

function write(day: number, code: string, source: Source, rows: ClientRows, random: RandomStream): void {
  const fields = `${rows.nextId('d')},${isoDay(day)},ICD-10,${code},${source}`;
  rows.add('diagnoses', recordedAfter(day, 14, random), fields);
}

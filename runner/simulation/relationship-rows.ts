import { relationships } from './assumptions.ts';
import { isoDay, lastDay } from './calendar.ts';
import { type ClientRows, recordedAfter } from './client-rows.ts';
import { careLevel } from './life-state.ts';
import { isInRegularCare, lastSeenDay, type Person } from './person.ts';
import type { RandomStream } from './random-stream.ts';

interface Relationship {
  readonly unit: string;
  readonly kind: 'client' | 'care';
  readonly source: 'social-care' | 'primary-care';
  readonly fromDay: number;
  /** Months' end after which the relationship is over, unless the person is gone before. */
  readonly toDay?: number;
}

/** Which units know the person: the health centre, client guidance, home care. */
export function writeRelationships(person: Person, rows: ClientRows, random: RandomStream): void {
  const first = person.months[0]!;
  const home = first.municipality;
  if (random.chance(relationships.knownByHealthCentreShare)) {
    const fromDay = first.from - random.whole(0, 400);
    const centre = { unit: `health-centre-${home}`, kind: 'care', source: 'primary-care', fromDay } as const;
    write(person, centre, rows, random);
  }
  const served = person.months.find(({ before }) => before.care > careLevel.none);
  const advised = random.chance(relationships.knownByGuidanceShare) ? first : undefined;
  const met = advised ?? served;
  if (met) {
    const fromDay = random.whole(met.from, met.until - 1);
    const unit = `client-guidance-${met.municipality}`;
    write(person, { unit, kind: 'client', source: 'social-care', fromDay }, rows, random);
  }
  writeHomeCareRelationship(person, rows, random);
}

function writeHomeCareRelationship(person: Person, rows: ClientRows, random: RandomStream): void {
  const first = person.months.find(({ before }) => isInRegularCare(before.care));
  if (!first) return;
  const over = person.months.find(
    ({ month, before }) => month > first.month && !isInRegularCare(before.care),
  );
  const unit = `home-care-${first.municipality}`;
  const days = { fromDay: first.from, toDay: over ? over.from - 1 : undefined };
  write(person, { unit, kind: 'care', source: 'social-care', ...days }, rows, random);
}

function write(person: Person, relationship: Relationship, rows: ClientRows, random: RandomStream): void {
  const { unit, kind, source, fromDay } = relationship;
  const gone = lastSeenDay(person.life);
  const toDay = relationship.toDay ?? (gone < lastDay ? gone : undefined);
  const head = `${rows.nextId('r')},${unit},${kind},${isoDay(fromDay)}`;
  const opened = { recordedDay: recordedAfter(fromDay, 7, random), fields: `${head},,${source}` };
  const closed =
    toDay === undefined
      ? undefined
      : { recordedDay: recordedAfter(toDay, 14, random), fields: `${head},${isoDay(toDay)},${source}` };
  rows.addSpell('client-relationships', opened, closed);
}

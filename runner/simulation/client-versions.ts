import { recording } from './assumptions.ts';
import { dayOf, firstDay, isoDay } from './calendar.ts';
import { type ClientRows, recordedAfter } from './client-rows.ts';
import type { LifeState } from './life-state.ts';
import { simulatedName, simulatedTelephone } from './names.ts';
import type { Person, SeenMonth } from './person.ts';
import type { RandomStream } from './random-stream.ts';

const registerBegins = dayOf(1995, 0, 1);

/** The population register's versions of a client: at first, at each change (one a month), at the end. */
export function writeClientVersions(person: Person, rows: ClientRows, random: RandomStream): void {
  const { life, months } = person;
  const write = versionWriter(person, rows, random);
  const first = months[0]!;
  const knownFrom = life.firstMonth > 0 ? first.from : random.whole(registerBegins, firstDay - 1);
  write(knownFrom, first.municipality, first.before);
  let municipality = first.municipality;
  for (const month of months) {
    const isEnd = life.end !== 'in-county' && life.endDay === month.until;
    if (!isEnd && (hasChanged(person, month) || month.municipality !== municipality)) {
      write(random.whole(month.from, month.until - 1), month.municipality, month.after);
    }
    municipality = month.municipality;
  }
  if (life.end !== 'in-county') write(life.endDay, municipality, months.at(-1)!.after, life.end);
}

function hasChanged(person: Person, { before, after }: SeenMonth): boolean {
  const aloneChanged = person.isLivingAloneKnown && before.livesAlone !== after.livesAlone;
  return aloneChanged || (person.isCarerKnown && before.hasCarer !== after.hasCarer);
}

type Ending = Exclude<Person['life']['end'], 'in-county'>;

function versionWriter(person: Person, rows: ClientRows, random: RandomStream) {
  const { life, serviceLanguage } = person;
  const { familyName, givenNames } = simulatedName(life.sex, serviceLanguage, random);
  const hasTelephone = random.chance(recording.telephoneShare);
  const telephone = hasTelephone ? simulatedTelephone(life.clientNumber) : '';
  const fixed = `${familyName},${givenNames},${telephone}`;
  const born = `${isoDay(life.bornDay)},${life.sex},${serviceLanguage}`;
  return (day: number, municipality: string, state: LifeState, ending?: Ending) => {
    const alone = person.isLivingAloneKnown ? yesNo(state.livesAlone) : '';
    const carer = person.isCarerKnown ? yesNo(state.hasCarer) : '';
    const died = ending === 'died' ? isoDay(day) : '';
    const moved = ending === 'moved-out' ? isoDay(day) : '';
    const fields = `${isoDay(day)},${born},${municipality},${alone},${carer},${died},${moved},,population-register`;
    rows.add('clients', recordedAfter(day, 14, random), `${fixed},${fields}`);
  };
}

const yesNo = (flag: number) => (flag ? 'yes' : 'no');
